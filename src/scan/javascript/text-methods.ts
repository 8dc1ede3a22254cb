import { computed, constant } from '../interpreter/computed.ts';
import { arrayOf, elementsOf, taintsIn } from '../interpreter/contents.ts';
import type { Call, Handler, Run } from '../interpreter/run.ts';
import { ANY_TEXT, mergeTaints, passOn, textValue, type Value } from '../interpreter/value.ts';

const MAX_PARTS = 20_000;

const split: Handler = ({ receiver, args }) => {
  const text = constant(receiver);
  const separator = constant(args[0]);
  const taints = taintsIn(receiver);
  if (text === undefined || separator === undefined) return { taints };
  const parts = text.split(separator, MAX_PARTS).map((part): Value => ({ text: part, taints }));
  return arrayOf(parts);
};

const reverse: Handler = ({ receiver, node }, run) => {
  const elements = elementsOf(receiver);
  const turn = (value: Value): Value => ({
    ...value,
    taints: passOn(value.taints, run.step(node, 'reverse'), 'reverse'),
  });
  return elements ? arrayOf([...elements].reverse().map(turn)) : turn(receiver);
};

const join: Handler = ({ receiver, args }) => {
  const elements = elementsOf(receiver)?.slice(0, MAX_PARTS);
  const taints = taintsIn(receiver);
  const separator = args.length === 0 ? ',' : constant(args[0]);
  if (!elements || separator === undefined) return { ...ANY_TEXT, taints };
  const text = elements.map((element) => element.text ?? '*').join(separator);
  return { ...textValue(text, true), taints };
};

/** `buffer.toString('base64')`; of anything else, the same text. */
const asText: Handler = ({ receiver, args, node }, run) => {
  const encoding = constant(args[0]);
  const taints = taintsIn(receiver);
  if (encoding !== undefined && /^(?:base64(?:url)?|hex)$/.test(encoding)) {
    const transform = encoding.startsWith('base64') ? 'base64' : 'hex';
    return { ...ANY_TEXT, taints: passOn(taints, run.step(node, transform), transform) };
  }
  const { text = '*', built } = receiver;
  return { ...textValue(text, built), taints };
};

const concat: Handler = ({ receiver, args }) => {
  const all = [receiver, ...args];
  const taints = mergeTaints(...all.map((value) => taintsIn(value)));
  if (elementsOf(receiver)) return { taints };
  return { ...textValue(all.map(({ text }) => text ?? '*').join(''), true), taints };
};

const push: Handler = ({ receiver, args }) => {
  const { props } = receiver;
  if (props) for (const arg of args) if (props.size < MAX_PARTS) props.set(String(props.size), arg);
  return { taints: [] };
};

const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));

const METHODS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['split', split],
  ['reverse', reverse],
  ['join', join],
  ['toString', asText],
  ['concat', concat],
  ['push', push],
  ['trim', computed((text) => text.trim())],
  ['toLowerCase', computed((text) => text.toLowerCase())],
  ['toUpperCase', computed((text) => text.toUpperCase())],
  ['slice', computed((text, [from, to]) => text.slice(number(from), number(to)))],
  ['substring', computed((text, [from, to]) => text.substring(Number(from), number(to)))],
  ['charAt', computed((text, [at]) => text.charAt(Number(at)))],
  ['replace', computed((text, [from = '', to = '']) => text.replace(from, () => to))],
  ['replaceAll', computed((text, [from = '', to = '']) => text.replaceAll(from, () => to))],
  [
    'repeat',
    computed((text, [times]) => text.repeat(Math.min(100, Math.max(0, Number(times) || 0)))),
  ],
]);

/** The call of a method of texts and arrays; undefined when it is none. */
export function callTextMethod(name: string, call: Call, run: Run): Value | undefined {
  return METHODS.get(name)?.(call, run);
}
