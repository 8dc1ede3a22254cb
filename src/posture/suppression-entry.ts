import type { Place } from './place.ts';

/** A finding that somebody decided to live with. Every condition given must hold. */
export interface Suppression {
  readonly from: 'config' | 'file';
  /** Where it is written. */
  readonly at: Place;
  /** Exactly this checkId. */
  readonly checkId?: string;
  readonly fingerprint?: string;
  /** The setting a finding points at: `gateway.bind`. */
  readonly path?: string;
  /** The file a finding points at, `~` expanded. */
  readonly file?: string;
  /** Part of the title or the detail, in any case. */
  readonly titleIncludes?: string;
  readonly detailIncludes?: string;
  readonly reason?: string;
  readonly owner?: string;
  /** The last day on which it holds, in UTC: `2027-01-31`. */
  readonly expires?: string;
}

type Field = keyof Omit<Suppression, 'from' | 'at'>;
const FIELDS: readonly Field[] = [
  'checkId',
  'fingerprint',
  'path',
  'file',
  'titleIncludes',
  'detailIncludes',
  'reason',
  'owner',
  'expires',
];

export interface SuppressionProblem {
  readonly problem:
    | 'not_an_object'
    | 'unknown_field'
    | 'not_text'
    | 'bad_fingerprint'
    | 'bad_expires'
    | 'no_subject'
    | 'no_place'
    | 'no_reason'
    | 'text_in_file';
  /** The field concerned; empty for the entry as a whole. */
  readonly field: string;
  readonly at: Place;
}

export interface WrittenField {
  readonly name: string;
  /** Undefined for what is no text. */
  readonly text: string | undefined;
  readonly at: Place;
}

type Outcome = { readonly suppression: Suppression } | { readonly problem: SuppressionProblem };

/** Reads an entry of the config (as OpenClaw does, and more) or of the file beside it (stricter). */
export function readSuppression(
  from: Suppression['from'],
  at: Place,
  written: readonly WrittenField[],
  home: string,
): Outcome {
  const refuse = (problem: SuppressionProblem['problem'], field = '', where = at): Outcome => ({
    problem: { problem, field, at: where },
  });
  const values: { [F in Field]?: string } = {};
  for (const { name, text, at: where } of written) {
    const field = FIELDS.find((known) => known === name);
    if (field === undefined) return refuse('unknown_field', name, where);
    if (text === undefined) return refuse('not_text', name, where);
    if (field === 'fingerprint' && !/^[0-9a-f]{14}$/.test(text.trim()))
      return refuse('bad_fingerprint', name, where);
    if (field === 'expires' && endOf(text.trim()) === undefined)
      return refuse('bad_expires', name, where);
    if (from === 'file' && (field === 'titleIncludes' || field === 'detailIncludes'))
      return refuse('text_in_file', name, where);
    if (text.trim() !== '') values[field] = text.trim();
  }
  const { checkId, fingerprint, path, file, reason } = values;
  if (checkId === undefined && fingerprint === undefined) return refuse('no_subject');
  if (from === 'file') {
    if (fingerprint === undefined && path === undefined && file === undefined)
      return refuse('no_place');
    if (reason === undefined) return refuse('no_reason');
  }
  const expanded = file === undefined ? {} : { file: file.replace(/^~(?=[\\/])/, () => home) };
  return { suppression: { from, at, ...values, ...expanded } };
}

const DAY = 86_400_000;

/** When a suppression ends, in milliseconds since the epoch; undefined for what is no date. */
export function endOf(expires: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(expires)) return undefined;
  const start = Date.parse(expires);
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== expires)
    return undefined;
  return start + DAY;
}
