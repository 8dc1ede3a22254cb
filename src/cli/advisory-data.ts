import { parseRelease } from '../config/release.ts';
import { parseRange } from '../config/release-range.ts';
import type { Advisory, AdvisoryData } from '../posture/advisory-data.ts';
import { type AdvisoryTable, tableOf } from '../posture/advisory-table.ts';
import { type Fault, type Guard, list, nullable, oneOf, optional, shape, text } from './shape.ts';

type Outcome =
  | { readonly ok: true; readonly value: AdvisoryData }
  | { readonly ok: false; readonly at: string; readonly expected: string };

const MAX_ADVISORIES = 20_000;
const MAX_TEXT = 500;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function words(expected: string, fits: (value: string) => boolean): Guard<string> {
  return (value, at, fault): value is string => {
    if (typeof value === 'string' && value.length <= MAX_TEXT && fits(value)) return true;
    if (fault.expected === '') Object.assign(fault, { at, expected });
    return false;
  };
}

const line = words(`text of up to ${MAX_TEXT} characters`, () => true);
const advisory = shape<Advisory>({
  id: words('an id such as GHSA-7xr2-q9vf-x4r5', (id) => /^[\w.:-]{1,64}$/.test(id)),
  cve: nullable(words('an id such as CVE-2026-32846', (id) => /^CVE-\d{4}-\d{4,}$/.test(id))),
  severity: nullable(
    oneOf<NonNullable<Advisory['severity']>>({
      critical: true,
      high: true,
      medium: true,
      low: true,
    }),
  ),
  affectedRange: words(
    'a range such as >=2026.2.1 <2026.2.22',
    (range) => parseRange(range) !== undefined,
  ),
  fixedVersion: nullable(
    words('a release such as 2026.2.22', (release) => parseRelease(release) !== undefined),
  ),
  title: line,
  url: words('an address that begins with https://', (url) => /^https:\/\/[^\s"<>]+$/.test(url)),
  cvss: optional(line),
  aliases: optional(list(line)),
  conflict: optional(line),
  source: optional(line),
});
const document = shape<AdvisoryData>({
  data: shape<AdvisoryData['data']>({
    date: words('a date such as 2026-11-22', isDate),
    sources: list(line),
    coverage: optional(line),
    notes: optional(list(text)),
  }),
  advisories: list(advisory),
});

function isDate(value: string): boolean {
  return DATE.test(value) && new Date(value).toJSON()?.slice(0, 10) === value;
}

/** Checks a list of advisories; the first thing that does not fit is told. */
export function readAdvisories(value: unknown): Outcome {
  const fault: Fault = { at: '', expected: '', depth: 0 };
  if (!document(value, '', fault))
    return { ok: false, at: fault.at || '(root)', expected: fault.expected };
  if (value.advisories.length > MAX_ADVISORIES)
    return { ok: false, at: 'advisories', expected: `at most ${MAX_ADVISORIES} entries` };
  const seen = new Set<string>();
  for (const [index, { id }] of value.advisories.entries()) {
    if (seen.has(id)) return { ok: false, at: `advisories[${index}].id`, expected: 'listed once' };
    seen.add(id);
  }
  return { ok: true, value };
}

/** A list without its words, for the judge. */
export function toTable({ data, advisories }: AdvisoryData): AdvisoryTable {
  return tableOf(data.date, advisories);
}
