import { PASSWORD_FACT, UNPACK_FACT } from './fact-kinds.ts';
import type { Fact } from './finding.ts';
import { ARCHIVE, PASSWORD_WORD, signsOf } from './markdown/lure-signs.ts';
import { spotsIn, watch } from './prefilter/spots.ts';
import { positionsIn } from './snippet.ts';

const UNPACK =
  /\b(?:extract|unzip|unpack|unrar|decompress|bunzip2|unxz|unzstd|bsdtar|un7z)(?:s|ed|ing)?\b|\b7z[ar]{0,2}\s+[ex]\b|\btar\s+-{0,2}\w{0,8}x|\b(?:xz|zstd|bzip2)\s+-\w{0,4}d|압축|解压|解壓|解开|解開/i;
const UNPACKS = watch(UNPACK);
const SPEAKS_OF_PASSWORD = watch(PASSWORD_WORD);
const SPEAKS_OF_ARCHIVE = watch(ARCHIVE);
const MAX_LINE = 2000;
const MAX_LOOKED_AT = 2000;
const MAX_FACTS = 50;

/** Lines that have an archive unpacked, or give a password for one; their text is the value. */
export function archiveOrders(file: string, text: string): readonly Fact[] {
  const spots = spotsIn(text);
  const facts: Fact[] = [];
  let lookedAt = 0;
  const place = positionsIn(file, text);
  const next = (from: number) =>
    Math.min(spots.next(UNPACKS, from), spots.next(SPEAKS_OF_PASSWORD, from));
  for (let at = next(0); at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const start = text.lastIndexOf('\n', at) + 1;
    at = next(end);
    const line = text.slice(start, Math.min(end, start + MAX_LINE));
    const unpacks = spots.mayMatch(UNPACKS, start, end) && UNPACK.test(line);
    // What opens an archive says so in the same line.
    if (!unpacks && !(spots.mayMatch(SPEAKS_OF_ARCHIVE, start, end) && PASSWORD_WORD.test(line)))
      continue;
    if (lookedAt++ >= MAX_LOOKED_AT || facts.length >= MAX_FACTS) break;
    const signs = signsOf(line);
    if (signs.archive() && signs.password())
      facts.push({ kind: PASSWORD_FACT, value: line, ...place(start) });
    else if (unpacks) facts.push({ kind: UNPACK_FACT, value: line, ...place(start) });
  }
  return facts;
}
