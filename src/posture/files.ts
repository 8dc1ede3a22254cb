import type { FileRole, RoleFact } from '../gather/file-facts.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import { need } from './missing.ts';
import { generationOf } from './release.ts';

/** The files and directories that matter, by role. */
export interface Files {
  /** In the order gathered; empty when none of that role exists. */
  of(role: FileRole): readonly RoleFact[];
  one(role: FileRole): RoleFact | undefined;
}

/** Later releases look at the files of `main` whether the config names it or not. */
function asListed(fact: RoleFact): RoleFact {
  if (fact.role !== 'unlisted_agent_file' || fact.agent !== 'main') return fact;
  const isStore = /[\\/]sessions\.json$/.test(fact.path);
  return { ...fact, role: isStore ? 'sessions_store' : 'auth_profiles' };
}

export function resolveFiles(snapshot: Snapshot): Files {
  const found = need(snapshot.files, 'files', []);
  const all = generationOf(snapshot) === '2026.2' ? found : found.map(asListed);
  return {
    of: (role) => all.filter((fact) => fact.role === role),
    one: (role) => all.find((fact) => fact.role === role),
  };
}
