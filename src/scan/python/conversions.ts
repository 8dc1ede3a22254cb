import type { Source } from '../flow/flow.ts';
import { isEnvironment, memberOf, taintsIn } from '../interpreter/contents.ts';
import { pass } from '../interpreter/conversions.ts';
import type { Handler } from '../interpreter/run.ts';
import { passOn, refValue, textValue } from '../interpreter/value.ts';
import { argument, fromSource, MAX_DETAIL, sentBy } from './calls.ts';
import { numberOf, numberValue } from './operations.ts';
import { CODECS } from './text-methods.ts';

export const source =
  (kind: Source['kind'], detail: string): Handler =>
  (call, run) =>
    fromSource(kind, detail, call, run);

/** `os.getenv(name, default)`. */
export const variable: Handler = (call, run) => {
  const name = argument(call, 0, 'key')?.text ?? '*';
  const value = memberOf(refValue('os.environ'), name.includes('*') ? '*' : name);
  const text = call.args[1]?.text ?? '*';
  return { ...value, text, taints: passOn(value.taints, run.step(call.node, name)) };
};

/** `dict(a, b=c)`, `list(a)`: a copy. */
export const copied: Handler = (call) => {
  const [given] = call.args;
  if (given && isEnvironment(given.ref)) return { taints: taintsIn(given) };
  const props = new Map([...(given?.props ?? []), ...(call.named ?? [])]);
  const { text } = given ?? {};
  // A value that was not written out is known by its taints alone.
  if (given && !given.props)
    return { taints: sentBy(call), ...(text === undefined ? {} : { text }) };
  return { props, taints: given?.taints ?? [] };
};

export const codec =
  (make: (transform: string) => Handler): Handler =>
  (call, run) => {
    const transform = CODECS.get((argument(call, 1, 'encoding')?.text ?? '').toLowerCase());
    return transform ? make(transform)(call, run) : pass(call, run);
  };

export const character: Handler = (call) => {
  const [code] = call.args;
  const number = code && numberOf(code);
  const taints = sentBy(call);
  if (number === undefined || !(number >= 0 && number <= 0x10ffff)) return { text: '*', taints };
  return { ...textValue(String.fromCodePoint(number), true), taints };
};

export const codeOf: Handler = (call) => {
  const text = call.args[0]?.text;
  const taints = sentBy(call);
  if (text === undefined || [...text].length !== 1 || text === '*') return { taints };
  return { ...numberValue(text.codePointAt(0) ?? 0), taints };
};

export const toNumber: Handler = (call) => {
  const [text, base] = call.args;
  const radix = (base && numberOf(base)) ?? 10;
  const plain = text?.text ?? '';
  const value =
    radix >= 2 && radix <= 36 && /^[\da-z]{1,12}$/i.test(plain)
      ? Number.parseInt(plain, radix)
      : Number.NaN;
  return { ...numberValue(value), taints: sentBy(call) };
};

/** `bytes([…])`: numbers that make a text. */
export const bytesOf: Handler = (call, run) => {
  const [given] = call.args;
  const numbers = [...(given?.props?.values() ?? [])].map(numberOf);
  if (numbers.length < 4 || numbers.some((it) => it === undefined || it < 0 || it > 255))
    return pass(call, run);
  const text = String.fromCharCode(...numbers.map((it) => it ?? 0));
  const origin = { kind: 'decoded-constant', detail: text.slice(0, MAX_DETAIL) } as const;
  const taints = [{ origin, steps: [run.step(call.node, call.ref)], transforms: ['char-codes'] }];
  return { ...textValue(text, true), taints };
};

/** `reversed(x)`, `map(f, x)`: what is in it. */
export const through: Handler = (call) => ({ taints: sentBy(call) });

export const reversed: Handler = (call, run) => {
  const [given] = call.args;
  const taints = passOn(sentBy(call), run.step(call.node, 'reverse'), 'reverse');
  const text = given?.text;
  return text === undefined || text.includes('*')
    ? { taints }
    : { ...textValue([...text].reverse().join(''), true), taints };
};
