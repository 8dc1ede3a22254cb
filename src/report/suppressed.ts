import type { ReportedFinding, SuppressedFinding } from '../judge/report.ts';
import type { FindingWords } from '../judge/suppress.ts';
import type { Argument } from '../text/format.ts';
import { wordFinding } from './wording.ts';

const listed = (value: Argument) => (typeof value === 'object' ? value : [String(value)]);

/**
 * What suppressions that look at words are compared with: the English words, and with the detail
 * every value and setting of the finding, so that naming a setting is enough.
 */
export const wordsOf: FindingWords = (finding: ReportedFinding) => {
  const { title, message } = wordFinding(finding, 'en', (args) => args);
  const values = Object.values(finding.args).flatMap(listed);
  const settings = finding.locations.flatMap(({ path }) => (path === undefined ? [] : [path]));
  return { title, detail: [message, ...values, ...settings].join('\n') };
};

/** What is said of the decision in the JSON report. */
export function suppressionDocument({ by, at }: SuppressedFinding) {
  const { reason, owner, expires, from } = by;
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(owner === undefined ? {} : { owner }),
    ...(expires === undefined ? {} : { expires }),
    source: from,
    location: at,
  };
}
