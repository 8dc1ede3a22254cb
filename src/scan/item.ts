/** What is judged as one: a folder that the gateway would load, or one that was named. */
export type ItemKind = 'skill' | 'plugin' | 'package' | 'files';

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
  /** Absolute folder that its files are relative to. */
  readonly root: string;
  /** All files in it as relative paths with `/`, hidden ones included, sorted. */
  readonly files: readonly string[];
  readonly links: readonly ItemLink[];
  /** Set for what comes with OpenClaw itself. */
  readonly bundled?: true;
}
