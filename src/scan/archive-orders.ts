import type { Fact } from './finding.ts';
import { PASSWORD_WORD, signsOf } from './markdown/lure-signs.ts';

/** Kinds of the facts that a text has something unpacked, or tells what opens an archive. */
export const UNPACK_FACT = 'unpack-order';
export const PASSWORD_FACT = 'archive-password';

const UNPACK =
  /\b(?:extract|unzip|unpack|unrar|decompress|bunzip2|unxz|unzstd|bsdtar|un7z)(?:s|ed|ing)?\b|\b7z[ar]{0,2}\s+[ex]\b|\btar\s+-{0,2}\w{0,8}x|\b(?:xz|zstd|bzip2)\s+-\w{0,4}d|압축|解压|解壓|解开|解開/i;
const MAX_LINE = 2000;
const MAX_LOOKED_AT = 2000;
const MAX_FACTS = 50;

/** Lines that have an archive unpacked, or give a password for one; their text is the value. */
export function archiveOrders(file: string, text: string): readonly Fact[] {
  if (!UNPACK.test(text) && !PASSWORD_WORD.test(text)) return [];
  const facts: Fact[] = [];
  let lookedAt = 0;
  let number = 0;
  for (const whole of lines(text)) {
    number += 1;
    const line = whole.slice(0, MAX_LINE);
    const unpacks = UNPACK.test(line);
    if (!unpacks && !PASSWORD_WORD.test(line)) continue;
    if (lookedAt++ >= MAX_LOOKED_AT || facts.length >= MAX_FACTS) break;
    const { password, archive } = signsOf(line);
    if (password && archive)
      facts.push({ kind: PASSWORD_FACT, value: line, file, line: number, column: 1 });
    else if (unpacks) facts.push({ kind: UNPACK_FACT, value: line, file, line: number, column: 1 });
  }
  return facts;
}

function* lines(text: string): Generator<string> {
  let from = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
    yield text.slice(from, end);
    from = end + 1;
  }
  yield text.slice(from);
}
