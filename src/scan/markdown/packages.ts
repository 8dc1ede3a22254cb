import type { ScanFinding, Spot } from '../finding.ts';
import { spotsIn, watch } from '../prefilter/spots.ts';
import { packageConfusion } from '../rules/text/package-confusion.ts';
import { evidenceAt } from '../snippet.ts';

const RUN =
  /\b(?:npx|bunx|pnpm dlx)\s(?:--?[\w-]{1,20}\s){0,4}([a-z\d][\w.-]{1,80})(?![\w@/-])[^\n]{0,200}/g;
const RUNS = watch(RUN);
const INTERNAL =
  /\binternal (?:package )?registry\b|\bprivate registry\b|사내 레지스트리|内部(?:仓库|注册表)/i;
/** Packages of OpenClaw and its registry, and tools that they document. */
const OWN: ReadonlySet<string> = new Set(
  'openclaw clawhub clawdhub clawdbot moltbot molthub clawhub-cli openclaw-security'.split(' '),
);

/** Packages without a scope that are fetched and run in one command. */
export function doubtfulPackages(
  text: string,
  place: (at: number) => Spot,
): readonly ScanFinding[] {
  if (!spotsIn(text).mayMatch(RUNS)) return [];
  let internal: boolean | undefined;
  const found: ScanFinding[] = [];
  for (const { 0: command, 1: name = '', index } of text.matchAll(RUN)) {
    if (found.length >= 20) break;
    internal ??= INTERNAL.test(text);
    const at = evidenceAt(place(index), () => command);
    if (internal && !command.includes('--registry'))
      found.push(packageConfusion.found('internal', { name }, at));
    else if (
      /^(?:claw|clawd|openclaw|moltbot)-/.test(name) &&
      !OWN.has(name) &&
      /\s(?:-y|--yes)\s/.test(command)
    )
      found.push(packageConfusion.found('look-alike', { name }, at));
  }
  return found;
}
