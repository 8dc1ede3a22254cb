import type { ScanFinding, Spot } from '../finding.ts';
import { createGrams } from '../prefilter/grams.ts';
import { isMet, needOf } from '../prefilter/needs.ts';
import { agentSteering } from '../rules/text/agent-steering.ts';
import { hiddenText } from '../rules/text/hidden-text.ts';
import { snippetOf } from '../snippet.ts';
import type { Paragraph, Stretch } from './blocks.ts';
import { PHRASES, type Phrase } from './phrases.ts';
import { isQuoted } from './quoted.ts';

type Place = (at: number) => Spot;

/** Sentences of a paragraph that steer the agent past its user. */
export function steeringIn(
  text: string,
  paragraph: Paragraph,
  candidates: Candidates,
  place: Place,
): readonly ScanFinding[] {
  const found: ScanFinding[] = [];
  const part = text.slice(paragraph.start, paragraph.end);
  for (const { phrase, index, length } of matches(part, candidates)) {
    if (isQuoted(part, index, paragraph.under)) continue;
    if (NEGATED.test(part.slice(Math.max(0, index - 30), index))) continue;
    const { ask, severity, confidence } = phrase;
    const at = paragraph.start + index;
    const evidence = {
      ...place(at),
      snippet: snippetOf(text.slice(at, at + Math.max(length, 120))),
    };
    // In a table it is described rather than ordered.
    const doubt = paragraph.table
      ? ({ severity: 'info', confidence: 'possible' } as const)
      : { severity, confidence };
    found.push(agentSteering.found(ask, {}, evidence, doubt));
  }
  return found;
}

/** What must not be done is not asked for. */
const NEGATED =
  /\b(?:never|not|n['’]t|cannot|avoid|without|instead of|rather than)\s{1,3}(?:\w{1,12}\s{1,3}){0,2}$/i;
const ADDRESSED =
  /\b(?:you must|you should|you are|always|never|assistant|agent|the ai|claude|openclaw|gpt)\b[^.\n]{0,120}\b(?:run|execute|send|read|upload|install|fetch|curl|forward|ignore|write|call)\b|\b(?:curl|wget)\s[^\n]{0,80}https?:\/\/|실행하|전송하|무시하|执行|執行|发送|發送|忽略/i;

/** A comment that gives orders: there is no reason to hide them from the people who read the page. */
export function commentSteering(
  text: string,
  comment: Stretch,
  candidates: Candidates,
  place: Place,
): readonly ScanFinding[] {
  const part = text.slice(comment.start, Math.min(comment.end, comment.start + 4000));
  const [phrase] = matches(part, candidates);
  if ((!phrase && !ADDRESSED.test(part)) || isQuoted(part, phrase?.index ?? 0, '')) return [];
  const evidence = { ...place(comment.start), snippet: snippetOf(part.trim()) };
  const strong = phrase && phrase.phrase.severity !== 'info';
  const weight = strong
    ? ({ severity: 'critical', confidence: 'likely' } as const)
    : ({ severity: 'warn', confidence: 'possible' } as const);
  return [hiddenText.found('comment', {}, evidence, weight)];
}

const grams = createGrams();
const NEEDED = PHRASES.map((phrase) => ({ phrase, need: needOf(phrase.pattern) }));

/** The phrases that a text may hold: few, in most. */
export function phrasesFor(text: string): Candidates {
  grams.read(text);
  return NEEDED.filter(({ need }) => isMet(need, grams));
}

type Candidates = typeof NEEDED;

function matches(
  part: string,
  candidates: Candidates,
): { readonly phrase: Phrase; readonly index: number; readonly length: number }[] {
  const found: ReturnType<typeof matches> = [];
  if (candidates.length > 0) grams.read(part);
  for (const { phrase, need } of candidates) {
    if (!isMet(need, grams)) continue;
    const match = phrase.pattern.exec(part);
    if (match) found.push({ phrase, index: match.index, length: match[0].length });
  }
  return found;
}
