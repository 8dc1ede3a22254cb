import { isJsonObject } from '../document/json-object.ts';
import type { JsonValue } from '../document/parse.ts';
import { brokenLimit } from './schema-limits.ts';
import type { SchemaNode } from './schema-table.ts';
import { isJsonList, isUnresolved } from './schema-values.ts';
import type { ConfigIssue } from './tree.ts';

/** What is wrong with one value; problem ids are messages of the check of the same code. */
interface Mismatch {
  readonly code: 'type' | 'value';
  readonly problem: string;
  readonly args: ConfigIssue['args'];
}

/** Short plain words may be repeated in a message; a secret put in the wrong place is none. */
const PLAIN_WORD = /^[A-Za-z]+(?:[-_.][A-Za-z]+)*$/;
const LONGEST_WORD = 24;
const SECRET_KEY = /token|secret|password|passphrase|api_?key|credential/i;

/** What a text, number, boolean or null has against its node. */
export function scalarMismatch(
  node: SchemaNode,
  value: string | number | boolean | null,
  key: string,
): Mismatch | undefined {
  if (value !== null && node.literals.includes(value)) return undefined;
  if (typeof value === 'boolean' && node.boolean) return undefined;
  if (typeof value === 'string') return textMismatch(node, value, key);
  if (typeof value === 'number' && Number.isFinite(value)) return numberMismatch(node, value);
  return typeMismatch(node, value);
}

function textMismatch(node: SchemaNode, value: string, key: string): Mismatch | undefined {
  const unresolved = isUnresolved(value);
  if (node.text) {
    const broken = unresolved ? undefined : brokenLimit(node.text, value);
    return broken && { code: 'value', ...broken };
  }
  if (!node.literals.some((word) => typeof word === 'string')) return typeMismatch(node, value);
  if (unresolved) return undefined;
  const expected = expectedOf(node);
  return value.length <= LONGEST_WORD && PLAIN_WORD.test(value) && !SECRET_KEY.test(key)
    ? { code: 'value', problem: 'word', args: { expected, found: value } }
    : { code: 'value', problem: 'other', args: { expected } };
}

function numberMismatch(node: SchemaNode, value: number): Mismatch | undefined {
  if (node.number) {
    if (node.integer && !Number.isSafeInteger(value)) return typeMismatch(node, value);
    const broken = brokenLimit(node.number, value);
    return broken && { code: 'value', ...broken };
  }
  return node.literals.some((word) => typeof word === 'number')
    ? { code: 'value', problem: 'other', args: { expected: expectedOf(node) } }
    : typeMismatch(node, value);
}

/** A value of a type that its node does not take; names types only. */
export function typeMismatch(node: SchemaNode, value: JsonValue): Mismatch {
  const expected = expectedOf(node);
  return node.text && isSecretRef(value)
    ? { code: 'type', problem: 'secret_ref', args: { expected } }
    : { code: 'type', problem: 'other', args: { expected, found: typeName(value) } };
}

function expectedOf(node: SchemaNode): string {
  return [...(node.types ? [node.types] : []), ...node.literals].join(', ');
}

function typeName(value: JsonValue): string {
  if (value === null) return 'null';
  if (isJsonList(value)) return 'array';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return typeof value;
}

/** `{source, provider, id}`: later releases take it where a secret is meant. */
function isSecretRef(value: JsonValue): boolean {
  return isJsonObject(value) && Object.hasOwn(value, 'source') && Object.hasOwn(value, 'id');
}
