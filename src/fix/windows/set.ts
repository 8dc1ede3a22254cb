import { runQuery } from '../../gather/child.ts';
import { asciiJson, type PowerShell } from '../../gather/windows-powershell.ts';
import type { Kind } from './dacl.ts';
import { SCRIPT_ARGS } from './script.ts';

/** One access control list to be set, if it is still the one that was seen. Lists are SDDL. */
export interface Ask {
  readonly path: string;
  /** Nothing below it may be a link. */
  readonly root: string;
  readonly kind: Kind;
  readonly from: string;
  readonly to: string;
}

const STATES = [
  'set',
  'already',
  'changed',
  'symlink',
  'not_a_file',
  'not_a_directory',
  'missing',
  'failed',
] as const;

export interface Answer {
  /** `changed`: it was neither as expected nor as wanted, and is left alone. */
  readonly state: (typeof STATES)[number];
  /** The list as it is now. */
  readonly dacl?: string;
  /** What went wrong, one word. */
  readonly errno?: string;
}

export interface SetOptions {
  readonly shell: PowerShell;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 60_000;
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Sets access control lists in the order given, by one PowerShell for all of them, and gives an answer
 * for each: what it did not speak of has failed.
 */
export async function setLists(
  asks: readonly Ask[],
  { shell, timeoutMs = TIMEOUT_MS }: SetOptions,
): Promise<readonly Answer[]> {
  if (asks.length === 0) return [];
  const answer = await runQuery(shell.command, SCRIPT_ARGS, {
    timeoutMs,
    maxBytes: MAX_BYTES,
    env: shell.env,
    input: asks
      .map(({ path, root, kind, from, to }) => `${asciiJson({ path, root, kind, from, to })}\n`)
      .join(''),
  });
  if (answer.status === 'failed') {
    const failed: Answer = { state: 'failed', errno: `PowerShell: ${answer.reason}` };
    return asks.map(() => failed);
  }
  const answers = readAnswers(answer.stdout.toString('latin1'));
  return asks.map((_, i) => answers.get(i) ?? { state: 'failed', errno: 'PowerShell: no answer' });
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && /^[ -~]{0,65536}$/.test(value);

/** What was answered, by the index of the question; lines that are none are passed over. */
export function readAnswers(text: string): ReadonlyMap<number, Answer> {
  const answers = new Map<number, Answer>();
  for (const line of text.split(/\r?\n/)) {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      continue;
    }
    if (typeof value !== 'object' || value === null) continue;
    const { i, state, dacl, error } = value as { readonly [key: string]: unknown };
    const known = STATES.find((one) => one === state);
    if (typeof i !== 'number' || known === undefined) continue;
    answers.set(i, {
      state: known,
      ...(isText(dacl) ? { dacl } : {}),
      ...(isText(error) ? { errno: error.slice(0, 100) } : {}),
    });
  }
  return answers;
}
