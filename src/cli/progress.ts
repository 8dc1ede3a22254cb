import type { Lang } from '../text/language.ts';
import type { Io } from './io.ts';

const SILENCE_MS = 1000;
const TEXT: { readonly [L in Lang]: string } = {
  en: 'Looking at the gateway…',
  ko: '게이트웨이를 살펴보는 중입니다…',
};
const CLEAR_LINE = '\r\x1b[2K';

/** Says on a watched stderr that work goes on, once it has taken a second; `stop` wipes it away. */
export function startProgress(
  io: Pick<Io, 'err' | 'watched'>,
  quiet: boolean,
  lang: Lang,
): { stop(): void } {
  let running = !quiet;
  let shown = false;
  if (quiet) return { stop() {} };
  const timer = setTimeout(async () => {
    if (!(await io.watched()) || !running) return;
    io.err(TEXT[lang]);
    shown = true;
  }, SILENCE_MS);
  timer.unref();
  return {
    stop() {
      running = false;
      clearTimeout(timer);
      if (shown) io.err(CLEAR_LINE);
      shown = false;
    },
  };
}
