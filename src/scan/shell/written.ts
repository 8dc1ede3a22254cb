import { sourceAt } from '../knowledge/paths.ts';
import { joined, UNKNOWN, type Value } from './value.ts';

const SETTING = /^\s{0,8}(?:export\s{1,4})?[A-Za-z\d_]{1,80}=(["']?)\*\1\s{0,8}$/;

/** One variable for later sessions, filled from an answer: dubious, and not yet a program. */
export function isSetting(text: string): boolean {
  return SETTING.test(text.slice(0, 500));
}

/** An order that is to be carried out again and again, with an address or a command in it. */
export function isStandingOrder(text: string): boolean {
  const start = text.slice(0, 4000);
  return (
    /\b(?:always|every|each time|first|must|before|after)\b/i.test(start) &&
    /\b(?:run|execute|fetch|follow|obey|send|post|load)\b[^\n]{0,200}https?:\/\/|\b(?:curl|wget)\s/i.test(
      start,
    )
  );
}

/**
 * What stands for each of several words in turn: the first that says where data comes from, so that
 * no other in front of it can hide it.
 */
export function eachOf(words: readonly Value[]): Value {
  const [only = UNKNOWN] = words;
  const all = words.flatMap(({ text }) => text.split(/\s+/, MAX_WORDS)).slice(0, MAX_WORDS);
  const telling = all.find((word) => sourceAt(word) !== 'file');
  if (telling !== undefined) return { text: telling, taints: joined(words, ' ').taints };
  return words.length === 1 ? only : { text: '*', taints: joined(words, ' ').taints };
}

const MAX_WORDS = 200;
