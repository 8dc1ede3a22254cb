import { type AccessResult, type AccessStep, stepPath, typeOf } from '../access.ts';
import type { JournalList } from '../journal.ts';
import { pathOf } from '../place.ts';
import type { Undone } from '../undo.ts';
import { isClosed } from './dacl.ts';
import { type Answer, type SetOptions, setLists } from './set.ts';

/** Gives every step the list that it was planned to get. */
export async function closeLists(
  steps: readonly AccessStep[],
  options: SetOptions,
): Promise<readonly AccessResult[]> {
  const planned = steps.flatMap((step) => (step.list ? [{ step, list: step.list }] : []));
  const answers = await setLists(
    planned.map(({ step, list: { before, after } }) => ({
      path: stepPath(step),
      root: step.directory.root,
      kind: typeOf(step),
      from: before,
      to: after,
    })),
    options,
  );
  return planned.map(({ step, list }, i): AccessResult => {
    const { state, dacl, errno } = answers[i] ?? ({ state: 'failed' } satisfies Answer);
    if (state !== 'set' && state !== 'already')
      return { step, ok: false, why: state, ...(errno === undefined ? {} : { errno }) };
    // By SID and on this side too, whatever the other says of itself.
    return dacl !== undefined && isClosed(dacl, list.me)
      ? { step, ok: true }
      : { step, ok: false, why: 'failed', errno: 'ACL' };
  });
}

/** What a journal says of the lists that were to be changed. */
export const journalLists = (steps: readonly AccessStep[]): readonly JournalList[] =>
  steps.flatMap((step) => {
    const { directory, name, list } = step;
    if (list === undefined) return [];
    const { before, after } = list;
    return [{ directory, name, type: typeOf(step), before, after }];
  });

/**
 * Gives lists back, in reverse: what hands its list down comes before what it is handed to.
 * @param roots directories of the gateway; a journal that names another is not believed
 */
export async function restoreLists(
  lists: readonly JournalList[],
  roots: readonly string[],
  options: SetOptions | undefined,
): Promise<readonly Undone[]> {
  const all = lists.toReversed();
  const inside = all.filter(({ directory }) => roots.includes(directory.root));
  const asks = inside.map((list) => ({
    path: pathIn(list),
    root: list.directory.root,
    kind: list.type,
    from: list.after,
    to: list.before,
  }));
  const elsewhere: Answer = { state: 'failed', errno: 'no Windows' };
  const answers = options ? await setLists(asks, options) : asks.map(() => elsewhere);
  const found = new Map(inside.map((list, i) => [list, answers[i]]));
  return all.map((list): Undone => {
    const base = { path: pathIn(list), kind: 'acl' } as const;
    const answer = found.get(list);
    if (answer === undefined) return { ...base, state: 'outside' };
    const { state, errno } = answer;
    if (state === 'set') return { ...base, state: 'restored' };
    return { ...base, state, ...(errno === undefined ? {} : { errno }) };
  });
}

const pathIn = ({ directory, name }: JournalList) =>
  name === '.' ? pathOf(directory) : pathOf({ ...directory, below: [...directory.below, name] });
