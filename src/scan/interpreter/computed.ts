import { taintsIn } from './contents.ts';
import type { Call, Handler } from './run.ts';
import { ANY_TEXT, isConstant, mergeTaints, type Taint, textValue, type Value } from './value.ts';

/** The text of a value that is known whole. */
export function constant(value: Value | undefined): string | undefined {
  return value && isConstant(value) ? value.text : undefined;
}

/** What a call's receiver and arguments bring with them, those given by name included. */
export function taintsOf({ receiver, args, named }: Call): readonly Taint[] {
  return mergeTaints(
    taintsIn(receiver),
    ...args.map((arg) => taintsIn(arg)),
    ...[...(named?.values() ?? [])].map((value) => taintsIn(value)),
  );
}

/** A method that makes one text from another, computed where all is constant. */
export function computed(
  compute: (text: string, args: readonly string[]) => string,
  textOf: (receiver: Value) => string | undefined = constant,
): Handler {
  return (call) => {
    const text = textOf(call.receiver);
    const plain = call.args.map(constant);
    const taints = taintsOf(call);
    if (text === undefined || plain.some((arg) => arg === undefined))
      return { ...ANY_TEXT, taints };
    const result = compute(
      text,
      plain.map((arg) => arg ?? ''),
    );
    return { ...textValue(result, true), taints };
  };
}
