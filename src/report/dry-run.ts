import type { LiveRequest } from '../live/inspect.ts';
import { formatValue } from '../text/format.ts';
import type { Lang } from '../text/language.ts';
import { visibleJson } from '../text/visible.ts';
import { defineWords } from '../text/words.ts';
import { requestText } from './requests.ts';

const words = defineWords(
  { heading: 'What --deep would ask the gateway. Nothing was sent.' },
  { heading: '--deep가 게이트웨이에 보낼 요청입니다. 아무것도 보내지 않았습니다.' },
);

/** The requests that would be made, one a line. */
export function renderDryRun(requests: readonly LiveRequest[], lang: Lang): string {
  const lines = requests.map((request) => `  ${formatValue(requestText(request, lang))}`);
  return `${[words(lang)('heading'), ...lines].join('\n')}\n`;
}

/** The same for scripts: `{dryRun: true, requests: [...]}`. */
export function renderDryRunJson(requests: readonly LiveRequest[]): string {
  return `${visibleJson(JSON.stringify({ dryRun: true, requests }, null, 2))}\n`;
}
