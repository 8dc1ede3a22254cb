/** Something on disk: where the way to it starts (absolute) and the names from there down. */
export interface DiskPlace {
  readonly root: string;
  /** One character a byte, as in `Disk.list`. */
  readonly below: readonly string[];
}

/** A name as text people read, from its bytes. */
const nameText = (name: string) =>
  isPlain(name) ? name : Buffer.from(name, 'latin1').toString('utf8');

/** A name as its bytes, from text. */
export const nameBytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

/** Printable ASCII only: text and bytes are then the same. */
export const isPlain = (name: string) => /^[\x20-\x7e]*$/.test(name);

const separatorOf = (root: string) => (/^(?:[A-Za-z]:)?[\\]|^[A-Za-z]:/.test(root) ? '\\' : '/');

/** The path as people read it. */
export function pathOf({ root, below }: DiskPlace): string {
  const separator = separatorOf(root);
  const start = root.endsWith(separator) ? root.slice(0, -1) : root;
  return below.length === 0 ? root : [start, ...below.map(nameText)].join(separator);
}

const prefixes = new WeakMap<DiskPlace, string>();

/** The path of an entry of a directory, one of very many in the same. */
export function pathOfEntry(directory: DiskPlace, name: string): string {
  let prefix = prefixes.get(directory);
  if (prefix === undefined) {
    const separator = separatorOf(directory.root);
    const path = pathOf(directory);
    prefix = path.endsWith(separator) ? path : path + separator;
    prefixes.set(directory, prefix);
  }
  return prefix + nameText(name);
}
