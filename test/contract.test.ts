import { describe, expect, test } from 'vitest';
import { checkPath, listCheckFiles } from '../scripts/check-files.ts';
import type { Check, Example } from '../src/checks/define.ts';
import { CHECKS } from '../src/checks/index.ts';
import { judgeWith } from '../src/judge/judge.ts';
import type { Report } from '../src/judge/report.ts';
import { asScenario, gatherLaidDown, layDown } from './support/scenario.ts';

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
}

/** The check with a posture that refuses what it does not declare, whatever its types let through. */
function heldToItsNeeds(check: Check): Check {
  return {
    ...check,
    run: (parts, ...rest) =>
      check.run(
        new Proxy(parts, {
          get(posture, part) {
            if ((check.needs as readonly PropertyKey[]).includes(part))
              return Reflect.get(posture, part);
            throw new Error(`${check.id} reads ${String(part)} and does not say so in its needs`);
          },
        }),
        ...rest,
      ),
  };
}

interface Judged {
  readonly report: Report;
  readonly again: Report;
  readonly configText: string | null;
}

async function judgeExample(check: Check, example: Example): Promise<Judged> {
  const scenario = asScenario(example);
  const laid = layDown(scenario);
  try {
    const snapshot = await gatherLaidDown(laid);
    const copy: typeof snapshot = JSON.parse(JSON.stringify(snapshot));
    deepFreeze(snapshot);
    const options = { compat: scenario.compat === true, only: [], skip: [] };
    return {
      report: judgeWith([heldToItsNeeds(check)], snapshot, options),
      again: judgeWith([check], copy, options),
      configText: laid.configText,
    };
  } finally {
    laid.remove();
  }
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{([a-z]\w*)\}/g)].map((m) => m[1]).sort();

/** It is there in every report. */
const ALWAYS_FOUND = new Set(['summary.attack_surface']);
/** Examples cannot change owners; the check's own test does. */
const NOT_SHOWN = new Set(['state.owner']);

describe('every check', () => {
  test('has a file that is named after its id', () => {
    expect(CHECKS.map((check) => checkPath(check.id)).sort()).toEqual(listCheckFiles());
  });

  test('has an id of its own', () => {
    expect(new Set(CHECKS.map((check) => check.id)).size).toBe(CHECKS.length);
  });
});

for (const check of CHECKS) {
  describe(check.id, () => {
    test('says the same in both languages', () => {
      expect(Object.keys(check.text.ko).sort()).toEqual(Object.keys(check.text.en).sort());
      for (const [key, text] of Object.entries(check.text.en)) {
        expect(text.trim(), key).not.toBe('');
        expect(placeholders(check.text.ko[key] ?? ''), key).toEqual(placeholders(text));
        expect(check.text.ko[key], `${key} in Korean`).toMatch(/[가-힣]/u);
      }
    });

    test('has examples of both kinds', () => {
      expect(check.examples.bad.length > 0).toBe(!NOT_SHOWN.has(check.id));
      expect(check.examples.good.length > 0).toBe(!ALWAYS_FOUND.has(check.id));
    });

    for (const [i, example] of check.examples.bad.entries())
      test(`finds bad example ${i}`, async () => {
        const { report, again, configText } = await judgeExample(check, example);
        if (!asScenario(example).unmeasured) expect(report.unmeasured).toEqual([]);
        expect(report.findings.map((f) => f.check)).toContain(check.id);
        expect(again).toEqual(report);
        const scenario = asScenario(example);
        const severities = report.findings.map((f) => f.severity);
        expect(severities).toContain(scenario.severity ?? check.severity);
        for (const finding of report.findings) {
          expect(finding.locations.length).toBeGreaterThan(0);
          const known = new Set(Object.keys(finding.args));
          const texts = [check.text.en.title, check.text.en.why, check.text.en[finding.message]];
          if (finding.remedy) texts.push(check.text.en[finding.remedy]);
          for (const text of texts)
            for (const name of placeholders(text ?? '')) expect(known, `{${name}}`).toContain(name);
        }
        if (scenario.offending === undefined) return;
        const shown = report.findings.flatMap((f) =>
          f.locations.slice(0, 1).map(({ start, end }) => configText?.slice(start, end)),
        );
        expect(shown).toContain(scenario.offending);
      });

    for (const [i, example] of check.examples.good.entries())
      test(`accepts good example ${i}`, async () => {
        const { report } = await judgeExample(check, example);
        expect(report.findings).toEqual([]);
        if (!asScenario(example).unmeasured) expect(report.unmeasured).toEqual([]);
      });
  });
}
