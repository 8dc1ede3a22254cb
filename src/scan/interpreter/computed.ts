import { taintsIn, taintsOfAll } from './contents.ts';
import type { Call, Handler } from './run.ts';
import { bothTaints, isConstant, type Taint, textValue, type Value } from './value.ts';

/** The text of a value that is known whole. */
export function constant(value: Value | undefined): string | undefined {
  return value && isConstant(value) ? value.text : undefined;
}

/** What a call's receiver and arguments bring with them, those given by name included. */
export function taintsOf({ receiver, args, named }: Call): readonly Taint[] {
  const given = bothTaints(taintsIn(receiver), taintsOfAll(args));
  return named ? bothTaints(given, taintsOfAll([...named.values()])) : given;
}

/** A method that makes one text from another, computed where all is constant. */
export function computed(
  compute: (text: string, args: readonly string[]) => string,
  textOf: (receiver: Value) => string | undefined = constant,
): Handler {
  return (call) => {
    const text = textOf(call.receiver);
    const taints = taintsOf(call);
    if (text === undefined || !call.args.every(isConstant)) return { text: '*', taints };
    const result = compute(
      text,
      call.args.map((arg) => arg.text ?? ''),
    );
    return textValue(result, true, taints);
  };
}
