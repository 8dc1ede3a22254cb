import { isJsonObject } from '../document/json-object.ts';
import { visible } from '../text/visible.ts';
import type { Frame } from './wire.ts';

/**
 * What a gateway says of itself to whom it lets in. 2026.2 tells its files and its mode of
 * authentication, 2026.9 its release, how this client was let in, and where its sessions are.
 */
export interface SelfReport {
  /** The release that it says it is. */
  readonly version?: string;
  /** Absolute path of the config that it runs from. */
  readonly configPath?: string;
  /** Absolute path of its state directory. */
  readonly stateDir?: string;
  /** Whether `stateDir` was worked out from a path below it, which settings may lead elsewhere. */
  readonly stateDirFrom?: 'sessions';
  readonly authMode?: AuthMode;
}

const AUTH_MODES = ['none', 'token', 'password', 'trusted-proxy'] as const;
type AuthMode = (typeof AUTH_MODES)[number];

const VERSION = /^\d{4}\.\d{1,2}\.\d{1,3}(?:-[\w.]{1,32})?$/;
const MAX_PATH = 1000;
const PATH = /^(?:\/|[A-Za-z]:[\\/])/;
/** Below the state directory, when no setting leads elsewhere. */
const SESSIONS =
  /^(.+)[\\/]agents[\\/][^\\/]{1,100}[\\/](?:sessions[\\/]sessions\.json|agent[\\/]openclaw-agent\.sqlite)$/;

/**
 * Reads what a gateway answers to `connect`.
 * @param secrets a text that holds one of these says nothing
 */
export function readSelfReport(
  { server, snapshot, auth }: Frame,
  secrets: readonly string[],
): SelfReport {
  const told = isJsonObject(snapshot) ? snapshot : {};
  const update = isJsonObject(told.updateAvailable) ? told.updateAvailable : {};
  // Older gateways do not name themselves, but which release would replace theirs.
  const versions = [isJsonObject(server) ? server.version : undefined, update.currentVersion];
  const path = (value: unknown) => pathOf(value, secrets);
  const stateDir = path(told.stateDir);
  const sessions = stateDir === undefined ? path(sessionsPath(told.health)) : undefined;
  const below = sessions === undefined ? undefined : SESSIONS.exec(sessions)?.[1];
  const version = versions.find((name) => typeof name === 'string' && VERSION.test(name));
  const configPath = path(told.configPath);
  const mode = told.authMode ?? (isJsonObject(auth) ? auth.method : undefined);
  const authMode = AUTH_MODES.find((known) => known === mode);
  return {
    ...(typeof version === 'string' ? { version } : {}),
    ...(configPath === undefined ? {} : { configPath }),
    ...(stateDir === undefined ? {} : { stateDir }),
    ...(below === undefined ? {} : { stateDir: below, stateDirFrom: 'sessions' }),
    ...(authMode === undefined ? {} : { authMode }),
  };
}

function sessionsPath(health: unknown): unknown {
  const agents = isJsonObject(health) && Array.isArray(health.agents) ? health.agents : [];
  const main: unknown = agents.find((agent) => isJsonObject(agent) && agent.isDefault === true);
  return isJsonObject(main) && isJsonObject(main.sessions) ? main.sessions.path : undefined;
}

/** Only what is plainly a path: it is shown, and looked up on this host. */
function pathOf(value: unknown, secrets: readonly string[]): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_PATH || !PATH.test(value)) return undefined;
  const secret = secrets.some((text) => text !== '' && value.includes(text));
  return secret || visible(value) !== value ? undefined : value;
}
