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
  const { indicators } = options;
  const seen = ready.get(file.language)?.scan(file, contextAt(0, options)) ?? NOTHING;
  const known = indicators ? indicatorsIn(file) : [];
  const findings = [...seen.findings, ...catchersIn(file), ...known];
  return { path: file.path, ...seen, findings };
}

/** What one file has to do with the others of its item, by words alone: facts that `scanFile` gives too. */
export function outlookOf(file: SourceFile): FileResult {
  const facts = ready.get(file.language)?.outlook?.(file) ?? [];
  return { path: file.path, findings: [], facts };
}

/** For all parts of one depth the same: files have thousands of them. */
function contextAt(depth: number, options: Omit<FrontEndContext, 'scanPart'>): FrontEndContext {
  let inner: FrontEndContext | undefined;
  return {
    ...options,
    scanPart(whole, part) {
      const frontEnd = ready.get(part.language);
      if (!frontEnd || depth >= MAX_DEPTH) return NOTHING;
      inner ??= contextAt(depth + 1, { indicators: options.indicators });
      const { language, text } = part;
      const file = { path: whole.path, language, text, bytes: NO_BYTES };
      const seen = frontEnd.scan(file, inner);
      return seen.findings.length + seen.facts.length === 0 ? NOTHING : shift(seen, part);
    },
  };
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
