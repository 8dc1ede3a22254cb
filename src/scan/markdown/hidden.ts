import type { ScanFinding, Spot } from '../finding.ts';
import { type Spots, spotsIn, watch } from '../prefilter/spots.ts';
import { hiddenText } from '../rules/text/hidden-text.ts';
import { snippetOf } from '../snippet.ts';

const TAGS = /[\u{e0020}-\u{e007e}]{4,400}/u;
const INVISIBLE =
  /(?:\u200b|\u200c|[\u2060-\u2064]|\ufeff|\u00ad|\u180e|[\u{fe00}-\u{fe0f}]|[\u{e0100}-\u{e01ef}]){6,400}/u;
/** What those two are made of, by halves of characters: few texts hold a run of them. */
const HALVES: readonly (readonly [first: number, last: number])[] = [
  [0xad, 0xad],
  [0x180e, 0x180e],
  [0x200b, 0x200c],
  [0x2060, 0x2064],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xdb40, 0xdb40],
  [0xdc20, 0xdc7e],
  [0xdd00, 0xddef],
];
const IS_HALF = new Uint8Array(0x10000);
for (const [first, last] of HALVES) IS_HALF.fill(1, first, last + 1);
/** The shortest run that is looked for, in halves. */
const RUN = 4;
const TURNED = /\u202d|\u202e|\u2066|\u2067/;
const TURNS = watch(TURNED);
/** The halves that are characters by themselves and take up three bytes in UTF-8. */
const UNSEEN = watch(
  new RegExp(
    HALVES.filter(([first]) => first > 0x7ff && (first < 0xd800 || first > 0xdfff))
      .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
      .map((code) => `\\u${code.toString(16).padStart(4, '0')}`)
      .join('|'),
  ),
);
/** The one half that takes up two bytes, and the one that all pairs start with. */
const OTHER_HALVES = ['\u00ad', '\udb40'] as const;
/** A flag of a region is a black flag followed by tags: the only honest use of them. */
const FLAG = '\u{1f3f4}';

/** Text that is there and cannot be seen; in a text that is ASCII throughout all characters can be. */
export function hiddenIn(
  text: string,
  ascii: boolean,
  place: (at: number) => Spot,
): readonly ScanFinding[] {
  const found: ScanFinding[] = [];
  const at = (index: number) => ({
    ...place(index),
    snippet: snippetOf(text.slice(index, index + 80)),
  });
  const spots = spotsIn(text);
  const unseen = !ascii && holdsUnseen(text, spots);
  const tags = unseen ? TAGS.exec(text) : null;
  if (tags && text.slice(Math.max(0, tags.index - 2), tags.index) !== FLAG) {
    const plain = [...tags[0]]
      .map((c) => String.fromCharCode((c.codePointAt(0) ?? 0) - 0xe0000))
      .join('');
    found.push(
      hiddenText.found('tags', { text: plain }, at(tags.index), {
        severity: 'critical',
        confidence: 'certain',
      }),
    );
  }
  const invisible = unseen ? INVISIBLE.exec(text) : null;
  if (invisible)
    found.push(
      hiddenText.found('invisible', { count: [...invisible[0]].length }, at(invisible.index)),
    );
  const turned = !ascii && spots.mayMatch(TURNS) ? TURNED.exec(text) : null;
  if (turned) found.push(hiddenText.found('direction', {}, at(turned.index)));
  const far = spread(text);
  if (far) found.push(hiddenText.found('distance', { count: far.count }, at(far.at)));
  return found;
}

/** Whether a text holds a run of halves that could be one of what cannot be seen. */
function holdsUnseen(text: string, spots: Spots): boolean {
  if (OTHER_HALVES.some((half) => text.includes(half))) return holdsRun(text);
  for (let at = spots.next(UNSEEN, 0); at < text.length; ) {
    let end = at + 1;
    while (isHalf(text, end)) end++;
    if (end - at >= RUN) return true;
    at = spots.next(UNSEEN, end);
  }
  return false;
}

/** The same for halves of all kinds: a run covers one of the places that are looked at. */
function holdsRun(text: string): boolean {
  for (let at = RUN - 1; at < text.length; at += RUN) {
    if (!isHalf(text, at)) continue;
    let start = at;
    while (isHalf(text, start - 1)) start--;
    let end = at + 1;
    while (isHalf(text, end)) end++;
    if (end - start >= RUN) return true;
  }
  return false;
}

function isHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x7f && IS_HALF[code] === 1;
}

const MAX_LINES = 60;
const MAX_BLANKS = 400;

/** A long run of blank lines or blanks that is followed by more text. */
function spread(text: string): { readonly at: number; readonly count: number } | undefined {
  // Such a run covers one of the places that are looked at.
  for (let at = 0; at < text.length; at += MAX_LINES) {
    if (!isBlank(text.charCodeAt(at))) continue;
    let start = at;
    while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
    let lines = 0;
    let blanks = 0;
    let end = start;
    for (; end < text.length && isBlank(text.charCodeAt(end)); end++) {
      if (text.charCodeAt(end) === 10) {
        lines++;
        blanks = 0;
      } else blanks++;
    }
    if (end === text.length) return undefined;
    // Blank lines before the first line hide all of the file.
    if (lines > MAX_LINES) return { at: end, count: lines };
    if (blanks > MAX_BLANKS) return { at: end, count: blanks };
    while (at + MAX_LINES < end) at += MAX_LINES;
  }
  return undefined;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}
