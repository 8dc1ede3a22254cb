import type { Fact, Spot } from '../finding.ts';
import { FOLLOW_FACT } from '../scan-item.ts';

const PAGE = /(?<![\w.-])([\w.-]{1,80}\.(?:md|mdx|markdown))\b/gi;
/** Words that have a page carried out; to read it, or to look something up in it, is none of that. */
const FOLLOW =
  /\b(?:follow|run|execute|perform|complete|apply|obey|carry out|work through|go through|set ?up|install|start (?:with|by)|begin (?:with|by))(?:s|ing)?\b|따르|따라|실행|수행|설치|按照|执行|遵循|运行|安装|執行|遵循|運行/i;
const MAX_PAGES = 50;
const REACH = 160;

/** Pages of the item that a text has an agent follow, by the words around their names in the line. */
export function followedPages(text: string, place: (at: number) => Spot): readonly Fact[] {
  const found = new Map<string, Fact>();
  for (const { 0: name, index } of text.matchAll(PAGE)) {
    if (found.size >= MAX_PAGES) break;
    const value = name.toLowerCase();
    if (found.has(value)) continue;
    const start = Math.max(text.lastIndexOf('\n', index) + 1, index - REACH);
    const newline = text.indexOf('\n', index);
    const end = Math.min(newline < 0 ? text.length : newline, index + name.length + REACH);
    const around = `${text.slice(start, index)} ${text.slice(index + name.length, end)}`;
    if (FOLLOW.test(around)) found.set(value, { kind: FOLLOW_FACT, value, ...place(index) });
  }
  return [...found.values()];
}
