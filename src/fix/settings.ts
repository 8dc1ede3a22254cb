import { realpathSync } from 'node:fs';
import type { Dialect } from '../config/dialect.ts';
import { type ReadOutcome, readConfig } from '../config/load.ts';
import { originOf } from '../config/origin.ts';
import { createRedactor } from '../config/redact.ts';
import type { ConfigSnapshot } from '../config/tree.ts';
import { type Edit, editDocument } from '../document/edit.ts';
import type { JsonValue, Route, Span } from '../document/parse.ts';
import type { Splice } from '../document/splice.ts';
import { sameValue, withValue } from '../document/wanted.ts';
import { readFileBounded } from '../gather/read-file.ts';
import type { SettingRepair } from '../posture/repairs/repairs.ts';
import { decodeExactly } from './bytes.ts';

/** One config file with its changes; every byte outside the changed values is kept. */
export interface FileEdit {
  readonly path: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** The changes, in UTF-16 offsets of the old text. */
  readonly splices: readonly Splice[];
  readonly repairs: readonly SettingRepair[];
}

/** Why a setting is left as it is, and where. */
export interface RefusedSetting {
  readonly repair: SettingRepair;
  readonly why: /** Not JSON5, not UTF-8, or two readers of it disagree. */
    | 'unsure'
    | 'duplicate_key'
    | 'no_place'
    | 'unexpected'
    /** The file is not what was audited. */
    | 'changed'
    /** The same text serves other settings too. */
    | 'shared'
    /** What it depends on was refused. */
    | 'follows';
  readonly file: string;
  /** Lines and columns, where there are any. */
  readonly places: readonly Pick<Span, 'line' | 'column'>[];
}

export interface SettingPlan {
  readonly edits: readonly FileEdit[];
  readonly refused: readonly RefusedSetting[];
}

const MAX_BYTES = 8_000_000;

/** The texts of the config as they would be, and what they would mean. */
interface Draft {
  readonly files: ReadonlyMap<string, DraftFile>;
  readonly tree: JsonValue;
}
interface DraftFile {
  readonly edits: readonly Edit[];
  readonly repairs: readonly SettingRepair[];
  readonly text: string;
  readonly splices: readonly Splice[];
}
type Load = (files: Draft['files']) => ConfigSnapshot;

/**
 * Works out how the settings are changed where they are written, included files too. Each change is
 * tried on the whole config: one that would alter any other setting is refused.
 */
export function planSettings(
  configPath: string,
  dialect: Dialect,
  repairs: readonly SettingRepair[],
): SettingPlan {
  if (repairs.length === 0) return { edits: [], refused: [] };
  const known = new Map<string, ReadOutcome>();
  const read = (path: string) => {
    const outcome = known.get(path) ?? readFileBounded(path, MAX_BYTES);
    known.set(path, outcome);
    return outcome;
  };
  const redactor = createRedactor();
  const load: Load = (files) => {
    const readDraft = (path: string): ReadOutcome => {
      const text = files.get(path)?.text;
      return text === undefined
        ? read(path)
        : { status: 'ok', bytes: new TextEncoder().encode(text) };
    };
    // What variables and files hold is the same in every draft, so nobody has to ask them.
    const outside = {
      env: () => undefined,
      readSecretFile: () => ({ status: 'missing' }) as const,
    };
    const input = { path: configPath, read: readDraft, realpath, redactor, ...outside };
    return readConfig(input).as(dialect).snapshot;
  };

  // Twice: the redactor has then seen every secret and hides the same things from now on.
  load(new Map());
  const written = load(new Map());
  let draft: Draft = { files: new Map(), tree: plain(written.tree) };
  const refused: RefusedSetting[] = [];
  for (const repair of repairs) {
    const { file, route } = originFor(written, repair);
    const target = written.files[file];
    const next: Attempt = dependsOn(repair, refused)
      ? { why: 'follows', places: [] }
      : target?.positions
        ? tryRepair(draft, repair, { path: target.path, route }, read, load)
        : { why: 'unsure', places: [] };
    if ('why' in next) refused.push({ repair, ...next, file: target?.path ?? configPath });
    else draft = next;
  }
  return { edits: fileEdits(draft, read), refused };
}

type Attempt = Draft | Pick<RefusedSetting, 'why' | 'places'>;

function tryRepair(
  draft: Draft,
  repair: SettingRepair,
  { path, route }: { readonly path: string; readonly route: Route },
  read: (path: string) => ReadOutcome,
  load: Load,
): Attempt {
  const fail = (why: RefusedSetting['why'], places: RefusedSetting['places'] = []) => ({
    why,
    places,
  });
  if (repair.from !== undefined && at(draft.tree, repair.route) !== repair.from)
    return fail('changed');
  const outcome = read(path);
  const original = outcome.status === 'ok' ? decodeExactly(outcome.bytes) : undefined;
  if (original === undefined) return fail('unsure');
  const file = draft.files.get(path);
  const { to: value, after } = repair;
  const edits = [
    ...(file?.edits ?? []),
    { route, value, ...(after === undefined ? {} : { after }) },
  ];
  const edited = editDocument(original, edits);
  if (!edited.ok) return fail(edited.reason, edited.places);
  const { text, splices } = edited;
  const repairs = [...(file?.repairs ?? []), repair];
  const files = new Map(draft.files).set(path, { edits, repairs, text, splices });
  const tree = plain(load(files).tree);
  const wanted = withValue(draft.tree, repair.route, repair.to);
  if (wanted === undefined || !sameBut(tree, wanted, repair.route)) return fail('shared');
  return { files, tree };
}

/** Where a setting is written; a new one goes where its neighbour is. */
function originFor(config: ConfigSnapshot, { route, after }: SettingRepair) {
  const written = at(plain(config.tree), route) !== null;
  if (written || after === undefined) return originOf(config.origins, route);
  const neighbour = originOf(config.origins, [...route.slice(0, -1), after]);
  return { file: neighbour.file, route: [...neighbour.route.slice(0, -1), ...route.slice(-1)] };
}

const dependsOn = ({ route, after }: SettingRepair, refused: readonly RefusedSetting[]) =>
  after !== undefined &&
  refused.some(({ repair }) => sameValue(repair.route, [...route.slice(0, -1), after]));

/** A redacted tree is plain JSON too. */
const plain = (tree: ConfigSnapshot['tree']) => tree as JsonValue;

function at(tree: JsonValue, route: Route): JsonValue {
  let value: unknown = tree;
  for (const step of route)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  return (value ?? null) as JsonValue;
}

/** Whether two configs are the same but for one setting: that one may have been redacted. */
function sameBut(a: JsonValue, b: JsonValue, route: Route): boolean {
  const [left, right] = [withValue(a, route, null), withValue(b, route, null)];
  return left !== undefined && right !== undefined && sameValue(left, right);
}

function fileEdits(draft: Draft, read: (path: string) => ReadOutcome): readonly FileEdit[] {
  return [...draft.files].flatMap(([path, { text, splices, repairs }]) => {
    const outcome = read(path);
    if (outcome.status !== 'ok') return [];
    const after = new TextEncoder().encode(text);
    return [{ path, before: outcome.bytes, after, splices, repairs }];
  });
}

function realpath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
