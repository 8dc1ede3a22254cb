import { hash } from 'node:crypto';
import { BODY_FACT } from '../../scan/across.ts';
import { archiveOrders } from '../../scan/archive-orders.ts';
import type { FileResult } from '../../scan/finding.ts';
import type { Links } from '../../scan/modules/links.ts';
import { referenceFacts } from '../../scan/reference/facts.ts';
import { referenceScan } from '../../scan/reference/scan.ts';
import { scanFile } from '../../scan/scan-file.ts';
import type { SourceFile } from '../../scan/source-file.ts';
import type { Wanted } from './batch.ts';
import { HangError, type Run } from './bounded.ts';
import { HANGS } from './unread.ts';

export interface SourceOptions extends Wanted {
  /** Set for a text that hangs when it is followed. */
  readonly unfollowed?: boolean;
  readonly links?: Links | undefined;
  readonly run: Run;
}

/** What a text gave; `failed` says why it was not, or not wholly, scanned. */
export interface Scanned {
  readonly result?: FileResult;
  readonly failed?: string;
}

/** Scans one text; one that hangs, and one that is known to, is searched by words alone. */
export function scanSource(source: SourceFile, options: SourceOptions): Scanned {
  const { indicators, unfollowed, run } = options;
  try {
    const result = unfollowed ? undefined : followed(source, options);
    if (result) return { result: completed(source, result, options) };
    const byWords = run(() => scanFile(source, { indicators, unfollowed: true }));
    return { result: completed(source, byWords, options), failed: HANGS };
  } catch (error) {
    return { failed: error instanceof Error ? error.name : 'unknown' };
  }
}

/** Undefined when it hangs. */
function followed(
  source: SourceFile,
  { indicators, links, run }: SourceOptions,
): FileResult | undefined {
  try {
    return run(() => scanFile(source, { indicators, links }));
  } catch (error) {
    if (error instanceof HangError) return undefined;
    throw error;
  }
}

/** With what is known of a text whatever its language says of it. */
function completed(
  source: SourceFile,
  result: FileResult,
  { reference }: Pick<SourceOptions, 'reference'>,
): FileResult {
  const { path, language, text } = source;
  const orders = language === 'markdown' ? archiveOrders(path, text) : [];
  const met = reference === undefined ? [] : referenceFacts(source, referenceScan(reference));
  const told = [...orders, ...met];
  const whole = told.length === 0 ? result : { ...result, facts: [...result.facts, ...told] };
  return isSkillFile(path) ? withBody(whole, text) : whole;
}

function isSkillFile(path: string): boolean {
  return path === 'SKILL.md' || path === 'skill.md' || path.endsWith('!/SKILL.md');
}

/** Adds a hash of what stands below the head, by which copies under other names are found. */
function withBody(result: FileResult, text: string): FileResult {
  const end = text.startsWith('---') ? text.indexOf('\n---', 3) : -1;
  const body = (end < 0 ? text : text.slice(end + 4)).trim();
  if (body === '') return result;
  const value = hash('sha256', body, 'hex');
  const fact = { kind: BODY_FACT, value, file: result.path, line: 1, column: 1 };
  return { ...result, facts: [...result.facts, fact] };
}
