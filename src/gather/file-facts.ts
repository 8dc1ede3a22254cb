export type FileKind = 'file' | 'directory' | 'symlink' | 'fifo' | 'socket' | 'device' | 'other';

/** Who may do what, in terms that hold on POSIX and Windows alike. */
export interface Access {
  readonly groupRead: boolean;
  readonly groupWrite: boolean;
  readonly worldRead: boolean;
  readonly worldWrite: boolean;
}

export interface FileFact {
  readonly path: string;
  readonly kind: FileKind;
  /** Low nine bits of the file itself, or of the target when it is a link that leads somewhere. */
  readonly mode: number;
  /** Set on directories where only its owner may rename or remove an entry, such as `/tmp`. */
  readonly sticky?: true;
  readonly access: Access;
  /** On Windows, the untrusted entries of the ACL as `SID:rights`. */
  readonly acl?: readonly string[];
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly links: number;
  /** For a symlink: what it points to; `kind` undefined when it dangles. */
  readonly target?: { readonly path: string; readonly kind?: FileKind };
}

export type FileRole =
  | 'state_dir'
  | 'config'
  | 'include'
  | 'credentials_dir'
  | 'credentials_file'
  | 'auth_profiles'
  | 'sessions_store'
  /** Either of the two above, of an agent that is on disk and not in the config. */
  | 'unlisted_agent_file'
  | 'log'
  | 'dotenv'
  | 'config_backup'
  | 'exec_approvals'
  /** `state/openclaw.sqlite` and what SQLite keeps beside it. */
  | 'state_database'
  /** Holds secrets or keys of its own: `secrets.json`, the key of the config journal. */
  | 'secret_file'
  | 'identity'
  | 'parent_dir'
  | 'suppressions'
  | 'extensions_dir'
  | 'workspace'
  | 'workspace_file';

/** A file and why we looked at it. `agent` is the normalised agent id where the role has one. */
export interface RoleFact extends FileFact {
  readonly role: FileRole;
  readonly agent?: string;
}

/** Transcripts are counted per directory: a gateway may hold hundreds of thousands. */
export interface TranscriptDir {
  readonly path: string;
  readonly agent: string;
  readonly total: number;
  readonly groupRead: number;
  readonly groupWrite: number;
  readonly worldRead: number;
  readonly worldWrite: number;
  readonly symlinks: number;
  readonly foreignOwner: number;
  /** Up to five paths of files that others can read or write. */
  readonly examples: readonly string[];
}
