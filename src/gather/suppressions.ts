import { dirname, join } from 'node:path';
import type { Redactor } from '../config/redact.ts';
import { isJsonObject } from '../document/json-object.ts';
import { type JsonValue, parseDocument, type Route, type SpanIndex } from '../document/parse.ts';
import type { Target } from '../locate/target.ts';
import { type Collecting, property } from './collect.ts';
import type { Part } from './part.ts';
import { readFileBounded } from './read-file.ts';
import type { SuppressionFile, WrittenSuppression } from './suppression-facts.ts';

const NAME = 'security-suppressions.json5';
const MAX_BYTES = 256 * 1024;
const MAX_ENTRIES = 1000;
const MAX_FIELDS = 30;

/** The file of suppressions that OpenClaw need not understand: beside the config. */
export function suppressionPath({ configPath }: Target): string {
  return join(dirname(configPath), NAME);
}

/** Reads the file as it is; whether to believe it is not decided here. */
export function gatherSuppressions(run: Collecting, redactor: Redactor): Part<SuppressionFile> {
  const path = suppressionPath(run.target);
  const read = readFileBounded(path, MAX_BYTES);
  if (read.status === 'missing') return { status: 'absent' };
  if (read.status === 'failed')
    return { status: 'failed', reason: read.reason, detail: `${path}: ${read.detail}` };
  const document = parseDocument(new TextDecoder('utf-8').decode(read.bytes));
  if (!document.ok) {
    const { line, column } = document;
    return ok({ path, entries: [], problem: { code: 'syntax', line, column } });
  }
  const index = document.index();
  const list = property(document.value, 'suppressions');
  if (!Array.isArray(list)) return ok({ path, entries: [], problem: { code: 'no_list' } });
  if (list.length > MAX_ENTRIES) return ok({ path, entries: [], problem: { code: 'too_many' } });
  const entries = list.map((entry: JsonValue, i) =>
    readEntry(entry, ['suppressions', i], index, redactor),
  );
  return ok({ path, entries });
}

const ok = (value: SuppressionFile): Part<SuppressionFile> => ({ status: 'ok', value });

function readEntry(
  entry: JsonValue,
  route: Route,
  index: SpanIndex | undefined,
  redactor: Redactor,
): WrittenSuppression {
  const at = positionOf(index, route);
  if (!isJsonObject(entry)) return { ...at };
  const fields = Object.entries(entry)
    .slice(0, MAX_FIELDS)
    .map(([name, value]) => ({
      name: redactor.text(redactor.key(name)),
      ...(typeof value === 'string' ? { text: redactor.text(value) } : {}),
      ...positionOf(index, [...route, name]),
    }));
  return { ...at, fields };
}

function positionOf(index: SpanIndex | undefined, route: Route) {
  const span = index?.nearest(route).span;
  return span === undefined ? {} : { line: span.line, column: span.column };
}
