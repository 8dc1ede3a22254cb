import { existsSync } from 'node:fs';
import { knowledgeOf } from '../config/known-releases.ts';
import type { Redactor } from '../config/redact.ts';
import { gatherApprovals } from './approvals.ts';
import { type Collecting, collect } from './collect.ts';
import { gatherPairing } from './pairing.ts';
import type { Part } from './part.ts';
import type { Snapshot } from './snapshot.ts';
import { stateDatabasePath } from './state-paths.ts';
import type { VersionFacts } from './version-facts.ts';

/** What some releases keep in files and others in a database. */
export type StoredState = Pick<
  Snapshot,
  'approvals' | 'pairing' | 'installRecords' | 'stateDatabase'
>;

/**
 * Reads from where the release keeps it. Without a database a newer release has not been started yet,
 * and will take over what the files of the older one say.
 */
export async function gatherStoredState(
  run: Collecting,
  version: VersionFacts,
  redactor: Redactor,
): Promise<StoredState> {
  const { generation } = knowledgeOf(version.judged);
  if (generation === '2026.2' || !existsSync(stateDatabasePath(run.target)))
    return {
      approvals: await collect(run.deadline, () => gatherApprovals(run)),
      pairing: await collect(run.deadline, () => gatherPairing(run)),
      installRecords: { status: 'absent' },
      stateDatabase: { status: 'absent' },
    };
  const whole = await collect(run.deadline, async (): Promise<Part<StoredState>> => {
    const { readStateDatabase } = await import('./state-database.ts');
    return readStateDatabase(run, redactor);
  });
  if (whole.status === 'ok') return whole.value;
  return { approvals: whole, pairing: whole, installRecords: whole, stateDatabase: whole };
}
