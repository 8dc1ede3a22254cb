import { isSecretName } from '../knowledge/variables.ts';
import { hiddenAddress } from '../rules/shell/hidden-address.ts';
import { COPIES, inPlace, intoFile } from './copies.ts';
import { textOfBase64, textOfHex, unescaped } from './decode.ts';
import { fileAt } from './files.ts';
import type { Handler, Invocation, Machine } from './machine.ts';
import {
  isParameter,
  joined,
  NOTHING,
  type Taint,
  tainted,
  transformed,
  UNKNOWN,
  type Value,
} from './value.ts';

const FLAG = /^-/;
const DECODES = /^(?:-[a-zA-Z]*[dD]|--decode)$/;

/** What is left of a text once it was hashed or signed: nothing of it can be had back. */
const DIGEST: Value = { text: '*', taints: [] };
/** What a token of a service begins with; `/dev/urandom` knows nothing of anybody. */
const CLAIMS = /^\s{0,8}\{\s{0,8}"(?:alg|typ|iss|sub|aud|iat|kid)"/;
const RANDOM = /^\/dev\/u?random$/;
const DIGESTS = /^(?:dgst|sha\d{1,3}|md5|rand|mac)$/;

/** What the operands and the standard input hold, files read. */
function content({ args, stdin, at }: Invocation, machine: Machine): Value {
  const files = args.filter(({ text }) => !FLAG.test(text)).map((arg) => fileAt(arg, at, machine));
  return files.length > 0 ? joined([...files, stdin], '\n') : stdin;
}

const echo: Handler = ({ name, args }) => {
  const words = args.filter(({ text }, i) => !(i < 2 && /^-[neE]{1,3}$/.test(text)));
  const escapes = name === 'printf' || args.some(({ text }) => /^-[nE]{0,2}e/.test(text));
  const [format, ...rest] = words;
  if (name === 'printf' && format) {
    const filled = rest.length > 0 ? format.text.replaceAll(/%[sb]/g, () => '') : format.text;
    const all = joined([{ ...format, text: filled.replace(/\\n$/, '') }, ...rest], '');
    return { ...all, text: unescaped(all.text) };
  }
  const all = joined(words, ' ');
  return escapes ? { ...all, text: unescaped(all.text) } : all;
};

/** A constant that is decoded starts a path of its own. */
function decoded(
  value: Value,
  how: string,
  plain: string | undefined,
  call: Invocation,
  machine: Machine,
): Value {
  const step = machine.step(call.at, `${call.name} -d`);
  if (!value.taints.every(isParameter)) return transformed(value, how, plain ?? '*', step);
  if (plain !== undefined && /^\s*https?:\/\//.test(plain))
    machine.report(
      hiddenAddress.found('decoded', { address: plain.trim() }, machine.evidence(call.at)),
    );
  const source = { kind: 'decoded-constant', detail: (plain ?? '').slice(0, 200) } as const;
  return { text: plain ?? '*', taints: [{ source, transforms: [how], steps: [step] }] };
}

const base64: Handler = (call, machine) => {
  const rest = { ...call, args: call.args.filter(({ text }) => !FLAG.test(text)) };
  const value = content(rest, machine);
  if (call.args.some(({ text }) => DECODES.test(text)))
    return decoded(value, 'base64', textOfBase64(value.text), call, machine);
  const step = machine.step(call.at, 'base64');
  // A variable or an output that is piped in: what it holds is not known, that it is hidden is.
  const piped =
    value.taints.every(isParameter) &&
    value === call.stdin &&
    value !== DIGEST &&
    !CLAIMS.test(value.text.slice(0, 100)) &&
    value.text.includes('*');
  const origin = tainted('*', { kind: 'command-output', detail: '' }, step);
  return transformed(piped ? origin : value, 'base64', '*', step);
};

const xxd: Handler = (call, machine) => {
  const value = content(call, machine);
  if (call.args.some(({ text }) => /^-[a-z]*r/.test(text)))
    return decoded(value, 'hex', textOfHex(value.text), call, machine);
  return transformed(value, 'hex', '*', machine.step(call.at, call.name));
};

const reverse: Handler = (call, machine) => {
  const value = content(call, machine);
  const text = [...value.text].reverse().join('');
  if (!value.taints.every(isParameter))
    return transformed(value, 'reverse', text, machine.step(call.at, 'rev'));
  return decoded(value, 'reverse', text, call, machine);
};

const pack =
  (how: string): Handler =>
  (call, machine) =>
    transformed(content(call, machine), how, '*', machine.step(call.at, call.name));

const openssl: Handler = (call, machine) => {
  const words = call.args.map(({ text }) => text);
  if (words.some((word) => word === 'base64' || word === '-base64'))
    return base64({ ...call, args: call.args.slice(1) }, machine);
  if (DIGESTS.test(words[0] ?? '') || words.some((word) => /^-(?:sign|pubout|pubin)$/.test(word)))
    return DIGEST;
  return words[0] === 'enc' ? pack('aes')(call, machine) : UNKNOWN;
};

const environment: Handler = (call, machine) => {
  const { name, args, at } = call;
  const named = args.filter(({ text }) => !FLAG.test(text));
  if (named.length === 0)
    return tainted('*', { kind: 'environment', detail: name }, machine.step(at, name));
  const variable = named.find(({ text }) => name === 'printenv' && isSecretName(text))?.text;
  if (variable === undefined) return UNKNOWN;
  const source = { kind: 'secret-variable', detail: variable } as const;
  return tainted('*', source, machine.step(at, `printenv ${variable}`));
};

const read =
  (kind: 'clipboard' | 'key-store' | 'host-facts'): Handler =>
  (call, machine) =>
    tainted('*', { kind, detail: call.name }, machine.step(call.at, call.name));

/** `security` of macOS reads the keychain; its other commands do not. */
const keychain: Handler = (call, machine) =>
  /^(?:find-(?:generic|internet)-password|dump-keychain|export)$/.test(call.args[0]?.text ?? '')
    ? entry(call, machine)
    : UNKNOWN;

/** One entry of a key store, with the service that it is of, or all of them. */
const entry: Handler = ({ name, args, at }, machine) => {
  const of = args.find((_, i) => /^(?:-[sl]|service|lookup)$/.test(args[i - 1]?.text ?? ''))?.text;
  const detail = of === undefined || of.includes('*') ? name : `${name} ${of.slice(0, 100)}`;
  return tainted('*', { kind: 'key-store', detail }, machine.step(at, name));
};

/** What the machine calls itself, as long as nothing was changed of it. */
export function isOwnName({ source, transforms }: Taint): boolean {
  return OWN_NAMES.has(source.detail) && source.kind === 'host-facts' && transforms.length === 0;
}

const OWN_NAMES: ReadonlySet<string> = new Set(['hostname', 'uname']);

function changed(value: Value, { name }: Invocation): Value {
  if (name === 'cat' || name === 'head' || name === 'tail' || !value.taints.some(isOwnName))
    return value;
  const taints = value.taints.map((taint) =>
    isOwnName(taint) ? { ...taint, source: { ...taint.source, detail: 'host name' } } : taint,
  );
  return { ...value, taints };
}

const through: Handler = (call, machine) => {
  const value = changed(content(call, machine), call);
  if (value === DIGEST || call.args.some(({ text }) => RANDOM.test(text))) return DIGEST;
  return {
    text: call.name === 'cat' ? value.text : '*',
    taints: value.taints,
  };
};
/** What takes one value of a file of settings: a path for `jq`, a name at the start of a line. */
const PART =
  /^\s*(?:\.(?:[\w-]{1,60}|"[^"]{1,60}")|\.?\["[^"]{1,60}"\]){1,10}|^\^?[A-Z][A-Z\d_]{3,60}=?$/;

function narrowed(taint: Taint, part: string): Taint {
  const { source } = taint;
  if (source.kind !== 'state-file') return taint;
  const whole = source.part === undefined ? part : `${source.part}.${part}`;
  return { ...taint, source: { ...source, part: whole.slice(0, 200) } };
}

/** Their first operand is a pattern or a program, not a file. */
const filtered: Handler = (call, machine) => {
  const [program, ...files] = call.args.filter(({ text }) => !FLAG.test(text));
  const value = changed(content({ ...call, args: files }, machine), call);
  const part = PART.exec(program?.text.slice(0, 300) ?? '')?.[0]
    .replaceAll('[', '.')
    .replaceAll(/[^\w.-]|^\.+|\.(?=\.)/g, '');
  return {
    text: value.text,
    taints: part ? value.taints.map((taint) => narrowed(taint, part)) : value.taints,
  };
};

function each(names: string, handler: Handler): readonly (readonly [string, Handler])[] {
  return names.split(' ').map((name) => [name, handler]);
}

/** Commands that make another text of one: what comes out need not stand in the script. */
export const CONVERTING: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...each('printf', echo),
  ...each('base64 gbase64 base32', intoFile(base64, /^(?:-o|--output)$/)),
  ...each('xxd hexdump od', xxd),
  ...each('rev', reverse),
  ...each('openssl', intoFile(openssl, /^-out$/)),
  ...each(
    'sha1sum sha224sum sha256sum sha384sum sha512sum shasum md5sum md5 b2sum cksum',
    () => DIGEST,
  ),
]);

/** Commands that read, print or convert. */
export const FILTERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...CONVERTING,
  ...each('echo', echo),
  ...each('gzip bzip2 xz zstd', inPlace(pack('gzip'), /^-[a-z\d]*[cd]|^--(?:stdout|decompress)$/)),
  ...each(
    'gpg age',
    intoFile(inPlace(pack('encrypted'), /^(?:-d|--decrypt)$/), /^(?:-o|--output)$/),
  ),
  ...COPIES,
  ...each('env printenv export set declare', environment),
  ...each('pbpaste xclip xsel wl-paste', read('clipboard')),
  ...each('secret-tool', entry),
  ...each('whoami hostname id uname', read('host-facts')),
  ...each('security', keychain),
  ...each('sort', intoFile(through, /^(?:-o|--output)$/)),
  ...each('cat head tail uniq tac nl strings less more cut tr fold paste', through),
  ...each('grep egrep rg sed awk jq yq python3-json', filtered),
  ...each('true false test [', () => NOTHING),
]);
