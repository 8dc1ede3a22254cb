import { fileAt, store } from './files.ts';
import { isOwnName } from './filters.ts';
import type { Handler, Invocation, Machine } from './machine.ts';
import {
  isParameter,
  joined,
  type Taint,
  tainted,
  taintsOf,
  UNKNOWN,
  type Value,
} from './value.ts';

const BODY = /^(?:-d|--data(?:-\w+)?|-F|--form(?:-string)?|--post-data|--body-data|--json)$/;
/** What is given is a file to be sent. */
const UPLOAD = /^(?:-T|--upload-file|--post-file|--body-file)$/;
/** The same for a text in which any of these stands; a flag of `curl` may be one of several in a word. */
export const UPLOADS = /(?:^|\s)-[a-zA-Z#]{0,8}T|--(?:upload|post|body)-file/;
/** Flags of `curl` without a value, before one that has one. */
const CLUSTER = /^-[#afgiIjkLnNpqRsSvG\d]{1,9}(?=[dFT])/;
const OUTPUT = /^(?:-o|--output|-O|--output-document)$/;
/** What every option that saves to a file begins with. */
export const SAVES = /(?:^|\s)-[a-zA-Z]{0,6}[oO]|--out/;
const WITH_VALUE =
  /^(?:-[HXuAebcmUEwx]|--(?:header|request|user|user-agent|referer|cookie|max-time|connect-timeout|retry|proxy|cacert|cert|key|write-out))$/;
const ADDRESS =
  /^(?:[a-z][a-z\d+.-]{1,9}:\/\/|[\w*-]{1,63}(?:\.[\w*-]{1,63}){1,8}(?:[:/]|$)|\*[/?])/i;

interface Request {
  readonly urls: readonly Value[];
  readonly sent: readonly Value[];
  readonly output: Value | undefined;
}

function requestOf({ name, args, stdin, at }: Invocation, machine: Machine): Request {
  const urls: Value[] = [];
  const sent: Value[] = [];
  let output: Value | undefined;
  for (let i = 0; i < args.length; i++) {
    const whole = args[i] ?? UNKNOWN;
    const text = name === 'curl' ? whole.text.replace(CLUSTER, '-') : whole.text;
    const arg = text === whole.text ? whole : { text, taints: whole.taints };
    const next = args[i + 1];
    const inline = /^(?:--[\w-]{1,20}=|-[dFT](?=.))/.exec(text)?.[0];
    const given =
      inline === undefined ? undefined : { text: text.slice(inline.length), taints: arg.taints };
    const flag = inline?.replace('=', '') ?? text;
    if (name === 'wget' && /^-[a-zA-Z]{0,6}O-$/.test(arg.text)) output = { text: '-', taints: [] };
    else if (OUTPUT.test(arg.text) && !(name === 'curl' && arg.text === '-O')) {
      output = next;
      i++;
    } else if (BODY.test(flag) && (given || next)) {
      sent.push(bodyOf(given ?? next ?? UNKNOWN, stdin, at, machine));
      if (!given) i++;
    } else if (UPLOAD.test(flag) && (given || next)) {
      const file = given ?? next ?? UNKNOWN;
      sent.push(/^[-.]$/.test(file.text) ? stdin : fileAt(file, at, machine));
      if (!given) i++;
    } else if (HTTPIE.has(name) && /^[\w.-]{0,40}(?:=|:=)?@./.test(text)) {
      sent.push(
        bodyOf({ text: text.slice(text.indexOf('@')), taints: arg.taints }, stdin, at, machine),
      );
    } else if (WITH_VALUE.test(arg.text)) {
      if (next) sent.push({ text: '', taints: next.taints.filter(isStrangeInHeader) });
      i++;
    } else if (!arg.text.startsWith('-') && (ADDRESS.test(arg.text) || arg.text === '*')) {
      urls.push(arg);
      if (arg.taints.length > 0) sent.push({ text: '', taints: arg.taints });
    } else if (/^-[a-zA-Z]{1,6}[oO]$/.test(arg.text) && next && !ADDRESS.test(next.text)) {
      output = arg.text.endsWith('o') || name === 'wget' ? next : undefined;
      if (output) i++;
    }
  }
  if (HTTPIE.has(name)) sent.push(stdin);
  return { urls, sent, output };
}

/** They send what comes in, and files that are named as `field@file`. */
const HTTPIE: ReadonlySet<string> = new Set(['http', 'xh']);

/** A key in a header is how a key is used; so is what was made of a key and an account, packed. */
function isStrangeInHeader({ source }: Taint): boolean {
  return source.kind !== 'secret-variable' && source.kind !== 'command-output';
}

/** `@file`, `field=<file` and `@-` stand for what is in the file or comes in. */
function bodyOf(value: Value, stdin: Value, at: number, machine: Machine): Value {
  const name = /^(?:[\w-]{0,40}=[@<]|@)([^;]{1,500})(?:;|$)/.exec(value.text)?.[1];
  if (name === undefined) return named(value, at, machine);
  const inner = name === '-' ? stdin : fileAt({ text: name, taints: [] }, at, machine);
  return joined([value, named(inner, at, machine)], ' ');
}

/** A field that calls itself a credential is one, whatever variable fills it. */
function named(value: Value, at: number, machine: Machine): Value {
  const field = /\b(credentials?)["']?[=:]["' ]?\*/i.exec(value.text.slice(0, 2000))?.[1];
  if (field === undefined || !value.taints.every(isParameter)) return value;
  const detail = field.toUpperCase();
  const called = tainted(
    value.text,
    { kind: 'secret-variable', detail },
    machine.step(at, `${field}=`),
  );
  return { text: value.text, taints: [...called.taints, ...value.taints] };
}

/** A flag, or dots in the place of an address; `-K` and `-i` read addresses from a file. */
const NO_ADDRESS = /^(?:-(?!-?(?:[a-zA-Z]*[Ki]|config|input-file)\b)[\w-]{1,40}|\.{3}\S{0,80}|…)$/;

const transfer: Handler = (call, machine) => {
  const { name, at } = call;
  const { urls, sent, output } = requestOf(call, machine);
  // `curl | sh` in a sentence names a habit: nothing is fetched.
  if (urls.length === 0 && call.args.every(({ text }) => NO_ADDRESS.test(text))) return UNKNOWN;
  const url = urls[0]?.text ?? '*';
  const taints = taintsOf(sent);
  if (taints.length > 0) machine.flow(taints, { kind: 'network', call: name, detail: url }, at);
  const answer = tainted('*', { kind: 'remote', detail: url }, machine.step(at, `${name} ${url}`));
  const saved =
    output ??
    (name === 'wget' || call.args.some(({ text }) => /^-[a-zA-Z]{0,6}O/.test(text))
      ? { text: url.slice(url.lastIndexOf('/') + 1), taints: [] }
      : undefined);
  if (!saved || saved.text === '-') return answer;
  store(saved.text, answer, machine);
  return UNKNOWN;
};

/** Programs that save what they fetch, in a folder of its own. */
const saved: Handler = ({ name, args, at }, machine) => {
  const url = args.find(({ text }) => ADDRESS.test(text));
  if (!url) return UNKNOWN;
  const after = (short: string, long: string) => {
    const index = args.findIndex(({ text }) => text === short || text.startsWith(long));
    const text = args[index]?.text ?? '';
    return text.startsWith(`${long}=`) ? text.slice(long.length + 1) : args[index + 1]?.text;
  };
  const isGiven = (short: string, long: string) =>
    args.some(({ text }) => text === short || text.startsWith(long));
  const file = isGiven('-o', '--out')
    ? (after('-o', '--out') ?? '*')
    : url.text.slice(url.text.lastIndexOf('/') + 1);
  const folder = isGiven('-d', '--dir') ? `${after('-d', '--dir') ?? '*'}/` : '';
  const step = machine.step(at, `${name} ${url.text}`);
  const answer = tainted('*', { kind: 'remote', detail: url.text }, step);
  store(folder + file, answer, machine);
  return UNKNOWN;
};

/** What comes in on standard input, and every operand, goes to the host. */
const socket: Handler = (call, machine) => {
  const { name, args, stdin, at } = call;
  const host = args.find(
    ({ text }) => ADDRESS.test(text) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text),
  );
  const detail = host?.text ?? '*';
  if (stdin.taints.length > 0)
    machine.flow(stdin.taints, { kind: 'network', call: name, detail }, at);
  return tainted('*', { kind: 'remote', detail }, machine.step(at, `${name} ${detail}`));
};

const copy: Handler = (call, machine) => {
  const { name, args, at } = call;
  const remote = args.find(({ text }) => /^(?:[\w.-]{1,60}@)?[\w.-]{1,100}:|^rsync:/.test(text));
  if (!remote) return UNKNOWN;
  // `-i key` and `-e 'ssh -i key'` say how to log in.
  const files = args.filter(
    (arg, i) =>
      arg !== remote && !arg.text.startsWith('-') && !/^-[ieFoPJ]$/.test(args[i - 1]?.text ?? ''),
  );
  const taints = taintsOf(files.map((file) => fileAt(file, at, machine)));
  const host = remote.text.replace(/^[^@]{0,60}@/, '').replace(/:.*$/s, '');
  if (taints.length > 0) machine.flow(taints, { kind: 'network', call: name, detail: host }, at);
  return UNKNOWN;
};

const lookUp: Handler = ({ name, args, stdin, at }, machine) => {
  // Whoever looks up the machine's own name tells nobody; with a domain behind it, its owner is told.
  const isOwn = args.every(({ text, taints }) =>
    taints.length > 0 ? text === '*' && taints.every(isOwnName) : /^[+-]/.test(text),
  );
  const taints = taintsOf(isOwn ? [stdin] : [...args, stdin]);
  const detail = args.find(({ text }) => text.includes('.'))?.text ?? '*';
  if (taints.length > 0) machine.flow(taints, { kind: 'dns', call: name, detail }, at);
  return UNKNOWN;
};

/** Commands that send the files they are given, whatever stands around them. */
export const COPYING: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['scp', copy],
  ['rsync', copy],
]);

/** Commands that save what they fetch without being told to. */
export const SAVING: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['wget', transfer],
  ['aria2c', saved],
  ['axel', saved],
]);

/** Commands that talk to other machines. */
export const NETWORK: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['curl', transfer],
  ...SAVING,
  ['http', transfer],
  ['fetch', transfer],
  ['xh', transfer],
  ['lynx', transfer],
  ['w3m', transfer],
  ['nc', socket],
  ['ncat', socket],
  ['netcat', socket],
  ['socat', socket],
  ['telnet', socket],
  ...COPYING,
  ['dig', lookUp],
  ['nslookup', lookUp],
  ['host', lookUp],
  ['drill', lookUp],
]);
