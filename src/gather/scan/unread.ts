/** Why something was not read, or not all of it. */
export type UnreadReason =
  | 'unreadable'
  | 'not_a_file'
  | 'too_large'
  | 'too_many'
  | 'too_deep'
  | 'encrypted'
  | 'damaged'
  | 'unsupported'
  | 'deadline'
  | 'link_outside'
  | 'link_broken'
  | 'git_objects'
  | 'not_followed'
  | 'scan_failed';

/** Detail of `scan_failed`: it took longer than any file should. */
export const HANGS = 'hangs';

/** Something that was not looked at, so that nothing is left out in silence. */
export interface Unread {
  /** Absolute; members of archives as `pack.zip!/member`. */
  readonly path: string;
  readonly reason: UnreadReason;
  /** The system's error code, or a number. */
  readonly detail?: string;
}
