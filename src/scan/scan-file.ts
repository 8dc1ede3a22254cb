import type { Fact, FileResult, ScanFinding, Spot } from './finding.ts';
import type { FrontEnd, FrontEndContext, Part, Seen } from './front-end.ts';
import { frontEnds } from './front-ends.ts';
import { indicatorsIn } from './indicators.ts';
import { catchersIn } from './settings.ts';
import type { Language, SourceFile } from './source-file.ts';

/** Parts within parts that are looked into: SKILL.md, its shell block, a here-document in that. */
const MAX_DEPTH = 4;
const NOTHING: Seen = { findings: [], facts: [] };
/** A part has no bytes of its own. */
const NO_BYTES = new Uint8Array();
const ready = new Map<Language, FrontEnd>();

/** Loads the front ends of these languages; to be awaited before `scanFile` sees one. */
export async function prepare(languages: ReadonlySet<Language>): Promise<void> {
  for (const frontEnd of frontEnds) {
    const wanted = frontEnd.languages.filter((it) => languages.has(it) && !ready.has(it));
    if (wanted.length === 0) continue;
    await frontEnd.prepare?.();
    for (const language of wanted) ready.set(language, frontEnd);
  }
}

/** What one file shows by itself. */
export function scanFile(file: SourceFile, options: Omit<FrontEndContext, 'scanPart'>): FileResult {
  const context = new Context(0, options);
  const { findings, facts } = ready.get(file.language)?.scan(file, context) ?? NOTHING;
  const known = options.indicators ? indicatorsIn(file) : [];
  return { path: file.path, findings: findings.concat(catchersIn(file), known), facts };
}

/** What one file has to do with the others of its item, by words alone: facts that `scanFile` gives too. */
export function outlookOf(file: SourceFile): FileResult {
  const facts = ready.get(file.language)?.outlook?.(file) ?? [];
  return { path: file.path, findings: [], facts };
}

type Options = Omit<FrontEndContext, 'scanPart'>;

/** For all parts of one depth the same: files have thousands of them. */
class Context implements FrontEndContext {
  readonly indicators: boolean;
  readonly unfollowed: Options['unfollowed'];
  readonly links: Options['links'];
  private readonly depth: number;
  private inner: Context | undefined;

  constructor(depth: number, { indicators, unfollowed, links }: Options) {
    this.depth = depth;
    this.indicators = indicators;
    this.unfollowed = unfollowed;
    this.links = links;
  }

  scanPart({ path }: SourceFile, part: Part): Seen {
    const frontEnd = ready.get(part.language);
    if (!frontEnd || this.depth >= MAX_DEPTH) return NOTHING;
    this.inner ??= new Context(this.depth + 1, { indicators: this.indicators });
    const { language, text } = part;
    const seen = frontEnd.scan({ path, language, text, bytes: NO_BYTES }, this.inner);
    return seen.findings.length + seen.facts.length === 0 ? NOTHING : shift(seen, part);
  }
}

/** Positions of a part, as those of the whole. */
function shift({ findings, facts }: Seen, part: Part): Seen {
  const move = <S extends Spot>(spot: S): S => ({
    ...spot,
    line: spot.line + part.line - 1,
    column: spot.line === 1 ? spot.column + part.column - 1 : spot.column,
  });
  return {
    findings: findings.map((finding): ScanFinding => {
      const { path } = finding;
      return { ...move(finding), ...(path ? { path: path.map(move) } : {}) };
    }),
    facts: facts.map((fact): Fact => move(fact)),
  };
}
