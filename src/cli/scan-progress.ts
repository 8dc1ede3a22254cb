import type { Lang } from '../text/language.ts';
import { defineWords } from '../text/words.ts';
import type { Io } from './io.ts';

const EVERY_MS = 200;
const CLEAR_LINE = '\r\x1b[2K';
const words = defineWords(
  { done: 'Scanned {done} of {total} files' },
  { done: '파일 {total}개 중 {done}개 검사함' },
);

/** Shows on a watched stderr how far a scan is; `stop` wipes it away. */
export async function watchScan(
  io: Pick<Io, 'err' | 'watched'>,
  quiet: boolean,
  lang: Lang,
): Promise<{ show(done: number, total: number): void; stop(): void }> {
  if (quiet || !(await io.watched())) return { show() {}, stop() {} };
  const say = words(lang);
  let last = Date.now();
  let shown = false;
  return {
    show(done, total) {
      if (Date.now() - last < EVERY_MS) return;
      last = Date.now();
      shown = true;
      io.err(CLEAR_LINE + say('done', { done, total }));
    },
    stop() {
      if (shown) io.err(CLEAR_LINE);
    },
  };
}
