import type { ReportedFinding } from '../judge/report.ts';
import { type Argument, formatMessage } from '../text/format.ts';
import type { Lang } from '../text/language.ts';
import { type CheckTexts, textsOf } from './check-texts.ts';

/** A finding in words. */
export interface WordedFinding {
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly remedy: string | null;
}

type Args = { readonly [name: string]: Argument };

/** Words a finding; `show` may rewrite what is shown of its arguments, commands to type excepted. */
export function wordFinding(
  finding: ReportedFinding,
  lang: Lang,
  show: (args: Args) => Args,
): WordedFinding {
  const texts = textsOf(finding.check, lang);
  const shown = show(finding.args);
  const { remedy } = finding;
  return {
    title: formatMessage(own(texts, 'title') ?? finding.checkId, shown, lang),
    message: formatMessage(own(texts, finding.message) ?? finding.message, shown, lang),
    why: formatMessage(own(texts, 'why') ?? '', shown, lang),
    remedy:
      remedy === null ? null : formatMessage(own(texts, remedy) ?? '', finding.args, lang) || null,
  };
}

/** Whether there is something to do about a finding. */
export function hasRemedy({ check, remedy }: ReportedFinding, lang: Lang): boolean {
  return remedy !== null && own(textsOf(check, lang), remedy) !== undefined;
}

function own(texts: CheckTexts, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}
