import { fromBase64, fromCodes, fromHex, fromPercent, fromRot13 } from '../decode.ts';
import { elementsOf, taintsIn, taintsOfAll } from './contents.ts';
import type { Call, Handler, Run } from './run.ts';
import {
  ANY_TEXT,
  isConstant,
  mergeTaints,
  passOn,
  type Taint,
  textValue,
  type Value,
} from './value.ts';

const argumentTaints = ({ args }: Call) => taintsOfAll(args);

/** The taints of all arguments, after what is done with them. */
function transformed(call: Call, run: Run, transform: string): readonly Taint[] {
  const taints = argumentTaints(call);
  return taints.length === 0 ? taints : passOn(taints, run.step(call.node, call.ref), transform);
}

const MAX_SHOWN = 200;

/**
 * A constant that was hidden: worth following when it comes to be run. Its detail is how the text
 * begins that it hides, as far as that could be computed.
 */
function decoded({ node, ref }: Call, run: Run, transform: string, plain = ''): Taint {
  const origin = { kind: 'decoded-constant', detail: plain.slice(0, MAX_SHOWN) } as const;
  return { origin, steps: [run.step(node, ref)], transforms: [transform] };
}

const DECODERS: { readonly [transform: string]: (text: string) => string | undefined } = {
  base64: fromBase64,
  hex: fromHex,
  percent: fromPercent,
  rot13: fromRot13,
};

/** Makes a readable text from an unreadable one, computed where it is constant. */
export function decode(transform: string): Handler {
  return (call, run) => {
    const value = call.args[0];
    const taints = transformed(call, run, `un${transform}`);
    const text = value && isConstant(value) ? value.text : undefined;
    if (text === undefined) return { text: '*', taints };
    const plain = DECODERS[transform]?.(text);
    const all = mergeTaints([decoded(call, run, transform, plain)], taints);
    return plain === undefined ? { text: '*', taints: all } : textValue(plain, true, all);
  };
}

export function encode(transform: string): Handler {
  return (call, run) => ({ text: '*', taints: transformed(call, run, transform) });
}

/** The same data in another form. */
export const pass: Handler = (call) => {
  const value = call.args[0];
  const taints = argumentTaints(call);
  if (call.args.length === 1 && value?.text !== undefined) {
    const { parameter } = value;
    return { text: value.text, taints, ...(parameter ? { parameter } : {}) };
  }
  return { taints };
};

/** `Buffer.from(text, 'base64')`, `Buffer.from([…])`. */
export const unpack: Handler = (call, run) => {
  const value = call.args[0];
  const encoding = call.args[1];
  const name = encoding?.text?.toLowerCase();
  if (name === 'base64' || name === 'base64url') return decode('base64')(call, run);
  if (name === 'hex') return decode('hex')(call, run);
  const elements = value ? elementsOf(value) : undefined;
  if (elements && elements.length > 3) return codes(elements, call, run);
  return { text: value?.text ?? '*', taints: value ? taintsIn(value) : [] };
};

export const fromCharCode: Handler = (call, run) => {
  const [only] = call.args;
  const list = (only && call.args.length === 1 ? elementsOf(only) : undefined) ?? call.args;
  return codes(list, call, run);
};

function codes(list: readonly Value[], call: Call, run: Run): Value {
  const taints = argumentTaints(call);
  const text = fromCodes(list.map((value) => (isConstant(value) ? value.text : undefined)));
  // One character is no text that somebody hides.
  if (text === undefined || list.length < 4)
    return { ...ANY_TEXT, ...(text === undefined ? {} : { text, built: true }), taints };
  return {
    ...textValue(text, true),
    taints: mergeTaints([decoded(call, run, 'char-codes', text)], taints),
  };
}
