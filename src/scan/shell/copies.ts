import { enter, fileAt, stored, withoutSlash, write } from './files.ts';
import type { Handler, Invocation, Machine } from './machine.ts';
import { isParameter, joined, NOTHING, transformed, UNKNOWN, type Value } from './value.ts';

const MAX_OPERANDS = 100;
const INTO = '--target-directory=';
const isFlag = ({ text }: Value): boolean => text.startsWith('-') && text !== '-';

/** What is in a file, where anything is known of that. */
function known(path: Value, at: number, machine: Machine): Value | undefined {
  const value = fileAt(path, at, machine);
  return stored(path.text, machine) ?? (value.taints.every(isParameter) ? undefined : value);
}

/** `cp`, `mv`, `ln`: the last operand is a file, or the folder that the others go to. */
const copied: Handler = ({ name, args, at }, machine) => {
  const into = args.findIndex(({ text }) => text === '-t');
  const folder =
    into < 0
      ? args.find(({ text }) => text.startsWith(INTO))?.text.slice(INTO.length)
      : args[into + 1]?.text;
  const operands = args.filter((arg) => !isFlag(arg) && arg.text !== folder);
  const target = folder ?? operands.pop()?.text;
  if (target === undefined) return NOTHING;
  for (const source of operands.slice(0, MAX_OPERANDS)) {
    const value = known(source, at, machine);
    if (!value) continue;
    const from = withoutSlash(source.text);
    const base = from.slice(from.lastIndexOf('/') + 1);
    write({ path: target, value, name, at }, machine);
    write({ path: `${withoutSlash(target)}/${base}`, value, name, at }, machine);
  }
  return NOTHING;
};

/** `dd if=a of=b`. */
const blocks: Handler = ({ name, args, stdin, at }, machine) => {
  const after = (key: string) => {
    const arg = args.find(({ text }) => text.startsWith(key));
    return arg && { text: arg.text.slice(key.length), taints: arg.taints };
  };
  const from = after('if=');
  const to = after('of=');
  const value = from ? fileAt(from, at, machine) : stdin;
  if (!to) return value;
  write({ path: to.text, value, name, at }, machine);
  return NOTHING;
};

const split: Handler = ({ name, args, stdin, at }, machine) => {
  const adds = args.some(({ text }) => /^-[ip]*a|^--append$/.test(text));
  for (const path of args.filter((arg) => !isFlag(arg)))
    write({ path: path.text, value: stdin, name, at, adds }, machine);
  return stdin;
};

const CREATES = /^--(?:create|append|update)$/;
const TO_FILE = /^-[a-zA-Z]*f$|^--file$/;
const FILE = '--file=';

/** Packs files into another, or onto standard output. */
const archived: Handler = (call, machine) => {
  const { name, args, stdin, at } = call;
  const out = archiveOf(call);
  const files = args.filter((arg, i) => i !== out?.index && !isFlag(arg));
  const value = transformed(
    joined([...files.map((file) => fileAt(file, at, machine)), stdin], '\n'),
    'archive',
    '*',
    machine.step(at, name),
  );
  if (!out || out.path === '-') return value;
  if (value.taints.length > 0) write({ path: out.path, value, name, at }, machine);
  return NOTHING;
};

/** The archive that is made, and which argument names it. */
function archiveOf({
  name,
  args,
}: Invocation): { readonly index: number; readonly path: string } | undefined {
  const at = (index: number) => {
    const path = args[index]?.text;
    return path === undefined ? undefined : { index, path };
  };
  if (name !== 'tar') {
    const first = args.findIndex((arg, i) => !isFlag(arg) && !(name !== 'zip' && i === 0));
    return name !== 'zip' && args[0]?.text !== 'a' ? undefined : at(first);
  }
  // Its first word may stand without the dash of a flag.
  const words = args.map(({ text }, i) => (i > 0 || text.startsWith('-') ? text : `-${text}`));
  if (
    !words.some((word) => CREATES.test(word) || (/^-[a-zA-Z]+$/.test(word) && /[cru]/.test(word)))
  )
    return undefined;
  const joint = words.findIndex((word) => word.startsWith(FILE));
  if (joint >= 0) return { index: joint, path: words[joint]?.slice(FILE.length) ?? '' };
  const flag = words.findIndex((word) => TO_FILE.test(word));
  return flag < 0 ? undefined : at(flag + 1);
}

/** A command that prints unless it is told, by one of these flags, what file to write to. */
export function intoFile(handler: Handler, flags: RegExp): Handler {
  return (call, machine) => {
    const { name, args, at } = call;
    const flag = args.findIndex(({ text }) => flags.test(text));
    const out = flag < 0 ? undefined : args[flag + 1];
    if (!out || out.text === '-') return handler(call, machine);
    const rest = args.filter((_, i) => i !== flag && i !== flag + 1);
    const value = handler({ ...call, args: rest }, machine);
    if (value.taints.length > 0) write({ path: out.text, value, name, at }, machine);
    return NOTHING;
  };
}

const ENDS: ReadonlyMap<string, string> = new Map([
  ['gzip', '.gz'],
  ['bzip2', '.bz2'],
  ['xz', '.xz'],
  ['zstd', '.zst'],
  ['gpg', '.gpg'],
]);

/** A command that packs a file where it lies unless one of these flags has it print. */
export function inPlace(handler: Handler, prints: RegExp): Handler {
  return (call, machine) => {
    const { name, args, at } = call;
    const value = handler(call, machine);
    const file = args.find((arg) => !isFlag(arg));
    const end = ENDS.get(name);
    if (file && end && value.taints.length > 0 && !args.some(({ text }) => prints.test(text)))
      write({ path: file.text + end, value, name, at }, machine);
    return value;
  };
}

/** What is read from standard input into variables. */
const taken: Handler = ({ args, stdin }, machine) => {
  if (stdin.taints.length > 0)
    for (const { text } of args)
      if (/^[A-Za-z_]\w{0,99}$/.test(text))
        machine.variables.set(text, { text: '*', taints: stdin.taints });
  return NOTHING;
};

/** Every file of this kind is another. */
const temporary: Handler = ({ at }) => ({ text: `/tmp/*${at}`, taints: NOTHING.taints });

const entered: Handler = ({ args }, machine) => {
  enter(args.find((arg) => !isFlag(arg))?.text, machine);
  return UNKNOWN;
};

/** Commands that take what is in one file to another. */
export const COPIES: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...['cp', 'mv', 'ln', 'install'].map((name) => [name, copied] as const),
  ['dd', blocks],
  ['tee', split],
  ...['tar', 'zip', '7z', '7za', '7zz'].map((name) => [name, archived] as const),
  ...['read', 'mapfile', 'readarray'].map((name) => [name, taken] as const),
  ['mktemp', temporary],
  ['cd', entered],
  ['pushd', entered],
]);
