import { type Generation, knowledgeOf } from '../config/known-releases.ts';
import type { Snapshot } from '../gather/snapshot.ts';

/** Whose meaning the settings have: for the resolvers of this folder, never for a check. */
export function generationOf({ version }: Pick<Snapshot, 'version'>): Generation {
  return knowledgeOf(version.judged).generation;
}
