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
