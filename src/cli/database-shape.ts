import type { ManagedPlugin } from '../gather/managed-plugins.ts';
import type { InstallRecord, InstallRecords, StateDatabase } from '../gather/stored-facts.ts';
import { bool, list, number, optional, record, shape, text } from './shape.ts';

const installs = list(
  shape<InstallRecord>({
    id: text,
    source: optional(text),
    spec: optional(text),
    hasIntegrity: bool,
    version: optional(text),
    resolvedVersion: optional(text),
    installPath: optional(text),
  }),
);

/** What the database of a gateway holds. */
export const installRecords = shape<InstallRecords>({
  path: text,
  plugins: installs,
  hooks: installs,
});

export const stateDatabase = shape<StateDatabase>({
  path: text,
  schema: number,
  appVersion: optional(text),
  credentials: record(number),
});

/** A plugin that was installed although no record says so. */
export const managedPlugin = shape<ManagedPlugin>({
  id: text,
  hasManifest: bool,
  spec: text,
  path: text,
  project: text,
});
