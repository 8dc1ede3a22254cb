import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CHECKS } from '../src/checks/index.ts';
import { audit, makeHome } from './support/program.ts';

let place: ReturnType<typeof makeHome>;
beforeEach(() => {
  place = makeHome();
});
afterEach(() => place.remove());

interface Finding {
  readonly checkId: string;
  readonly severity: string;
  readonly locations: readonly { readonly file: string; readonly line?: number }[];
}
interface Document {
  readonly findings: readonly Finding[];
  readonly unmeasured: readonly unknown[];
}

/** Audits a copy of an example: what lies around the checkout has no say. */
function auditExample(name: string, ...args: string[]): Document {
  const source = path.join('examples', name);
  fs.cpSync(source, place.state, { recursive: true });
  fs.chmodSync(place.state, fs.statSync(source).mode);
  // Not every release of Node copies the modes of directories.
  if (name === 'hardened') closeToOthers(place.state);
  const { status, stdout } = audit(place.home, '--json', ...args);
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

/** Git keeps no modes; the build closes the example in the checkout, and so does this its copy. */
function closeToOthers(directory: string): void {
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const target = path.join(directory, entry.name);
    fs.chmodSync(target, entry.isDirectory() ? 0o700 : 0o600);
    if (entry.isDirectory()) closeToOthers(target);
  }
}

describe('examples/hardened', () => {
  test.each([[[]], [['--compat']]])('is all right with %j', (args) => {
    const { findings, unmeasured } = auditExample('hardened', ...args);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(unmeasured).toEqual([]);
  });

  test('is as closed in the checkout as the build leaves it', () => {
    for (const name of ['', 'openclaw.json', '.env', 'credentials', 'agents/main/sessions'])
      expect(fs.statSync(path.join('examples/hardened', name)).mode & 0o077, name).toBe(0);
  });

  test('passes the gate that it is an example of', () => {
    auditExample('hardened');
    const { status, stdout } = audit(place.home, '--fail-on', 'warn', '--require-complete');
    expect(status).toBe(0);
    // Nothing is left to mend: the next command keeps it so.
    expect(stdout.trimEnd()).toMatch(/--fail-on warn --require-complete$/);
  });
});

describe('examples/exposed', () => {
  test('shows findings of nearly every family, none of them unplaced', () => {
    const { findings, unmeasured } = auditExample('exposed');
    const familyOf = (id: string) => id.split('.')[0] ?? '';
    const found = new Set(findings.map(({ checkId }) => familyOf(checkId)));
    const families = new Set(CHECKS.map(({ id }) => familyOf(id)));
    const unseen = [...families].filter((family) => !found.has(family));
    expect(unseen.sort()).toEqual(['discovery', 'live', 'mcp', 'skills', 'version']);
    const severe = findings.filter(({ severity }) => severity === 'critical').length;
    expect(severe).toBeGreaterThan(10);
    for (const { checkId, locations } of findings) {
      expect(locations.length, checkId).toBeGreaterThan(0);
      for (const { file } of locations) expect(file, checkId).not.toBe('');
    }
    expect(unmeasured).toEqual([]);
  });

  test('what is wrong with it is in its two config files, line by line', () => {
    const { findings } = auditExample('exposed');
    const places = findings.flatMap(({ locations }) => locations);
    const config = places.filter(({ file }) => file.endsWith('/openclaw.json'));
    expect(new Set(config.map(({ line }) => line)).size).toBeGreaterThan(20);
    const include = places.filter(({ file }) => file.endsWith('/conf/logging.json5'));
    expect(include.some(({ line }) => line !== undefined)).toBe(true);
  });

  test('closed files leave only what its settings say', () => {
    auditExample('exposed');
    closeToOthers(place.state);
    fs.chmodSync(place.state, 0o700);
    const report: Document = JSON.parse(audit(place.home, '--json').stdout);
    const ids = report.findings.map(({ checkId }) => checkId);
    expect(ids.filter((id) => /^fs\.|_exposed$/.test(id))).toEqual([]);
    expect(ids).toContain('hooks.path_root');
  });
});
