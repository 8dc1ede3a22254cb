import type { Generation } from '../../config/known-releases.ts';
import type { CodeMatch } from './match.ts';
import { matchEarly } from './rules-early.ts';
import { matchLater } from './rules-later.ts';
import { matchSkillText } from './rules-skill-text.ts';

/** How OpenClaw's own scan reads code, as observed. */
export interface ReferenceScan {
  /** Whether it follows links to files that it comes across; those that a manifest names, it always does. */
  readonly followsLinks: boolean;
  /** The rules that code meets, by line. */
  matchCode(text: string): readonly CodeMatch[];
  /** The rules that SKILL.md meets; left out where it is not read. */
  readonly matchSkill?: (text: string) => readonly CodeMatch[];
}

const EXTENSION = /\.(?:[cm]?[jt]s|[jt]sx)$/i;

/** Whether a file's name is one of JavaScript or TypeScript. */
export function isCodeFile(name: string): boolean {
  return EXTENSION.test(name);
}

/** The scan of the releases that a configuration is judged by. */
export function referenceScan(generation: Generation): ReferenceScan {
  if (generation === '2026.2')
    return { followsLinks: true, matchCode: (text) => byLine(matchEarly(text)) };
  return {
    followsLinks: false,
    matchCode: (text) => byLine(matchLater(text)),
    matchSkill: (text) => byLine([...matchSkillText(text), ...matchLater(text)]),
  };
}

function byLine(matches: readonly CodeMatch[]): readonly CodeMatch[] {
  return [...matches].sort((a, b) => a.line - b.line);
}
