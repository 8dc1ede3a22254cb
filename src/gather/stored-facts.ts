/** What was written down when a plugin or a hook pack was installed. */
export interface InstallRecord {
  readonly id: string;
  readonly source?: string;
  /** Credentials masked. */
  readonly spec?: string;
  readonly hasIntegrity: boolean;
  readonly version?: string;
  readonly resolvedVersion?: string;
  readonly installPath?: string;
}

/** Install records that are kept in the database; before 2026.9 they were part of the config. */
export interface InstallRecords {
  /** The database. */
  readonly path: string;
  readonly plugins: readonly InstallRecord[];
  readonly hooks: readonly InstallRecord[];
}

/** The database that a gateway keeps its state in since 2026.9. */
export interface StateDatabase {
  readonly path: string;
  readonly schema: number;
  /** The release that created it, as it says itself. */
  readonly appVersion?: string;
  /** Rows of the tables that hold credentials, by the name of the table; empty ones left out. */
  readonly credentials: { readonly [table: string]: number };
}

/** Approved senders: `<credentials>/<channel>[-<account>]-allowFrom.json`, or rows of the database. */
export interface PairingStore {
  readonly channel: string;
  readonly account?: string;
  /** The file or the database. */
  readonly path: string;
  /** Trimmed entries; blanks dropped, `*` kept. */
  readonly entries: readonly string[];
}

export interface ExecApprovals {
  /** The file or the database. */
  readonly path: string;
  readonly defaults: {
    readonly security?: string;
    readonly ask?: string;
    readonly autoAllowSkills?: boolean;
  };
  readonly agents: {
    readonly [id: string]: {
      readonly security?: string;
      readonly ask?: string;
      readonly autoAllowSkills?: boolean;
      readonly allowlist: readonly string[];
    };
  };
}
