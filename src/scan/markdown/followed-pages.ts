import type { Fact, Spot } from '../finding.ts';
import { spotsIn, watch } from '../prefilter/spots.ts';
import { FOLLOW_FACT } from '../scan-item.ts';

const ENDING = /\.(?:mdx?|markdown)\b/iy;
const ENDINGS = watch(ENDING);
const NAME = /[\w.-]{1,80}$/;
/** Words that have a page carried out; to read it, or to look something up in it, is none of that. */
const FOLLOW =
  /\b(?:follow|run|execute|perform|complete|apply|obey|carry out|work through|go through|set ?up|install|start (?:with|by)|begin (?:with|by))(?:s|ing)?\b|따르|따라|실행|수행|설치|按照|执行|遵循|运行|安装|執行|遵循|運行/i;
const MAX_PAGES = 50;
const REACH = 160;

/** Pages of the item that a text has an agent follow, by the words around their names in the line. */
export function followedPages(text: string, place: (at: number) => Spot): readonly Fact[] {
  const found = new Map<string, Fact>();
  const spots = spotsIn(text);
  for (let next = spots.next(ENDINGS, 0); next < text.length; ) {
    const index = next;
    next = spots.next(ENDINGS, index + 1);
    ENDING.lastIndex = index;
    const ending = ENDING.exec(text)?.[0];
    if (ending === undefined) continue;
    if (found.size >= MAX_PAGES) break;
    const name = NAME.exec(text.slice(Math.max(0, index - 80), index))?.[0];
    if (name === undefined) continue;
    const value = `${name}${ending}`.toLowerCase();
    if (found.has(value)) continue;
    const at = index - name.length;
    const before = text.slice(Math.max(0, at - REACH), at);
    const after = text.slice(index + ending.length, index + ending.length + REACH);
    const around = `${before.slice(before.lastIndexOf('\n') + 1)} ${after.split('\n', 1)[0]}`;
    if (FOLLOW.test(around)) found.set(value, { kind: FOLLOW_FACT, value, ...place(at) });
  }
  return [...found.values()];
}
