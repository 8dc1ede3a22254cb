import type { Spot, Step } from '../finding.ts';

/** What is read. The words are the same for every language. */
export type SourceKind =
  /** All environment variables at once. */
  | 'environment'
  /** One variable whose name says that it is a secret; `detail` is the name. */
  | 'secret-variable'
  | 'credential-file'
  /** OpenClaw's own config and state. */
  | 'state-file'
  /** What agents are told and remember: SOUL.md, MEMORY.md, session transcripts. */
  | 'agent-memory'
  | 'browser-profile'
  | 'wallet'
  | 'key-store'
  | 'clipboard'
  /** What the program was started with, or what its user typed. */
  | 'argument'
  /** Who and where: user name, host name, addresses. */
  | 'host-facts'
  | 'command-output'
  /** Some file, its name unknown or harmless. */
  | 'file'
  /** What a server answered. */
  | 'remote'
  /** A constant that was decoded or put together at run time. */
  | 'decoded-constant';

/** Where it goes. */
export type SinkKind =
  | 'network'
  | 'dns'
  | 'shell'
  /** eval, new Function, dynamic import, deserialisation. */
  | 'code'
  /** Shell start-up files, autostart folders, services, login items. */
  | 'autostart'
  | 'cron'
  /** Files that tell an agent what to do. */
  | 'agent-memory'
  /** OpenClaw's config, approvals, hooks. */
  | 'gateway-config'
  /** A file that is made executable or run afterwards. */
  | 'program-file'
  | 'process-memory'
  | 'file';

export interface Source {
  readonly kind: SourceKind;
  /** The variable, path or address, as far as it is known. */
  readonly detail: string;
  /** Of a file of settings: the one value that is taken, as its names: `channels.feishu.appSecret`. */
  readonly part?: string;
}

export interface Sink {
  readonly kind: SinkKind;
  /** The call, as it is known in the language: `fetch`, `requests.post`, `curl`. */
  readonly call: string;
  /** The address, path or command as far as it is constant; `*` stands for what is not known. */
  readonly detail: string;
}

/** Data that goes from a source to a sink, in one file or over several. */
export interface Flow extends Spot {
  readonly source: Source;
  /** `base64`, `gzip`, `aes`, `reverse` …, in order. */
  readonly transforms: readonly string[];
  readonly sink: Sink;
  /** From source to sink, both included. */
  readonly steps: readonly Step[];
  /** The line of the sink. */
  readonly snippet: string;
}
