import type { Redactor } from '../config/redact.ts';
import { isJsonObject } from '../document/json-object.ts';
import { property, textProperty } from './collect.ts';
import { malformed } from './sqlite/malformed.ts';
import type { InstallRecord } from './stored-facts.ts';

const MAX_RECORDS = 1000;
const MAX_TEXT = 500;

/**
 * The install records in what the database keeps: `{index: {installRecords}}` for plugins, the records
 * themselves for hook packs.
 * @throws UnreadableDatabase for anything else: OpenClaw refuses to start with it.
 */
export function recordsOf(
  kept: unknown,
  kind: 'plugins' | 'hooks',
  redactor: Redactor,
): readonly InstallRecord[] {
  if (kept === undefined) return [];
  const records = kind === 'hooks' ? kept : property(property(kept, 'index'), 'installRecords');
  if (records === undefined && kind === 'plugins' && property(kept, 'index') !== undefined)
    return [];
  if (!isJsonObject(records)) throw malformed('install records');
  return Object.entries(records)
    .slice(0, MAX_RECORDS)
    .map(([id, record]) => {
      if (!isJsonObject(record)) throw malformed('install records');
      return recordOf(id, record, redactor);
    });
}

function recordOf(id: string, record: object, redactor: Redactor): InstallRecord {
  const text = (key: string) => {
    const found = textProperty(record, key, MAX_TEXT)?.trim();
    return found ? redactor.text(found) : undefined;
  };
  const known = {
    source: text('source'),
    spec: text('spec'),
    version: text('version'),
    resolvedVersion: text('resolvedVersion'),
    installPath: text('installPath'),
  };
  return {
    id: redactor.text(id.slice(0, MAX_TEXT)),
    hasIntegrity: text('integrity') !== undefined,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
  };
}
