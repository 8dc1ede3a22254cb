import type { Source } from '../flow/flow.ts';
import { taintsIn } from '../interpreter/contents.ts';
import type { Call, Handler, Run } from '../interpreter/run.ts';
import { mergeTaints, type Taint, textValue, type Value } from '../interpreter/value.ts';
import { sinkAt, sourceAt } from '../knowledge/paths.ts';
import { argument, fromSource, MAX_DETAIL, namedBy, sentBy } from './calls.ts';
import { PATH } from './operations.ts';

/** Ref of a file that is open for writing; its text is the path. */
const FILE = '@file';

function read(path: Value | undefined, call: Call, run: Run): Value {
  const text = path?.text ?? '*';
  const value = fromSource(sourceAt(text), text, call, run);
  return { ...value, taints: mergeTaints(value.taints, path ? taintsIn(path) : []) };
}

function write(path: Value, data: readonly Taint[], call: Call, run: Run): Value {
  const detail = (path.text ?? '*').slice(0, MAX_DETAIL);
  const kind = sinkAt(detail);
  run.flow(data, { kind, call: call.ref.replace(/^@/, ''), detail }, call.node, path);
  // What starts by itself matters whoever wrote it.
  if ((kind === 'autostart' || kind === 'cron') && data.length === 0) {
    const origin: Source = { kind: 'decoded-constant', detail: '' };
    const sink = { kind, call: call.ref.replace(/^@/, ''), detail };
    run.flow([{ origin, steps: [], transforms: [] }], sink, call.node);
  }
  return { taints: [] };
}

/** `open(path, mode)`: for writing, a thing to write to; else what is in it. */
const open: Handler = (call, run) => {
  const path = argument(call, 0, 'file');
  const mode = argument(call, 1, 'mode')?.text ?? 'r';
  return /[wax+]/.test(mode) ? namedBy(FILE, path) : read(path, call, run);
};

const readFirst: Handler = (call, run) => read(argument(call, 0, 'database', 'path'), call, run);

const writeTo: Handler = (call, run) => write(call.receiver, sentBy(call), call, run);

/** `json.dump(data, file)`. */
const dump: Handler = (call, run) => {
  const [data, file] = call.args;
  if (file?.ref === FILE && data) return write(file, taintsIn(data), call, run);
  return { taints: sentBy(call) };
};

const copy: Handler = (call, run) => {
  const [from, to] = call.args;
  const { taints } = read(from, call, run);
  const moved = taints.filter(({ origin }) => origin.kind !== 'file');
  if (to) write(to, moved, call, run);
  return { text: to?.text ?? '*', taints: moved };
};

/** `shutil.make_archive(name, format, folder)`: what is in the folder. */
const archive: Handler = (call, run) => read(argument(call, 2, 'root_dir'), call, run);

const print: Handler = (call, run) => {
  const file = call.named?.get('file');
  return file?.ref === FILE ? write(file, sentBy(call), call, run) : { taints: [] };
};

const joined = (parts: readonly Value[], ref?: string): Value => {
  const text = parts.map((part) => part.text ?? '*').join('/');
  const taints = mergeTaints(...parts.map((part) => taintsIn(part)));
  const [only] = parts;
  const parameter = parts.length === 1 ? only?.parameter : undefined;
  return {
    ...textValue(text.replace(/([^:])\/{2,}/g, '$1/')),
    taints,
    ...(ref ? { ref } : {}),
    ...(parameter ? { parameter } : {}),
  };
};

const makePath: Handler = ({ args }) => joined(args, PATH);
const joinPaths: Handler = ({ args }) => joined(args);
const joinPath: Handler = ({ receiver, args }) => joined([receiver, ...args], PATH);
const samePath: Handler = ({ receiver }) => ({ ...receiver, ref: PATH });
const first: Handler = ({ args }) => args[0] ?? { text: '*', taints: [] };

/** `folder.glob('*.txt')`, `glob.glob(pattern)`: known by where they lie. */
const under: Handler = ({ receiver, args }) => joined([receiver, args[0] ?? textValue('*')], PATH);

/** `os.walk(folder)`: folder, names of folders, names of files. */
const walk: Handler = ({ args: [folder] }) => {
  const any: Value = { text: '*', taints: [] };
  const entry = [folder ?? any, any, any];
  const row: Value = { props: new Map(entry.map((it, i) => [String(i), it])), taints: [] };
  return { props: new Map([['0', row]]), taints: [] };
};

const PATH_METHODS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...each((call, run) => read(call.receiver, call, run), 'read_text read_bytes'),
  ...each(writeTo, 'write_text write_bytes'),
  ...each(joinPath, 'joinpath with_name'),
  ...each(samePath, 'expanduser resolve absolute with_suffix as_posix parent'),
  ...each(under, 'glob rglob iterdir'),
  ['open', (call, run) => open({ ...call, args: [call.receiver, ...call.args] }, run)],
]);

/** What a method of a path does. */
export function pathMethod(ref: string): Handler | undefined {
  return PATH_METHODS.get(ref.slice(ref.lastIndexOf('.') + 1));
}

type Table = readonly (readonly [string, Handler])[];

const COPIERS: Table = each(
  copy,
  'shutil.copy shutil.copy2 shutil.copyfile shutil.copytree shutil.move',
);

/** Calls that give what is in files. */
export const READERS: Table = [
  ...each(open, 'open io.open codecs.open aiofiles.open os.fdopen gzip.open'),
  ...each(
    readFirst,
    'sqlite3.connect sqlite3.dbapi2.connect aiosqlite.connect linecache.getlines tarfile.open mmap.mmap pandas.read_csv',
  ),
  ...COPIERS,
  ...each(archive, 'shutil.make_archive'),
];

/** Calls that change files; `print` as well, when it is given one. */
export const WRITERS: Table = [
  ...COPIERS,
  ...each(writeTo, '@file.write @file.writelines'),
  ...each(dump, 'json.dump pickle.dump yaml.dump yaml.safe_dump marshal.dump plistlib.dump'),
];

export const FILES: Table = [
  ...READERS,
  ...WRITERS,
  ...each(print, 'print'),
  ...each(
    makePath,
    'pathlib.Path pathlib.PurePath pathlib.PosixPath pathlib.WindowsPath pathlib.PurePosixPath anyio.Path',
  ),
  ...each(() => ({ text: '~', ref: PATH, taints: [] }), 'pathlib.Path.home'),
  ...each(() => ({ text: '*', ref: PATH, taints: [] }), 'pathlib.Path.cwd'),
  ...each(joinPaths, 'os.path.join posixpath.join ntpath.join'),
  ...each(
    first,
    'os.path.expanduser os.path.expandvars os.path.abspath os.path.realpath os.path.normpath os.fspath os.path.dirname glob.glob glob.iglob',
  ),
  ...each(walk, 'os.walk'),
];

export function each(handler: Handler, refs: string): readonly (readonly [string, Handler])[] {
  return refs.split(' ').map((ref) => [ref, handler]);
}
