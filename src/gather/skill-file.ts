import { parseDocument } from 'yaml';
import type { Generation } from '../config/known-releases.ts';
import { isJsonObject, type JsonObject } from '../document/json-object.ts';
import { simpleHead } from '../scan/markdown/simple-head.ts';

/** What the head of a SKILL.md says. Undefined where nothing, or only blanks, is written. */
export interface SkillHead {
  readonly name?: string;
  readonly description?: string;
}

/** Far beyond any honest head; reading one takes time that grows faster than its length. */
const MAX_HEAD = 16 * 1024;
/** A UTF-16 unit takes three bytes of UTF-8 at most. */
const MAX_HEAD_BYTES = 3 * MAX_HEAD;
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const FENCE = /\n---[^\S\n]*(?![^\n])/;
const MAX_TEXT = 128;
const NEEDED: ReadonlySet<string> = new Set(['name', 'description']);
const DESCRIPTION = /^((?:description|"description"|'description')[ \t]*:[ \t]+)(\S.*)$/m;

/**
 * Reads `name` and `description` of the YAML head between two lines of dashes, as observed of
 * OpenClaw: a head that is no YAML says nothing, and the skill is not loaded. 2026.2 takes texts
 * only. Later releases take any value for a text, and forgive one line: that of the description.
 */
export function readSkillHead(bytes: Uint8Array, generation: Generation): SkillHead {
  const later = generation !== '2026.2';
  const text = UTF8.decode(bytes.subarray(0, MAX_HEAD_BYTES));
  const start = text.slice(0, MAX_HEAD).replace(/\r\n?/g, '\n');
  const written = later ? betweenFences(start.replace(/^\uFEFF/, '')) : betweenDashes(start);
  if (written === undefined) return {};
  // A head that says both in plain words needs no reader of YAML at large.
  const simple = simpleHead(written, NEEDED);
  const plain = { name: simple?.get('name'), description: simple?.get('description') };
  if (plain.name && plain.description) return headOf(plain.name.value, plain.description.value);
  const head = parse(written) ?? (later ? parse(withDescriptionQuoted(written)) : undefined);
  if (head === undefined) return {};
  const value = (key: string) => (Object.hasOwn(head, key) ? head[key] : undefined);
  if (!later && typeof (value('name') ?? '') !== 'string') return {};
  const said = (key: string) => {
    const own = value(key);
    return typeof own === 'string' ? own : later ? textOf(own, written, key) : '';
  };
  return headOf(said('name'), said('description'));
}

function headOf(...texts: readonly [name: string, description: string]): SkillHead {
  const [name, description] = texts.map((text) => text.trim().slice(0, MAX_TEXT));
  return { ...(name ? { name } : {}), ...(description ? { description } : {}) };
}

function betweenFences(text: string): string | undefined {
  const first = text.indexOf('\n');
  if (first < 0 || text.slice(0, first).trimEnd() !== '---') return undefined;
  const end = text.slice(first).search(FENCE);
  return end < 0 ? undefined : text.slice(first + 1, first + end);
}

/** Whatever stands behind the dashes. */
function betweenDashes(text: string): string | undefined {
  const end = text.startsWith('---') ? text.indexOf('\n---', 3) : -1;
  return end < 0 ? undefined : text.slice(4, end);
}

/** Undefined for what is no YAML, or holds no map. */
function parse(head: string): JsonObject | undefined {
  try {
    const document = parseDocument(head, { prettyErrors: false, logLevel: 'silent' });
    const value: unknown = document.errors.length > 0 ? undefined : document.toJS();
    return isJsonObject(value) ? value : undefined;
  } catch {
    // An alias of nothing, too many of them, or nested beyond the stack.
    return undefined;
  }
}

function withDescriptionQuoted(head: string): string {
  return head.replace(DESCRIPTION, (_, key: string, value: string) => key + JSON.stringify(value));
}

/** A value that is no text as one: nulls and maps as they are written behind the key. */
function textOf(value: unknown, head: string, key: string): string {
  if (value === undefined) return '';
  if (value !== null && !isJsonObject(value)) return encode(value);
  const line = head.split('\n').find((it) => it.startsWith(`${key}:`)) ?? '';
  const behind = line.slice(key.length + 1).trim();
  return behind === '' && value !== null ? encode(value) : behind;
}

/** JSON; blank for what refers to itself. */
function encode(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}
