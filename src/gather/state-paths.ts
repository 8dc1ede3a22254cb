import { join } from 'node:path';
import type { Target } from '../locate/target.ts';

/** Where a gateway keeps its state since 2026.9. */
export const stateDatabasePath = ({ stateDir }: Target) =>
  join(stateDir, 'state', 'openclaw.sqlite');

/** A database and what SQLite keeps beside it. */
export const databaseFiles = (path: string) =>
  ['', '-wal', '-shm', '-journal'].map((end) => path + end);
