import type { ScanFinding } from '../scan/finding.ts';
import { formatValue } from '../text/format.ts';
import type { Lang } from '../text/language.ts';
import { wrap } from './layout.ts';
import { createPaint, type Paint } from './paint.ts';
import { acceptHow, summaryOf, wordScanFinding } from './scan-document.ts';
import type { ScannedItem, ScanResult } from './scan-result.ts';
import { scanWords } from './scan-words.ts';

export interface ScanTextOptions {
  readonly lang: Lang;
  readonly color: boolean;
  /** Columns to wrap at; null leaves lines whole. */
  readonly width: number | null;
  /** One line an item, then the summary. */
  readonly quiet: boolean;
}

interface Page extends ScanTextOptions {
  readonly say: ReturnType<typeof scanWords>;
  readonly paint: Paint;
}

const MAX_FINDINGS = 12;
const MAX_UNREAD = 20;
const LEVELS = ['malicious', 'suspicious', 'clean'] as const;
const STYLES = { malicious: 'critical', suspicious: 'warn', clean: 'good' } as const;

/** The result of `scan` as an operator reads it: the worst items first, each with its evidence. */
export function renderScanText(result: ScanResult, options: ScanTextOptions): string {
  const page = { ...options, say: scanWords(options.lang), paint: createPaint(options.color) };
  const sorted = LEVELS.flatMap((level) =>
    result.items.filter(({ verdict }) => verdict.level === level),
  );
  const told = sorted.filter(
    (item) => item.verdict.level !== 'clean' || item.findings.some(isWorthSaying),
  );
  const blocks = told.map((item) => renderItem(item, page));
  if (told.length === 0 && !page.quiet) blocks.push(`${page.say('none')}\n`);
  if (result.unread.length > 0 && !page.quiet) blocks.push(renderUnread(result, page));
  if (result.accepted > 0) blocks.push(`${page.say('accepted', { count: result.accepted })}\n`);
  const { items, files, malicious, suspicious, clean, unread } = summaryOf(result);
  blocks.push(`${page.say('summary', { items, files, malicious, suspicious, clean, unread })}\n`);
  return blocks.join(page.quiet ? '' : '\n');
}

const isWorthSaying = ({ severity }: ScanFinding) => severity !== 'info';

function renderItem(item: ScannedItem, page: Page): string {
  const { say, paint } = page;
  const { level, reasons } = item.verdict;
  const mark = paint(STYLES[level], say(level));
  const kind = say(isKind(item.kind) ? item.kind : 'files');
  const head = `${mark} ${kind} ${paint('strong', formatValue(item.name))} ${formatValue(item.path)}`;
  if (page.quiet) return `${head}${reasons.length > 0 ? `  ${reasons.join(', ')}` : ''}\n`;
  const shown = item.findings.filter(isWorthSaying).slice(0, MAX_FINDINGS);
  const lines = [head, ...shown.flatMap((finding) => renderFinding(item, finding, page))];
  const more = item.findings.length - shown.length;
  if (more > 0) lines.push(`  ${say('more', { count: more })}`);
  return `${lines.join('\n')}\n`;
}

function isKind(kind: string): kind is 'skill' | 'plugin' | 'package' | 'files' {
  return ['skill', 'plugin', 'package', 'files'].includes(kind);
}

function renderFinding(item: ScannedItem, finding: ScanFinding, page: Page): readonly string[] {
  const { say, paint, width, lang } = page;
  const { severity, confidence, rule, file, line, column, snippet, path } = finding;
  const { title, message, why, check } = wordScanFinding(finding, lang);
  const put = (text: string, first: string) => wrap(paint.prose(text), width, first, ' '.repeat(4));
  const level = paint(severity, `${say(severity)} (${say(confidence)})`);
  return [
    put(`${title} [${rule}]`, `  ${level} `),
    put(message, '    '),
    `    ${paint('dim', `${formatValue(file)}:${line}:${column}`)}  ${paint('code', snippet)}`,
    ...(path ?? []).map(
      (step) =>
        `      ${paint('dim', `${formatValue(step.file)}:${step.line}`)} ${formatValue(step.what)}`,
    ),
    put(why, `    ${say('why')}`),
    put(check, `    ${say('check')}`),
    put(acceptHow(item, finding, lang), `    ${say('accept')}`),
  ];
}

function renderUnread({ unread }: ScanResult, { say, paint }: Page): string {
  const rows = unread.slice(0, MAX_UNREAD).map(({ path, reason, detail }) => {
    const said = isReason(reason) ? say(reason) : reason;
    return `  ${formatValue(path)}: ${said}${detail === undefined ? '' : ` (${formatValue(detail)})`}`;
  });
  const more = unread.length - rows.length;
  if (more > 0) rows.push(`  ${say('more_unread', { count: more })}`);
  return `${[paint('strong', say('unread')), say('unread_note'), ...rows].join('\n')}\n`;
}

const REASONS = [
  'unreadable',
  'not_a_file',
  'too_large',
  'too_many',
  'too_deep',
  'encrypted',
  'damaged',
  'unsupported',
  'deadline',
  'link_outside',
  'link_broken',
  'git_objects',
  'not_followed',
  'scan_failed',
] as const;

function isReason(reason: string): reason is (typeof REASONS)[number] {
  return REASONS.some((known) => known === reason);
}
