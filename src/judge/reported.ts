import type { Finding } from '../checks/define.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import type { Target } from '../locate/target.ts';
import { fingerprint } from './fingerprint.ts';
import type { Locator } from './place.ts';
import type { Location, ReportedFinding } from './report.ts';
import { fillId } from './run.ts';
import { writtenNames } from './written.ts';

/** Findings with their places made concrete, each with a fingerprint of its own. */
export function reportFindings(
  findings: readonly Finding[],
  locate: Locator,
  { target, config }: Pick<Snapshot, 'target' | 'config'>,
): readonly ReportedFinding[] {
  const { arg } = writtenNames(config.status === 'ok' ? config.value : undefined);
  const located = findings.map((found) => {
    const args = Object.fromEntries(
      Object.entries(found.args).map(([name, value]) => [name, arg(value)]),
    );
    const finding = { ...found, args };
    const locations = finding.at.map(locate);
    return { finding, locations, identity: identityOf(finding, locations, target) };
  });
  const uses = new Map<string, number>();
  for (const { identity } of located) uses.set(identity, (uses.get(identity) ?? 0) + 1);
  return located.map(({ finding, locations, identity }) => {
    const places = locations.map((location) => placeOf(location, target));
    const whole = JSON.stringify([identity, places, finding.args]);
    return {
      checkId: finding.id,
      check: finding.check,
      severity: finding.severity,
      message: finding.message,
      args: finding.args,
      remedy: finding.remedy,
      locations,
      // Two findings of one place are told apart by all there is to them.
      fingerprint: fingerprint(uses.get(identity) === 1 ? identity : whole),
    };
  });
}

/**
 * What makes a finding the same in a later run, on another host or with `--compat`: its id, the
 * kind of thing seen, its setting or file, and what the check says it consists of. Not lines, values,
 * counts or the home directory.
 */
function identityOf(
  { check, args, message, identity }: Finding,
  [first]: readonly Location[],
  target: Target,
): string {
  const place = first ? placeOf(first, target) : '';
  const more = identity === undefined ? [] : [identity];
  return JSON.stringify([fillId(check, args), message, place, ...more]);
}

function placeOf({ path, file }: Location, { home, stateDir }: Target): string {
  if (path !== undefined) return path;
  for (const [dir, name] of [
    [stateDir, '<state>'],
    [home, '~'],
  ] as const)
    if (file === dir || file.startsWith(`${dir}/`) || file.startsWith(`${dir}\\`))
      return name + file.slice(dir.length).replaceAll('\\', '/');
  return file;
}
