import { LONGEST_PART, namesPlace } from './places.ts';

/** Escapes of characters of ASCII by their number; other escapes spell no name. */
const ESCAPES =
  /\\(?:x([2-7][\da-f])|u00([2-7][\da-f])|U000000([2-7][\da-f])|(0?[4-7][0-7]|1[0-7]{2}))/gi;
/** Where a text goes on after its quotes, in the middle of a name. */
const JOINT = /["'](?<=[\w. -].)["']{0,2}(?:\s*\+)?\s*[rRbBuUfF]{0,2}["']{1,3}(?=[\w. \\-])/g;

/** Whether a path to which writing matters is named, its parts written in pieces or in escapes. */
export function mayName(text: string): boolean {
  const ends = aroundJoints(text);
  // Where it is not known how much a text takes that stands for one of a certain length.
  if (holds(ESCAPES, text) || holds(ESCAPES, ends)) return namesPlace([spelled(text)]);
  // A part of a path stands in one piece, or where two of them meet.
  return namesPlace([text, ends]);
}

function holds(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

/** The text as it is when all that was divided in it is put together. */
export function spelled(text: string): string {
  // A part of a path holds no quote and no backslash: none is lost by this.
  return withoutEscapes(text.replaceAll(JOINT, ''));
}

/**
 * Of the text that is put together what stands around its joints: as much as the longest part of a
 * path to each side. To put together the whole takes longer than all else that is looked for in it.
 */
function aroundJoints(text: string): string {
  let around = '';
  let from = -1;
  JOINT.lastIndex = 0;
  for (let match = JOINT.exec(text); match; match = JOINT.exec(text)) {
    const { index } = match;
    if (from < 0) around = text.slice(Math.max(0, index - LONGEST_PART), index);
    else around += shortened(text, from, index);
    from = JOINT.lastIndex;
  }
  return from < 0 ? '' : around + text.slice(from, from + LONGEST_PART);
}

/** The two ends of a piece. */
function shortened(text: string, from: number, to: number): string {
  if (to - from <= 2 * LONGEST_PART) return text.slice(from, to);
  return `${text.slice(from, from + LONGEST_PART)}\n${text.slice(to - LONGEST_PART, to)}`;
}

function withoutEscapes(text: string): string {
  return text.replace(ESCAPES, (_, x?: string, u?: string, long?: string, octal?: string) => {
    const hex = x ?? u ?? long;
    return String.fromCharCode(Number.parseInt(hex ?? octal ?? '', hex === undefined ? 8 : 16));
  });
}
