import { computed, constant, taintsOf } from '../interpreter/computed.ts';
import {
  ANY_KEY,
  arrayOf,
  elementsOf,
  isEnvironment,
  memberOf,
  taintsIn,
} from '../interpreter/contents.ts';
import { decode } from '../interpreter/conversions.ts';
import type { Call, Handler, Run } from '../interpreter/run.ts';
import {
  ANY_TEXT,
  join as either,
  mergeTaints,
  passOn,
  type Taint,
  textValue,
  type Value,
} from '../interpreter/value.ts';
import { MAX_DETAIL } from './calls.ts';
import { formattedBy } from './operations.ts';

const MAX_PARTS = 20_000;
const LEAST_HIDDEN = 4;

/** What has members is no text, whatever it would be written as. */
const ofText = (compute: Parameters<typeof computed>[0]): Handler =>
  computed(compute, (receiver) => (receiver.props ? undefined : constant(receiver)));

/** `''.join(list)`. Characters that were each made from a number are a hidden text. */
const join: Handler = (call, run) => {
  const { receiver, args, node } = call;
  const [list] = args;
  const elements = list && elementsOf(list)?.slice(0, MAX_PARTS);
  const separator = constant(receiver);
  const taints = taintsOf(call);
  if (!elements || separator === undefined) {
    const { text } = list ?? {};
    return { text: separator === '' && text?.includes('/') ? text : '*', taints };
  }
  const text = elements.map((element) => element.text ?? '*').join(separator);
  const made = elements.length >= LEAST_HIDDEN && elements.every(({ built }) => built);
  if (!made || text.includes('*')) return textValue(text, true, taints);
  const origin = { kind: 'decoded-constant', detail: text.slice(0, MAX_DETAIL) } as const;
  const hidden: Taint = { origin, steps: [run.step(node, 'chr')], transforms: ['char-codes'] };
  return { ...textValue(text, true), taints: mergeTaints([hidden], taints) };
};

const split: Handler = (call) => {
  const text = constant(call.receiver);
  const taints = taintsIn(call.receiver);
  if (text === undefined) return { text: '*', taints };
  const separator = call.args[0] ? constant(call.args[0]) : undefined;
  const parts =
    separator === undefined || separator === ''
      ? text.trim().split(/\s+/, MAX_PARTS)
      : text.split(separator, MAX_PARTS);
  return arrayOf(parts.map((part): Value => ({ text: part, taints })));
};

/** `text.encode()`, `data.decode('rot13')`: the same text, unless a codec changes it. */
const recode: Handler = (call, run) => {
  const { receiver, args, named } = call;
  const codec = constant(args[0] ?? named?.get('encoding'))?.toLowerCase();
  const transform = codec && CODECS.get(codec);
  if (transform) return decode(transform)({ ...call, args: [receiver] }, run);
  const { text = '*', built, parameter } = receiver;
  const taints = taintsIn(receiver);
  const same = textValue(text, built, taints);
  return parameter ? { ...same, parameter } : same;
};

/** Codecs that hide, as `codecs.decode` and `str.decode` know them. */
export const CODECS: ReadonlyMap<string, string> = new Map([
  ['base64', 'base64'],
  ['base_64', 'base64'],
  ['hex', 'hex'],
  ['hex_codec', 'hex'],
  ['zlib', 'gzip'],
  ['zip', 'gzip'],
  ['bz2', 'gzip'],
  ['rot13', 'rot13'],
  ['rot_13', 'rot13'],
]);

const toHex: Handler = (call, run) => ({
  ...ANY_TEXT,
  taints: passOn(taintsIn(call.receiver), run.step(call.node, 'hex'), 'hex'),
});

const format: Handler = (call) => {
  const { receiver, args, named } = call;
  const taints = taintsOf(call);
  if (receiver.text === undefined) return { text: '*', taints };
  return textValue(formattedBy(receiver.text, args, named), true, taints);
};

/** `list.append(x)`: what goes in is in it from then on. */
const append: Handler = ({ receiver: { props }, args }) => {
  if (props) for (const arg of args) if (props.size < MAX_PARTS) props.set(`${props.size}`, arg);
  return { taints: [] };
};

/** `dict.update(other, key=value)`, `list.extend(other)`. */
const update: Handler = (call, run) => {
  const { receiver, args, named } = call;
  const [other] = args;
  if (other && !other.props) append(call, run);
  const isList = elementsOf(receiver) !== undefined && other && elementsOf(other) !== undefined;
  for (const [name, value] of [...(other?.props ?? []), ...(named ?? [])])
    if (receiver.props && receiver.props.size < MAX_PARTS)
      receiver.props.set(isList ? `${receiver.props.size}` : name, value);
  return { taints: [] };
};

/** `dict.get(key, default)`, `os.environ.get(name)`. */
const get: Handler = ({ receiver, args, node, ref }, run) => {
  const [key, fallback] = args;
  const name = key?.text;
  if (isEnvironment(receiver.ref)) {
    const value = memberOf(receiver, name === undefined || name.includes('*') ? '*' : name);
    const read = { ...value, taints: passOn(value.taints, run.step(node, name ?? '*')) };
    // What stands in the environment is not known, and its default is what is.
    return fallback?.text === undefined
      ? read
      : { ...either(fallback, read), taints: mergeTaints(read.taints, fallback.taints) };
  }
  if (receiver.ref !== undefined && !receiver.props)
    return { taints: taintsOf({ receiver, args, node, ref, isNew: false }) };
  const value =
    name === undefined || name.includes('*')
      ? { taints: taintsIn(receiver) }
      : memberOf(receiver, name);
  return fallback ? either(value, fallback) : value;
};

/** `dict.setdefault(key, value)`: what is there, or the value from then on. */
const setDefault: Handler = (call, run) => {
  const { receiver, args } = call;
  const [key, fallback] = args;
  const { props } = receiver;
  if (props && fallback && props.size < MAX_PARTS) {
    const name = constant(key) ?? ANY_KEY;
    props.set(name, either(fallback, props.get(name) ?? fallback));
  }
  return get(call, run);
};

const items: Handler = ({ receiver }) => {
  if (!receiver.props) return { taints: taintsIn(receiver) };
  const entries = [...receiver.props].slice(0, MAX_PARTS);
  return arrayOf(entries.map(([key, value]) => arrayOf([textValue(key), value])));
};

const values: Handler = ({ receiver }) =>
  receiver.props
    ? arrayOf([...receiver.props.values()].slice(0, MAX_PARTS))
    : { taints: taintsIn(receiver) };

const keys: Handler = ({ receiver }) =>
  receiver.props
    ? arrayOf([...receiver.props.keys()].slice(0, MAX_PARTS).map((key) => textValue(key)))
    : { taints: [] };

const same: Handler = ({ receiver }) => receiver;

const METHODS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['join', join],
  ['split', split],
  ['splitlines', split],
  ['encode', recode],
  ['decode', recode],
  ['hex', toHex],
  ['format', format],
  ['append', append],
  ['add', append],
  ['insert', append],
  ['extend', update],
  ['update', update],
  ['get', get],
  ['pop', get],
  ['setdefault', setDefault],
  ['items', items],
  ['values', values],
  ['keys', keys],
  ['copy', same],
  ['strip', ofText((text) => text.trim())],
  ['lstrip', ofText((text) => text.trimStart())],
  [
    'rstrip',
    ofText((text, [chars]) => (chars === '/' ? text.replace(/\/{1,20}$/, '') : text.trimEnd())),
  ],
  ['lower', ofText((text) => text.toLowerCase())],
  ['upper', ofText((text) => text.toUpperCase())],
  ['replace', ofText((text, [from = '', to = '']) => text.replaceAll(from, () => to))],
]);

export function callMethod(name: string, call: Call, run: Run): Value | undefined {
  return METHODS.get(name)?.(call, run);
}
