// What a text forbids, describes or quotes is not what it asks for.

/** What must not be done is not asked for. */
const NEGATED =
  /(?:\b(?:never|not|n['’]t|cannot|avoid|without|instead of|rather than)[*_]{0,3}:?[*_]{0,3}\s{1,3}(?:\w{1,12}\s{1,3}){0,2}|\b(?:never|do not|don['’]t|must not)[*_]{0,3}:?[*_]{0,3}\s{1,3}(?:[\w/-]{1,20},?\s{1,3}){1,4}(?:or|nor)\s{1,3})$/i;
/** A list of what must not be done: `**Never:** a, b, c`. */
const NEGATED_LIST =
  /^[\s>*_-]{0,12}(?:never|do not|don['’]ts?|must not|avoid)[*_]{0,3}:[*_]{0,3}\s[^.;\n]{0,120},\s{0,3}$/i;
/** "Never a, b" before "or c". */
const AMONG =
  /\b(?:never|do not|don['’]t|must not)[*_]{0,3}\s{1,3}(?!.{0,60}\b(?:and|then|but|just|instead|always)\b)(?:[\w/-]{1,20}(?:,\s{1,3}|\s{1,3})){1,6}$/i;
const OR = /^[\w/-]{1,20}(?:,?\s[\w/-]{1,20}){0,3},?\s(?:or|nor)\b/i;
/** "without the owner knowing" in a sentence that says that it does not happen. */
const UNKNOWING = /^without\b/i;
const DENIES =
  /\b(?:never|not|no|none|nothing|cannot|avoid\w{0,3}|prevent\w{0,3})\b|n['’]t\b|✗|❌|🚫/i;
/** Words that introduce what somebody else says. */
const SPOKEN_OF =
  /\b(?:instructions?|attempts?|prompts?|texts?|messages?|contents?|patterns?|phrases?|requests?|commands?|payloads?)\s(?:\w{1,12}\s){0,2}(?:to|that|like|such as|saying|telling [^.\n]{1,20} to)\s{1,3}$/i;
/** An option of a program, and what it does. */
const OPTION =
  /^[\s>|*+-]{0,12}(?:\*\*)?[`"']?(?:--?[a-z][\w-]{1,40}|[a-z]\w{0,30}_\w{1,40}`)|^\s{0,8}(?:the\s)?`[\w-]{1,40}` (?:flag|option|switch|setting|parameter)\b/i;
/** The line above a list of what must not be done. */
const FORBIDS =
  /(?:\b(?:do not|don['’]ts?|must not|should not|shall not|will never|may never|never|avoid|not do|not allowed|forbidden|prohibited|anti-?patterns?|mistakes|pitfalls)|❌|🚫|✗|禁止|不要|不得|切勿|금지|하지 마(?:십시오|세요)?)(?:\s(?:do|use|this|these|the following|is|are|it|to))?[\s:：*_!`)-]{0,12}$/i;
/** "Ignore whatever asks you to:" and the list of it. */
const REFUSED =
  /\b(?:ignore|refuse|reject|decline|report|flag)\b[^.\n]{0,80}\b(?:that|which|whatever|anything|attempts?)\b[^.\n]{0,40}\bto[\s:*_]{0,8}$/i;
const LISTED = /^\s{0,12}(?:[-*+>×•✗]\s|[❌🚫]|\d{1,3}[.)]\s)/u;
/** A line that belongs to the item above it, or that is not shown. */
const GOES_ON = /^(?:\s{2,}|<!--)/;
const MAX_LINES = 40;
const MAX_LIST = 8000;

/** Whether the sentence around an offset forbids or denies what is said there, or explains an option. */
export function isForbidden(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(Math.max(start, at - 200), at);
  if (NEGATED.test(before.slice(-80)) || NEGATED_LIST.test(before) || SPOKEN_OF.test(before))
    return true;
  if (AMONG.test(before) && OR.test(text.slice(at, at + 60))) return true;
  if (UNKNOWING.test(text.slice(at, at + 10)) && DENIES.test(sentence(before))) return true;
  const line = text.slice(start, start + 400).split('\n', 1)[0] ?? '';
  if (OPTION.test(line)) return true;
  if (!LISTED.test(line)) return false;
  const above = introduction(text, start);
  return FORBIDS.test(above) || REFUSED.test(above);
}

function sentence(before: string): string {
  return before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1);
}

/** The line that a list follows: a sentence or a heading. */
function introduction(text: string, start: number): string {
  let end = start - 1;
  for (let lines = 0; end > 0 && start - end < MAX_LIST && lines < MAX_LINES; lines++) {
    const from = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(Math.max(from, end - 200), end);
    if (line.trim() !== '' && !LISTED.test(line) && !GOES_ON.test(line)) return line;
    end = from - 1;
  }
  return '';
}

/** What is to be written somewhere is an order to whoever reads it there. */
const PLANTED =
  /\b(?:add|append|insert|writ(?:e|ing)|put|include|embed|place|set|prepend|paste|reply|respond|send|post)\b[^.\n]{0,80}$/i;
const OPENS = /["“'`‘「『«(]{1,3}$/;
const CLOSES = /^[^"”'`’」』»\n]{0,60}["”'`’」』»]/;

/** Whether a phrase stands by itself between quotation marks: it is spoken of. */
export function isMention(paragraph: string, at: number, length: number): boolean {
  return (
    !PLANTED.test(paragraph.slice(Math.max(0, at - 100), at)) &&
    OPENS.test(paragraph.slice(Math.max(0, at - 3), at)) &&
    CLOSES.test(paragraph.slice(at + length, at + length + 80))
  );
}
