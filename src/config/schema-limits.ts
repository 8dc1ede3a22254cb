import type { Limits } from './schema-table.ts';
import type { ConfigIssue } from './tree.ts';

interface Broken {
  readonly problem: string;
  readonly args: ConfigIssue['args'];
}

const COLOR = /^#?[0-9a-fA-F]{6}$/;

/** Which limit a value breaks; problem ids are messages of `config.invalid.value`. */
export function brokenLimit(limits: Limits, value: string | number): Broken | undefined {
  return typeof value === 'string' ? brokenText(limits, value) : brokenNumber(limits, value);
}

function brokenText(limits: Limits, value: string): Broken | undefined {
  if (limits.format === 'color' && !COLOR.test(value)) return { problem: 'not_a_color', args: {} };
  if (limits.format === 'uri' && !URL.canParse(value)) return { problem: 'not_a_url', args: {} };
  if (limits.minLength !== undefined && value.length < limits.minLength)
    return { problem: 'empty', args: {} };
  if (limits.maxLength !== undefined && value.length > limits.maxLength)
    return { problem: 'too_long', args: { limit: limits.maxLength } };
  return undefined;
}

function brokenNumber(limits: Limits, value: number): Broken | undefined {
  const { minimum, exclusiveMinimum, maximum } = limits;
  const inside =
    (minimum === undefined || value >= minimum) &&
    (exclusiveMinimum === undefined || value > exclusiveMinimum) &&
    (maximum === undefined || value <= maximum);
  if (inside) return undefined;
  const bounds = [
    ...(minimum === undefined ? [] : [`≥ ${minimum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`> ${exclusiveMinimum}`]),
    ...(maximum === undefined ? [] : [`≤ ${maximum}`]),
  ];
  return { problem: 'range', args: { expected: bounds.join(', ') } };
}
