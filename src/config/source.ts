import { type ParsedDocument, parseDocument, type Route } from '../document/parse.ts';
import type { ConfigIssue } from './tree.ts';

/** Why a file could not be read; the same words as everywhere in the snapshot. */
export type ReadFailure =
  | 'timeout'
  | 'deadline'
  | 'unreadable'
  | 'not_a_file'
  | 'not_a_directory'
  | 'too_large'
  | 'too_many'
  | 'malformed'
  | 'failed'
  | 'unsupported';

export type ReadOutcome =
  | { readonly status: 'ok'; readonly bytes: Uint8Array }
  | { readonly status: 'missing' }
  | { readonly status: 'failed'; readonly reason: ReadFailure; readonly detail?: string };

/** A config file that was read, and the routes of the merged config it is included under. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly document: ParsedDocument;
  readonly mounts: Route[];
}

const MAX_DUPLICATES = 200;

/** Decodes and parses one file; says what is wrong with the file as such. */
export function parseSource(
  path: string,
  bytes: Uint8Array,
  file: number,
): { readonly source: SourceFile; readonly issues: readonly ConfigIssue[] } {
  const issues: ConfigIssue[] = [];
  const add = (
    code: ConfigIssue['code'],
    problem: string,
    args: ConfigIssue['args'],
    route: Route,
  ) => {
    issues.push({ code, file, route, problem, args });
  };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    add('encoding', 'invalid_utf8', {}, []);
  }
  const document = parseDocument(text);
  const duplicates = document.ok ? (document.index()?.duplicates ?? []) : [];
  for (const { route, first } of duplicates.slice(0, MAX_DUPLICATES)) {
    const args = { key: String(route.at(-1)), line: first.line };
    add('duplicate_key', 'overridden', args, route);
  }
  return { source: { path, text, document, mounts: [] }, issues };
}
