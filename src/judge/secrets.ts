import { isAuditTarget, type SecretProblem } from '../config/secret-refs.ts';
import { formatRoute } from '../document/route.ts';
import type { Snapshot } from '../gather/snapshot.ts';

/** A secret that the gateway would have and this audit does not. */
export interface SecretDiagnostic {
  /** `gateway.auth.token` */
  readonly setting: string;
  readonly problem: SecretProblem;
  /** Name of the variable, or pointer into the file. */
  readonly id: string;
  readonly provider: string;
}

/** The references of credentials that could not be resolved. */
export function listSecretDiagnostics({ config }: Snapshot): readonly SecretDiagnostic[] {
  if (config.status !== 'ok') return [];
  const { secretReferences = [], envReferences } = config.value;
  const fromRefs = secretReferences.flatMap(({ route, problem, id, provider }) =>
    problem === undefined ? [] : [{ setting: formatRoute(route), problem, id, provider }],
  );
  const fromText = envReferences
    .filter(({ route, unset }) => isAuditTarget(route) && unset.length > 0)
    .map(({ route, unset }) => ({
      setting: formatRoute(route),
      problem: 'env_unset' as const,
      id: unset.join(', '),
      provider: 'default',
    }));
  return [...fromRefs, ...fromText];
}
