import type { Reason } from './part.ts';

/** The host side of a sandbox mount that leads elsewhere. */
export interface BindTarget {
  readonly path: string;
  readonly real: string;
}

/** Skills of one workspace whose file is really outside of it. */
export interface SkillLinks {
  readonly workspace: string;
  readonly escapes: readonly { readonly path: string; readonly target: string }[];
  /** Set when a bound was met before every skill was looked at. */
  readonly truncated?: true;
}

/** MCP servers that a skill shares among agents (`skills/config/mcporter.json`), by name. */
export interface McpRegistry {
  readonly path: string;
  readonly servers: readonly string[];
  /** Why the file could not be read. */
  readonly failure?: Reason;
}

export interface BrowserContainer {
  readonly name: string;
  /** Undefined when the label is missing or blank. */
  readonly configHash?: string;
  readonly configEpoch?: string;
  /** Lines of `docker port`: `{container: "9222/tcp", host: "0.0.0.0", port: 9222}`. */
  readonly published: readonly {
    readonly container: string;
    readonly host: string;
    readonly port: number;
  }[];
}
