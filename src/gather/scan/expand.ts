import { archiveKind, newBudget, openArchive } from './archive.ts';
import type { UnreadReason } from './unread.ts';

/** A file as it is scanned: lying in a folder, or taken out of an archive. */
export interface Loose {
  /** `pack.zip!/run.js` for a member. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Expanded {
  readonly files: readonly Loose[];
  readonly unread: readonly { readonly path: string; readonly reason: UnreadReason }[];
}

const MAX_NESTING = 3;

/** The file itself and, when it is an archive, what is in it, archives in archives included. */
export function expand(file: Loose): Expanded {
  const files: Loose[] = [];
  const unread: Expanded['unread'][number][] = [];
  const budget = newBudget();
  const open = (next: Loose, depth: number) => {
    files.push(next);
    const kind = archiveKind(next.bytes);
    if (kind === undefined) return;
    if (depth >= MAX_NESTING) {
      unread.push({ path: next.path, reason: 'too_deep' });
      return;
    }
    for (const member of openArchive(kind, next.bytes, budget)) {
      const path = member.name === '*' ? next.path : `${next.path}!/${member.name.slice(0, 500)}`;
      if ('bytes' in member) open({ path, bytes: member.bytes }, depth + 1);
      else unread.push({ path, reason: member.reason });
    }
  };
  open(file, 0);
  return { files, unread };
}
