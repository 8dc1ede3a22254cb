import type { ScanFinding } from '../finding.ts';
import { closedArchive } from '../rules/file/closed-archive.ts';
import { snippetOf } from '../snippet.ts';

/** Names in an archive that lead out of the folder it is unpacked to. */
export function escapeFindings(path: string): readonly ScanFinding[] {
  if (!path.includes('!/')) return [];
  const member = path.slice(path.lastIndexOf('!/') + 2);
  if (!/^(?:\/|[a-z]:[\\/])|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(member)) return [];
  return [closedArchive.found('escapes', { path }, placeOf(path), { severity: 'critical' })];
}

/** An archive or member that is encrypted. */
export function encryptedFinding(path: string): ScanFinding {
  return closedArchive.found('encrypted', { path }, placeOf(path));
}

/** An archive, or a member of one, that nobody can say what is in. */
export function closedFinding(path: string, why: 'closed' | 'damaged' | 'nested'): ScanFinding {
  const weight = { severity: 'info', confidence: 'certain' } as const;
  return closedArchive.found(why, { path }, placeOf(path), weight);
}

function placeOf(path: string) {
  return { file: path, line: 1, column: 1, snippet: snippetOf(path) };
}
