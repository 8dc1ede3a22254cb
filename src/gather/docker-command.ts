import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { findProgram, type ProgramHost } from './find-program.ts';

export type DockerHost = ProgramHost;

const MAX_CONFIG_BYTES = 1024 * 1024;
/** ELF, PE, and Mach-O in both byte orders, both sizes and as a universal binary. */
const NATIVE = /^(7f454c46|4d5a|feedfac[ef]|c[ef]faedfe|cafebabe)/;

/** The `docker` that a shell would run. */
export const findDocker = (host: DockerHost): string | undefined => findProgram('docker', host);

/**
 * Whether this `docker` can do nothing but fail: Docker's own client with no engine to talk to.
 * Starting it costs more than the whole audit. Anything else (a script, podman under that name) is asked.
 */
export function canOnlyFail(command: string, host: DockerHost): boolean {
  if (host.platform === 'win32') return false;
  return isNativeDocker(command) && !engineMayExist(host.env);
}

function isNativeDocker(command: string): boolean {
  let handle: number | undefined;
  try {
    if (basename(realpathSync(command)) !== 'docker') return false;
    handle = openSync(command, 'r');
    const head = Buffer.alloc(4);
    readSync(handle, head, 0, head.length, 0);
    return NATIVE.test(head.toString('hex'));
  } catch {
    return false;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function engineMayExist(env: NodeJS.ProcessEnv): boolean {
  if (env.DOCKER_HOST || env.DOCKER_CONTEXT) return true;
  const home = env.HOME;
  const config = env.DOCKER_CONFIG || (home && join(home, '.docker'));
  if (config && mayNameContext(join(config, 'config.json'))) return true;
  const sockets = ['/var/run/docker.sock', '/run/docker.sock'];
  if (env.XDG_RUNTIME_DIR) sockets.push(join(env.XDG_RUNTIME_DIR, 'docker.sock'));
  if (home)
    sockets.push(join(home, '.docker/run/docker.sock'), join(home, '.docker/desktop/docker.sock'));
  return sockets.some((socket) => existsSync(socket));
}

/** True as well for a file that cannot be understood: docker is asked when in doubt. */
function mayNameContext(file: string): boolean {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return false;
    if (!stat.isFile() || stat.size > MAX_CONFIG_BYTES) return true;
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null && Object.hasOwn(value, 'currentContext');
  } catch {
    return true;
  }
}
