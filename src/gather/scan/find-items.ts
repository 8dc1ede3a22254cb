import { basename, join } from 'node:path';
import { SKILL_FILE } from '../../locate/skill-file.ts';
import type { ItemKind, ScanItem } from '../../scan/item.ts';
import { isTestPath } from '../../scan/knowledge/test-paths.ts';
import type { List } from '../list-once.ts';
import { type Manifest, readManifest } from './manifest.ts';
import type { Unread } from './unread.ts';
import { type Tree, walkTree } from './walk-tree.ts';

export interface FoundItems {
  readonly items: readonly ScanItem[];
  readonly unread: readonly Unread[];
}

const MARKS: ReadonlyMap<string, ItemKind> = new Map<string, ItemKind>([
  [SKILL_FILE, 'skill'],
  ['skill.md', 'skill'],
  ['openclaw.plugin.json', 'plugin'],
  ['clawdbot.plugin.json', 'plugin'],
  ['package.json', 'package'],
]);
const RANK: { readonly [K in ItemKind]: number } = { plugin: 3, skill: 2, package: 1, files: 0 };

/**
 * The items in a folder: every folder with a SKILL.md, a plugin manifest or a package.json with
 * OpenClaw entries; what lies in none of them is one item of its own. Files belong to the innermost.
 */
export function findItems(
  root: string,
  as?: { readonly kind: ItemKind; readonly name: string },
  list?: List,
  manifestOf: (folder: string) => Manifest = readManifest,
): FoundItems {
  const tree = walkTree(root, list);
  const kinds = kindsOf(root, tree, manifestOf);
  if (as) kinds.set('', as.kind);
  const { files, links } = splitByItem(tree, kinds);
  const items: ScanItem[] = [];
  for (const folder of new Set([...kinds.keys(), ...files.keys(), ...links.keys()])) {
    const kind = kinds.get(folder) ?? 'files';
    const path = folder === '' ? root : join(root, folder);
    // A skill's own name is read with the rest of its SKILL.md.
    const said = kind === 'files' || kind === 'skill' ? undefined : manifestOf(path).name;
    const name = folder === '' && as ? as.name : said || basename(path);
    const own = { files: files.get(folder) ?? [], links: links.get(folder) ?? [] };
    items.push({ kind, name, path, root: path, ...own });
  }
  items.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  return { items, unread: tree.unread };
}

function kindsOf(
  root: string,
  tree: Tree,
  manifestOf: (folder: string) => Manifest,
): Map<string, ItemKind> {
  const kinds = new Map<string, ItemKind>();
  for (const file of tree.files) {
    const slash = file.lastIndexOf('/');
    const kind = MARKS.get(file.slice(slash + 1));
    if (kind === undefined) continue;
    const folder = slash < 0 ? '' : file.slice(0, slash);
    const found = kind === 'package' ? packageKind(folder, manifestOf(join(root, folder))) : kind;
    const known = kinds.get(folder);
    if (found && (known === undefined || RANK[found] > RANK[known])) kinds.set(folder, found);
  }
  for (const folder of samplesAmong(kinds)) kinds.delete(folder);
  return kinds;
}

/** Items that lie among the tests of another are its samples: nothing loads them. */
function samplesAmong(kinds: ReadonlyMap<string, ItemKind>): readonly string[] {
  return [...kinds.keys()].filter((folder) => {
    for (let at = folder.lastIndexOf('/'); at > 0; at = folder.lastIndexOf('/', at - 1))
      if (kinds.has(folder.slice(0, at)) && isTestPath(`${folder.slice(at + 1)}/`)) return true;
    return kinds.has('') && isTestPath(`${folder}/`);
  });
}

/** A package with OpenClaw entries is a plugin; any other counts only as the root. */
function packageKind(folder: string, { isPlugin }: Manifest): ItemKind | undefined {
  if (isPlugin) return 'plugin';
  return folder === '' ? 'package' : undefined;
}

function splitByItem(tree: Tree, kinds: ReadonlyMap<string, ItemKind>) {
  const owners = new Map<string, string>();
  const ownerOf = (folder: string): string => {
    if (folder === '' || kinds.has(folder)) return folder;
    const known = owners.get(folder);
    if (known !== undefined) return known;
    const slash = folder.lastIndexOf('/');
    const owner = ownerOf(slash < 0 ? '' : folder.slice(0, slash));
    owners.set(folder, owner);
    return owner;
  };
  const place = (path: string) => {
    const slash = path.lastIndexOf('/');
    const owner = ownerOf(slash < 0 ? '' : path.slice(0, slash));
    return { owner, path: owner === '' ? path : path.slice(owner.length + 1) };
  };
  const files = new Map<string, string[]>();
  const links = new Map<string, ScanItem['links'][number][]>();
  for (const file of tree.files) {
    const { owner, path } = place(file);
    push(files, owner, path);
  }
  for (const link of tree.links) {
    const { owner, path } = place(link.path);
    push(links, owner, { ...link, path });
  }
  return { files, links };
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
