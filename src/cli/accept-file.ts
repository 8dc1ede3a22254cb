import { resolve } from 'node:path';
import { isJsonObject } from '../document/json-object.ts';
import { type JsonValue, parseDocument } from '../document/parse.ts';
import { readFileBounded } from '../gather/read-file.ts';
import { endOf, readSuppression } from '../posture/suppression-entry.ts';
import { IncompleteError, UsageError } from './errors.ts';

const FINGERPRINT = /^[0-9a-f]{14}$/;
const MAX_BYTES = 256 * 1024;
const MAX_ENTRIES = 1000;

/**
 * The fingerprints that `--accept` names, itself or by files of the form of
 * `security-suppressions.json5`. An entry whose day is over accepts nothing any more.
 * @throws UsageError for a file of another form, IncompleteError for one that cannot be read.
 */
export function readAccepted(
  given: readonly string[],
  { cwd, now }: { readonly cwd: string; readonly now: number },
): ReadonlySet<string> {
  return new Set(
    given.flatMap((item) =>
      FINGERPRINT.test(item) ? [item] : readFile(resolve(cwd, item), item, now),
    ),
  );
}

function readFile(path: string, typed: string, now: number): readonly string[] {
  const read = readFileBounded(path, MAX_BYTES);
  if (read.status === 'missing') throw new UsageError('accept_unknown', { value: typed });
  if (read.status === 'failed')
    throw new IncompleteError('accept_unreadable', { path, reason: read.detail ?? read.reason });
  const document = parseDocument(new TextDecoder('utf-8').decode(read.bytes));
  const refuse = (at: string) => new UsageError('accept_malformed', { path, at });
  if (!document.ok) throw refuse(`${document.line}:${document.column}`);
  const list = listIn(document.value);
  if (list === undefined || list.length > MAX_ENTRIES) throw refuse('suppressions');
  return list.flatMap((entry, index) => {
    const at = `suppressions[${index}]`;
    const fields = fieldsOf(entry, path);
    const outcome = fields && readSuppression('file', { kind: 'file', path }, fields, '');
    if (!outcome || 'problem' in outcome) throw refuse(at);
    const { fingerprint, expires } = outcome.suppression;
    // What names a setting or a file is meant for the audit.
    if (fingerprint === undefined) return [];
    return expires !== undefined && now >= (endOf(expires) ?? 0) ? [] : [fingerprint];
  });
}

function listIn(value: JsonValue): readonly JsonValue[] | undefined {
  const list = isJsonObject(value) ? value.suppressions : undefined;
  return Array.isArray(list) ? list : undefined;
}

function fieldsOf(entry: JsonValue, path: string) {
  if (!isJsonObject(entry)) return undefined;
  return Object.entries(entry).map(([name, value]) => ({
    name,
    text: typeof value === 'string' ? value : undefined,
    at: { kind: 'file', path } as const,
  }));
}
