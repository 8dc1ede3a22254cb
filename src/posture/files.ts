import type { FileRole, RoleFact, Snapshot } from '../gather/snapshot.ts';
import { need } from './missing.ts';

/** The files and directories that matter, by role. */
export interface Files {
  /** In the order gathered; empty when none of that role exists. */
  of(role: FileRole): readonly RoleFact[];
  one(role: FileRole): RoleFact | undefined;
}

export function resolveFiles(snapshot: Snapshot): Files {
  const all = need(snapshot.files, 'files', []);
  return {
    of: (role) => all.filter((fact) => fact.role === role),
    one: (role) => all.find((fact) => fact.role === role),
  };
}
