import type { ScanFinding, Spot } from '../finding.ts';
import { destinationOf } from '../knowledge/destinations.ts';
import { spotsIn, watch } from '../prefilter/spots.ts';
import { agentSteering } from '../rules/text/agent-steering.ts';
import { hiddenText } from '../rules/text/hidden-text.ts';
import { snippetOf } from '../snippet.ts';
import type { Paragraph, Stretch } from './blocks.ts';
import { isForbidden, isMention } from './forbidden.ts';
import { PHRASES, type Phrase } from './phrases.ts';
import { isQuoted } from './quoted.ts';

type Place = (at: number) => Spot;

/** Sentences of paragraphs that steer the agent past its user. */
export function steeringIn(
  text: string,
  paragraphs: readonly Paragraph[],
  { inEach }: Candidates,
  place: Place,
): readonly ScanFinding[] {
  return inEach(paragraphs).flatMap(([paragraph, phrases]) =>
    steering(text, paragraph, phrases, place),
  );
}

function steering(
  text: string,
  paragraph: Paragraph,
  near: readonly Phrase[],
  place: Place,
): readonly ScanFinding[] {
  const found: ScanFinding[] = [];
  const part = text.slice(paragraph.start, paragraph.end);
  for (const { phrase, index, length } of matches(part, near)) {
    const { ask, severity, confidence } = phrase;
    if (isQuoted(part, index, paragraph.under) || isForbidden(text, paragraph.start + index))
      continue;
    if (ask === 'override' && isMention(part, index, length)) continue;
    if (ask === 'forward' && staysHere(part.slice(index, index + length + 80))) continue;
    const at = paragraph.start + index;
    const spot = place(at);
    const evidence = {
      ...spot,
      snippet: snippetOf(text.slice(at, at + Math.max(length, 120))),
    };
    // In a table it is described rather than ordered, and so it is where changes are told.
    const doubt =
      paragraph.table || CHANGES.test(spot.file)
        ? ({ severity: 'info', confidence: 'possible' } as const)
        : { severity, confidence };
    found.push(agentSteering.found(ask, {}, evidence, doubt));
  }
  return found;
}

const URL = /https?:\/\/[^\s"'`)<>\]]{2,300}/;

/** Pages that tell what became of a program. */
const CHANGES =
  /(?:^|\/)(?:changelog|changes|history|releases?(?:[-_ ]notes)?)(?:[-_.][^/]{0,40})?$/i;

/** Whether the address that data is sent to is on this machine. */
function staysHere(text: string): boolean {
  const address = URL.exec(text)?.[0];
  return address !== undefined && destinationOf(address) === 'local';
}

const ADDRESSED =
  /\b(?:you must|you should|you are|always|never|assistant|agent|the ai|claude|openclaw|gpt)\b[^.\n]{0,120}\b(?:run|execute|send|read|upload|install|fetch|curl|forward|ignore|write|call)\b|\b(?:curl|wget)\s[^\n]{0,80}https?:\/\/|실행하|전송하|무시하|执行|執行|发送|發送|忽略/i;

/** A comment that gives orders: there is no reason to hide them from the people who read the page. */
export function commentSteering(
  text: string,
  comment: Stretch,
  candidates: Candidates,
  place: Place,
): readonly ScanFinding[] {
  const end = Math.min(comment.end, comment.start + 4000);
  const part = text.slice(comment.start, end);
  const [phrase] = matches(part, candidates.within(comment.start, end));
  if ((!phrase && !ADDRESSED.test(part)) || isQuoted(part, phrase?.index ?? 0, '')) return [];
  const evidence = { ...place(comment.start), snippet: snippetOf(part.trim()) };
  const strong = phrase && phrase.phrase.severity !== 'info';
  const weight = strong
    ? ({ severity: 'critical', confidence: 'likely' } as const)
    : ({ severity: 'warn', confidence: 'possible' } as const);
  return [hiddenText.found('comment', {}, evidence, weight)];
}

const WATCHED = PHRASES.map((phrase) => ({ phrase, watched: watch(phrase.pattern) }));

/** The phrases that a stretch of a text may hold: few of its stretches hold any. */
interface Candidates {
  within(start: number, end: number): readonly Phrase[];
  /** Those of the stretches that may hold any, which ascend. */
  inEach<S extends Stretch>(stretches: readonly S[]): readonly (readonly [S, readonly Phrase[]])[];
}

export function phrasesFor(text: string): Candidates {
  const spots = spotsIn(text);
  const held = spots.held(WATCHED);
  return {
    within: (start, end) =>
      held.filter(({ watched }) => spots.mayMatch(watched, start, end)).map(({ phrase }) => phrase),
    inEach(stretches) {
      const phrases = new Map<number, Phrase[]>();
      for (const { phrase, watched } of held)
        for (const index of spots.within(watched, stretches)) {
          const known = phrases.get(index);
          if (known) known.push(phrase);
          else phrases.set(index, [phrase]);
        }
      if (phrases.size === 0) return [];
      return [...phrases]
        .sort(([a], [b]) => a - b)
        .flatMap(([index, those]) => {
          const stretch = stretches[index];
          return stretch ? [[stretch, those] as const] : [];
        });
    },
  };
}

interface Match {
  readonly phrase: Phrase;
  readonly index: number;
  readonly length: number;
}

function matches(part: string, candidates: readonly Phrase[]): readonly Match[] {
  return candidates.flatMap((phrase) => {
    const match = phrase.pattern.exec(part);
    return match ? [{ phrase, index: match.index, length: match[0].length }] : [];
  });
}
