import type { Deadline } from './deadline.ts';
import type { AuthOverride } from './snapshot.ts';

export interface GatherOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: string;
  readonly uid: number | null;
  readonly openclawVersion?: string;
  /** Also read the config as this release would. */
  readonly upgradeTo?: string;
  /** `--auth`, `--token`, `--password`: never kept, only their length and which ones are equal. */
  readonly auth?: GivenAuth;
  /** Also ask the running gateway and read the code of plugins and skills. */
  readonly deep: boolean;
  /** With `deep`: list the questions for the gateway and ask none. */
  readonly dryRun?: boolean;
  /** Time for the first conversation with the gateway in milliseconds; 5000 when left out. */
  readonly probeMs?: number;
  readonly deadline: Deadline;
  /** Name and version of this program. */
  readonly tool: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What the caller says of the gateway's authentication, as typed. */
export interface GivenAuth {
  /** With it, the credentials replace the configured ones; without, they are for the probe alone. */
  readonly mode?: AuthOverride['mode'];
  readonly token?: string;
  readonly password?: string;
}
