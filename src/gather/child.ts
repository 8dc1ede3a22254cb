import { dirname } from 'node:path';

export interface QueryLimits {
  readonly timeoutMs: number;
  /** Of standard output; a byte more and the answer is refused. */
  readonly maxBytes: number;
  readonly env: NodeJS.ProcessEnv;
  /** Written to standard input, which is closed without it. */
  readonly input?: string;
}

export type QueryFailure = 'timeout' | 'too_large' | 'failed';

export type QueryAnswer =
  | { readonly status: 'ok'; readonly stdout: Buffer; readonly exitCode: number }
  | { readonly status: 'failed'; readonly reason: QueryFailure; readonly detail: string };

/** For an answer that was there before the time was up. */
const GRACE_MS = 20;
/** A descendant that keeps the pipe open after the command ended is waited for this long. */
const STRAGGLER_MS = 200;
const WINDOWS = process.platform === 'win32';

/**
 * Asks a program, given by its absolute path, and never through a shell: bounded in time and
 * output, in a process group of its own so that all of it can be ended. Nothing of it keeps this
 * process alive once the answer is there.
 */
export async function runQuery(
  command: string,
  args: readonly string[],
  limits: QueryLimits,
): Promise<QueryAnswer> {
  const { timeoutMs, maxBytes, env, input } = limits;
  if (!(timeoutMs > 0)) return { status: 'failed', reason: 'timeout', detail: 'no time left' };
  const { spawn } = process.getBuiltinModule('node:child_process');
  return new Promise((resolve) => {
    let child: ReturnType<typeof spawn>;
    try {
      child = spawn(command, args, {
        // The own directory may be gone, and Windows would look for libraries in it.
        cwd: dirname(command),
        env,
        detached: !WINDOWS,
        windowsHide: true,
        stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore'],
      });
    } catch (error) {
      resolve({ status: 'failed', reason: 'failed', detail: codeOf(error) });
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    let settled = false;
    const kill = () => killGroup(child.pid, () => child.kill('SIGKILL'));
    const settle = (answer: QueryAnswer) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      process.removeListener('exit', kill);
      child.stdin?.destroy();
      child.stdout?.destroy();
      child.unref();
      resolve(answer);
    };
    const abandon = (reason: QueryFailure, detail: string) => {
      if (settled) return;
      kill();
      settle({ status: 'failed', reason, detail });
    };
    const answer = (exitCode: number | null, signal: string | null) =>
      exitCode === null
        ? abandon('failed', signal ?? 'ended')
        : settle({ status: 'ok', stdout: Buffer.concat(chunks, size), exitCode });
    const timer = setTimeout(() => {
      // After a long synchronous stretch timers come first: let an answer that is waiting be read.
      setTimeout(() => abandon('timeout', `${timeoutMs} ms`), GRACE_MS).unref();
    }, timeoutMs);
    process.once('exit', kill);
    exitOnSignals();
    child.once('error', (error) =>
      settle({ status: 'failed', reason: 'failed', detail: codeOf(error) }),
    );
    child.once('close', answer);
    child.once('exit', (exitCode, signal) => {
      setTimeout(() => answer(exitCode, signal), STRAGGLER_MS).unref();
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) abandon('too_large', `more than ${maxBytes} bytes`);
      else chunks.push(chunk);
    });
    child.stdout?.on('error', () => undefined);
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function killGroup(pid: number | undefined, killOne: () => void): void {
  if (pid === undefined) return;
  try {
    if (WINDOWS) killOne();
    else process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

function codeOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return typeof code === 'string' ? code : 'could not be started';
}

let exiting = false;

/** A signal alone would end this process and leave the child behind; an exit takes it along. */
function exitOnSignals(): void {
  if (exiting) return;
  exiting = true;
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}
