import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Scenario } from '../../src/checks/define.ts';
import type { Part } from '../../src/gather/part.ts';
import { type LaidDown, layDown } from './scenario.ts';

const laidDown: LaidDown[] = [];
afterEach(() => {
  for (const laid of laidDown.splice(0)) laid.remove();
});

/** Lays a scenario down until the test is over. `state` is its state directory. */
export function lay(scenario: Scenario): LaidDown & { readonly state: string } {
  const laid = layDown(scenario);
  laidDown.push(laid);
  return { ...laid, state: join(laid.home, '.openclaw') };
}

/** The value of a part that must have been measured. */
export function measured<T>(part: Part<T>): T {
  if (part.status !== 'ok') throw new Error(`the part is ${part.status}`);
  return part.value;
}
