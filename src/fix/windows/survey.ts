import { runQuery } from '../../gather/child.ts';
import {
  POWERSHELL_ARGS,
  type PowerShell,
  parseAnswer,
  question,
} from '../../gather/windows-powershell.ts';
import { type AccessStep, stepPath, typeOf } from '../access.ts';
import { closedDacl, icaclsCommand, judgeSddl } from './dacl.ts';

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 16 * 1024 * 1024;
/** As many as the audit looks at. */
const MAX_PATHS = 5000;

export type Survey =
  | { readonly ok: true; readonly access: readonly AccessStep[] }
  /** Why nothing is known of any of them. */
  | { readonly ok: false; readonly reason: string };

/**
 * Says of files and directories, which were looked at already, what their access control lists need.
 * Modes mean nothing here: only what is there and of the right kind is asked about. Reads only.
 */
export async function surveyLists(
  steps: readonly AccessStep[],
  shell: PowerShell,
): Promise<Survey> {
  const isThere = ({ state }: AccessStep) => state === 'loose' || state === 'already';
  const asked = steps.filter(isThere).slice(0, MAX_PATHS);
  if (asked.length === 0) return { ok: true, access: steps };
  const answer = await runQuery(shell.command, POWERSHELL_ARGS, {
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
    env: shell.env,
    input: question(asked.map(stepPath)),
  });
  if (answer.status === 'failed') return { ok: false, reason: `PowerShell: ${answer.reason}` };
  const parsed = parseAnswer(answer.stdout.toString('latin1'));
  if (parsed === undefined) return { ok: false, reason: 'PowerShell: malformed' };
  const { me, lines } = parsed;
  if (me === undefined) return { ok: false, reason: 'PowerShell: no SID' };
  const index = new Map(asked.map((step, i) => [step, i]));
  const access = steps.map((step): AccessStep => {
    if (!isThere(step)) return describe(step, me);
    const i = index.get(step);
    return i === undefined
      ? { ...describe(step, me), state: 'failed', errno: `> ${MAX_PATHS}` }
      : judged(step, lines.get(i) ?? '', me);
  });
  // A directory hands its list down to what is in it and has none of its own: that comes first.
  return { ok: true, access: access.toSorted((a, b) => depth(b) - depth(a)) };
}

const depth = (step: AccessStep) => stepPath(step).split(/[\\/]/).length;

const describe = (step: AccessStep, me: string, dropped: readonly string[] = []): AccessStep => ({
  ...step,
  command: icaclsCommand(stepPath(step), typeOf(step), me, dropped),
});

function judged(step: AccessStep, line: string, me: string): AccessStep {
  if (line === '!ObjectNotFound') return { ...describe(step, me), state: 'missing' };
  if (line.startsWith('!')) return { ...describe(step, me), state: 'failed', errno: line.slice(1) };
  const seen = judgeSddl(line, me);
  switch (seen.state) {
    case 'unreadable':
      return { ...describe(step, me), state: 'failed', errno: 'ACL' };
    case 'loose': {
      const { before, losing, dropped } = seen;
      const list = { before, after: closedDacl(typeOf(step), me), me, losing };
      return { ...describe(step, me, dropped), state: 'loose', list };
    }
    default:
      return { ...describe(step, me), state: seen.state };
  }
}
