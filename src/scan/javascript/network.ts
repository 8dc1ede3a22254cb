import type { Source } from '../flow/flow.ts';
import { taintsIn } from '../interpreter/contents.ts';
import type { Call, Handler, Run } from '../interpreter/run.ts';
import { mergeTaints, passOn, type Taint, type Value } from '../interpreter/value.ts';

/** Ref of a value that data can be written to; its text is the address. */
const CONNECTION = '@connection';

/** The address in the first argument: a text, or an object with `url` or `host`. */
function addressOf(args: readonly Value[]): Value {
  const [first, second] = args;
  if (first?.text !== undefined && first.text !== '*' && !first.props) {
    // net.connect(port, host)
    return /^\d{1,5}$/.test(first.text) && second?.text ? second : first;
  }
  for (const options of [first, second]) {
    const { props } = options ?? {};
    if (!props) continue;
    const whole = props.get('url') ?? props.get('uri') ?? props.get('href') ?? props.get('baseURL');
    if (whole) return whole;
    const host = props.get('hostname') ?? props.get('host');
    if (host) return host;
  }
  return first ?? { text: '*', taints: [] };
}

/** What the other side answers. */
function answerOf(address: Value, run: Run, { node, ref }: Call): readonly Taint[] {
  const origin: Source = { kind: 'remote', detail: (address.text ?? '*').slice(0, 300) };
  return [{ origin, steps: [run.step(node, ref)], transforms: [] }];
}

/** A call that sends its arguments to an address and gives the answer. */
export const request: Handler = (call, run) => {
  const { args, node, ref } = call;
  const address = ref.startsWith(CONNECTION) ? call.receiver : addressOf(args);
  const sent = mergeTaints(...args.map((arg) => taintsIn(arg)));
  run.flow(sent, { kind: 'network', call: ref, detail: address.text ?? '*' }, node, address);
  return { taints: answerOf(address, run, call) };
};

/** The same, where more can be written afterwards. */
export const connect: Handler = (call, run) => {
  const { taints } = request(call, run);
  const address = addressOf(call.args);
  const { text = '*', parameter } = address;
  return { ref: CONNECTION, text, taints, ...(parameter ? { parameter } : {}) };
};

/** `socket.write(data)`. */
export const write: Handler = ({ receiver, args, node }, run) => {
  const sent = mergeTaints(...args.map((arg) => taintsIn(arg)));
  const detail = receiver.text ?? '*';
  run.flow(sent, { kind: 'network', call: 'write', detail }, node, receiver);
  return { taints: receiver.taints };
};

/** `dns.lookup(name)`: data in the name is sent to whoever answers for its domain. */
export const resolveName: Handler = ({ args, node, ref }, run) => {
  const [name] = args;
  const sent = name ? taintsIn(name) : [];
  run.flow(sent, { kind: 'dns', call: ref, detail: name?.text ?? '*' }, node, name);
  return { taints: [] };
};

/** `axios.create({ baseURL })`: requests of it go there. */
export const client: Handler = ({ args }) => {
  const { text = '*' } = addressOf(args);
  return {
    ref: CONNECTION,
    text,
    taints: mergeTaints(...args.map((arg) => passOn(taintsIn(arg), undefined))),
  };
};
