import type { Fact } from '../finding.ts';
import type { SourceFile } from '../source-file.ts';
import { moduleFact, type OpenTraits, openModuleFact } from './traits.ts';

/** What files have to do with the others of their items. */
export interface Outlook {
  /** Before they are scanned: what a file holds is looked for only where files of the item import others. */
  before(file: SourceFile): readonly Fact[];
  /** When they are scanned: what was said before, if it was. */
  during(file: SourceFile): readonly Fact[];
}

/** `look` gives undefined for what is no file of its own. */
export function outlookBy(look: (file: SourceFile) => OpenTraits | undefined): Outlook {
  const said = new WeakMap<SourceFile, readonly Fact[]>();
  const say = (file: SourceFile, isOpen: boolean): readonly Fact[] => {
    const known = look(file);
    const fact =
      known &&
      (isOpen
        ? openModuleFact(file.path, file.text.length, known)
        : moduleFact(file.path, { ...known, traits: known.traits() }));
    const facts = fact ? [fact] : [];
    said.set(file, facts);
    return facts;
  };
  return {
    before: (file) => say(file, true),
    during: (file) => said.get(file) ?? say(file, false),
  };
}
