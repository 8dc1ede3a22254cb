import type { Io } from './io.ts';

const NARROWEST = 40;
const WIDEST = 100;

/** Whether to use colour and where to wrap: a pipe gets whole lines, so that `grep` finds them. */
export function textLook(
  io: Pick<Io, 'env' | 'columns'>,
  wanted: boolean,
): { readonly color: boolean; readonly width: number | null } {
  const columns = io.columns();
  const { NO_COLOR, FORCE_COLOR, TERM } = io.env;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '';
  const capable = columns !== undefined && TERM !== 'dumb';
  return {
    color: wanted && !NO_COLOR && (forced ? !/^(0|false)$/i.test(FORCE_COLOR) : capable),
    width: columns === undefined ? null : Math.min(WIDEST, Math.max(NARROWEST, columns)),
  };
}
