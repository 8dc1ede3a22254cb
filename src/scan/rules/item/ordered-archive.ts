import { PASSWORD_FACT, UNPACK_FACT } from '../../fact-kinds.ts';
import type { ItemRule } from '../../scan-item.ts';
import { snippetOf } from '../../snippet.ts';
import { closedArchive } from '../file/closed-archive.ts';

/** Messages of archives whose contents nobody has seen. */
const UNSEEN: ReadonlySet<string> = new Set(['closed', 'damaged', 'nested', 'encrypted']);

/** An archive that could not be looked into, and a text beside it that has it opened. */
export const findOrderedArchives: ItemRule = ({ results }) => {
  const closed = results.flatMap(({ findings }) =>
    findings.filter(({ rule, message }) => rule === closedArchive.id && UNSEEN.has(message)),
  );
  if (closed.length === 0) return [];
  const orders = results.flatMap(({ facts }) =>
    facts.filter(({ kind }) => kind === UNPACK_FACT || kind === PASSWORD_FACT),
  );
  return closed.flatMap(({ file: path }) => {
    const name = (path.split('/').at(-1) ?? path).toLowerCase();
    const order =
      orders.find(({ value }) => value.toLowerCase().includes(name)) ??
      orders.find(({ kind }) => kind === PASSWORD_FACT);
    if (!order) return [];
    const { file, line, column, value } = order;
    const place = { file, line, column, snippet: snippetOf(value) };
    return [closedArchive.found('ordered', { path }, place)];
  });
};
