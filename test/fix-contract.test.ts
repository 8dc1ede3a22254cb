import { describe, expect, test } from 'vitest';
import { CHECKS } from '../src/checks/index.ts';
import { fixLaid, treeOf, undoAll } from './support/fixing.ts';
import { lay } from './support/gathered.ts';
import { asScenario } from './support/scenario.ts';

/** A fix may leave a finding only where something keeps it from the place, or takes a decision. */
const EXCUSED = new Set(['elsewhere', 'failed']);

for (const check of CHECKS.filter(({ fix }) => fix !== undefined)) {
  const examples = check.examples.bad.map(asScenario).filter(({ compat }) => compat !== true);
  describe(`the fix of ${check.id}`, () => {
    test('clears at least one bad example', async () => {
      let cleared = 0;
      for (const example of examples) {
        const { verified } = await fixLaid(lay(example), { only: [], skip: [] });
        const left = verified.remaining.filter(({ finding }) => finding.check === check.id);
        for (const { why } of left) expect(EXCUSED).toContain(why);
        if (left.length === 0) cleared += 1;
      }
      expect(cleared).toBeGreaterThan(0);
    });

    test('is taken back to the byte', async () => {
      for (const example of examples) {
        const laid = lay(example);
        const before = treeOf(laid.state);
        await fixLaid(laid);
        await undoAll(laid);
        expect(treeOf(laid.state)).toEqual(before);
      }
    });
  });
}
