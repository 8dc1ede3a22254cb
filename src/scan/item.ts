/** What is judged as one: a folder that the gateway would load, or one that was named. */
export type ItemKind = 'skill' | 'plugin' | 'package' | 'files';

export interface ItemFile {
  /** Relative to the item, with `/`. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

export interface ItemLink {
  readonly path: string;
  /** Where it leads in the end; undefined when it leads nowhere. */
  readonly target?: string;
  /** Whether that is outside the item. */
  readonly escapes: boolean;
}

export interface ScanItem {
  readonly kind: ItemKind;
  /** The name it is loaded under. */
  readonly name: string;
  /** Absolute path of its folder, or of the file it is. */
  readonly path: string;
  /** All files in it, hidden ones included, sorted by path. */
  readonly files: readonly ItemFile[];
  readonly links: readonly ItemLink[];
}
