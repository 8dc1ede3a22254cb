import type { ScanFinding, Spot } from '../finding.ts';
import { hiddenText } from '../rules/text/hidden-text.ts';
import { snippetOf } from '../snippet.ts';

const TAGS = /[\u{e0020}-\u{e007e}]{4,400}/u;
const INVISIBLE =
  /(?:\u200b|\u200c|[\u2060-\u2064]|\ufeff|\u00ad|\u180e|[\u{fe00}-\u{fe0f}]|[\u{e0100}-\u{e01ef}]){6,400}/u;
const TURNED = /[\u202d\u202e\u2066\u2067]/;
/** A flag of a region is a black flag followed by tags: the only honest use of them. */
const FLAG = '\u{1f3f4}';

/** Text that is there and cannot be seen. */
export function hiddenIn(text: string, place: (at: number) => Spot): readonly ScanFinding[] {
  const found: ScanFinding[] = [];
  const at = (index: number) => ({
    ...place(index),
    snippet: snippetOf(text.slice(index, index + 80)),
  });
  const tags = TAGS.exec(text);
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
  const invisible = INVISIBLE.exec(text);
  if (invisible)
    found.push(
      hiddenText.found('invisible', { count: [...invisible[0]].length }, at(invisible.index)),
    );
  const turned = TURNED.exec(text);
  if (turned) found.push(hiddenText.found('direction', {}, at(turned.index)));
  const far = spread(text);
  if (far) found.push(hiddenText.found('distance', { count: far.count }, at(far.at)));
  return found;
}

/** A long run of blank lines or blanks that is followed by more text, on one pass. */
function spread(text: string): { readonly at: number; readonly count: number } | undefined {
  let blanks = 0;
  let lines = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) {
      lines++;
      blanks = 0;
    } else if (code === 32 || code === 9 || code === 13) blanks++;
    else {
      // Blank lines before the first line hide all of the file.
      if (lines > 60) return { at: i, count: lines };
      if (blanks > 400) return { at: i, count: blanks };
      blanks = 0;
      lines = 0;
    }
  }
  return undefined;
}
