import type { Suppression } from '../../posture/suppression-entry.ts';

/** What a suppression is about, as short as it can be told. */
export function nameOf({ checkId, fingerprint, path, file }: Suppression): string {
  const place = path ?? file;
  if (checkId === undefined) return fingerprint ?? '';
  return place === undefined ? checkId : `${checkId} ${place}`;
}
