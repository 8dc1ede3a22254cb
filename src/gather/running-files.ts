import { statSync } from 'node:fs';
import type { ConfigValue } from '../config/tree.ts';
import type { ProbeResult } from '../live/result.ts';
import type { Target } from '../locate/target.ts';
import { errnoOf } from './errno.ts';
import type { GatewayProbe } from './snapshot.ts';

interface Audited {
  readonly target: Pick<Target, 'configPath' | 'stateDir'>;
  readonly tree: ConfigValue;
  /** Whether the gateway that answered is another host's. */
  readonly remote: boolean;
  /** Whether a text may be shown. */
  readonly isClean: (text: string) => boolean;
}

/** Says whether a gateway runs from the files that are audited, as far as it tells and they are here. */
export function withFiles(probe: ProbeResult, about: Audited): GatewayProbe {
  const { configPath, stateDir, stateDirFrom, ...rest } = probe;
  const elsewhere = stateDirFrom === 'sessions' && movesSessions(about.tree);
  const known = {
    ...rest,
    ...(configPath !== undefined && about.isClean(configPath) ? { configPath } : {}),
    ...(stateDir !== undefined && about.isClean(stateDir) && !elsewhere ? { stateDir } : {}),
  };
  if (about.remote) return known;
  const configIs = compare(known.configPath, about.target.configPath);
  const stateDirIs = compare(known.stateDir, about.target.stateDir);
  return { ...known, ...(configIs && { configIs }), ...(stateDirIs && { stateDirIs }) };
}

/** Settings by which sessions are kept outside of the state directory. */
const MOVES_SESSIONS = /"agentDir"|"store":/;

function movesSessions(tree: ConfigValue): boolean {
  return MOVES_SESSIONS.test(JSON.stringify(tree));
}

/** A path that is not there belongs to another root, such as a container's, and says nothing. */
function compare(told: string | undefined, audited: string): 'audited' | 'another' | undefined {
  if (told === undefined) return undefined;
  if (told === audited) return 'audited';
  const [its, ours] = [identityOf(told), identityOf(audited)];
  if (its === 'missing') return undefined;
  return its !== 'hidden' && its === ours ? 'audited' : 'another';
}

/** What stays the same whatever path leads there; `hidden` when this user may not look. */
function identityOf(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(errnoOf(error)) ? 'missing' : 'hidden';
  }
}
