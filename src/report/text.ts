import type { Severity } from '../checks/define.ts';
import type {
  Report,
  ReportedFinding,
  ReportedProbe,
  SuppressedFinding,
  UnmeasuredEntry,
} from '../judge/report.ts';
import type { LiveRequest } from '../live/inspect.ts';
import { formatValue } from '../text/format.ts';
import type { Lang } from '../text/language.ts';
import { acceptance } from './accept.ts';
import { pad, widthOf, wrap } from './layout.ts';
import { nextStep } from './next.ts';
import { createPaint, type Paint } from './paint.ts';
import { placeName, renderSnippet, shortenHome } from './place.ts';
import { partName, REASONS } from './reasons.ts';
import { requestText } from './requests.ts';
import { secretText } from './secrets.ts';
import { hasRemedy, wordFinding } from './wording.ts';
import { reportWords } from './words.ts';

export interface TextOptions {
  readonly lang: Lang;
  readonly color: boolean;
  /** Columns to wrap at; null leaves lines whole, as a pipe wants them. */
  readonly width: number | null;
  /** One line a finding, then the summary. */
  readonly quiet: boolean;
  /** The command that audits the same target again. */
  readonly rerun: string;
  /** Whether a saved snapshot was judged, not this host. */
  readonly saved: boolean;
}

interface Page extends TextOptions {
  readonly report: Report;
  readonly say: ReturnType<typeof reportWords>;
  readonly paint: Paint;
}

const WORST_FIRST: readonly Severity[] = ['critical', 'warn', 'info'];
const MAX_PLACES = 5;
const MAX_UNMEASURED = 30;
const TOO_NARROW_FOR_COLUMNS = 60;

/** The report as an operator reads it: worst first, then what is not known, then what to do next. */
export function renderText(report: Report, options: TextOptions): string {
  const page: Page = {
    ...options,
    report,
    say: reportWords(options.lang),
    paint: createPaint(options.color),
  };
  const sorted = WORST_FIRST.flatMap((severity) =>
    report.findings.filter((finding) => finding.severity === severity),
  );
  if (options.quiet)
    return lines([...sorted.map((finding) => headline(finding, page)), summary(page)]);
  const blocks = [
    subject(page),
    ...sorted.map((finding) => renderFinding(finding, page)),
    ...(report.suppressed.length > 0 ? [renderSuppressed(page)] : []),
    ...(report.secretDiagnostics.length > 0 ? [renderSecrets(page)] : []),
    ...(report.deep?.requests.length ? [renderRequests(page, report.deep.requests)] : []),
    ...(report.unmeasured.length > 0 ? [renderUnmeasured(page)] : []),
    lines([
      summary(page),
      nextLine(
        page,
        sorted.find((finding) => hasRemedy(finding, options.lang)),
      ),
    ]),
  ];
  return blocks.join('\n');
}

/** Findings as the report shows them, for documents that show some of them. */
export function renderFindings(
  report: Report,
  findings: readonly ReportedFinding[],
  options: TextOptions,
): string {
  const say = reportWords(options.lang);
  const page: Page = { ...options, report, say, paint: createPaint(options.color) };
  if (options.quiet) return lines(findings.map((finding) => headline(finding, page)));
  return findings.map((finding) => renderFinding(finding, page)).join('\n');
}

const lines = (all: readonly string[]) => all.map((line) => `${line}\n`).join('');

/** What was audited, and as which OpenClaw. */
function subject({ report, width, say, paint }: Page): string {
  const { target } = report;
  const path = (value: string) => formatValue(shortenHome(value, target.home));
  const rows: (readonly [string, string])[] = [
    [say('state_dir'), path(target.stateDir)],
    [say('config'), path(target.configPath)],
  ];
  if (target.profile !== undefined) rows.push([say('profile'), formatValue(target.profile)]);
  rows.push([say('openclaw'), versionText(report, say)]);
  rows.push([say('advisories'), advisoryText(report, say)]);
  if (report.deep !== undefined) rows.push([say('gateway'), probeText(report.deep.gateway, say)]);
  const narrow = width !== null && width < TOO_NARROW_FOR_COLUMNS;
  const left = narrow ? 0 : Math.max(...rows.map(([label]) => widthOf(label)));
  return lines([
    paint('strong', say('heading')),
    ...rows.map(([label, value]) =>
      wrap(value, width, `  ${paint('dim', pad(label, left))}  `, pad('', left + 4)),
    ),
  ]);
}

/** The release that was judged as, and how it was found. */
export function versionText({ version }: Report, say: Page['say']): string {
  const { judged, source, rules, installed } = version;
  const place = installed?.place ?? '';
  const found = say(`version_${source}`, { version: judged, place });
  return rules === judged ? found : `${found}; ${say('version_rules', { rules })}`;
}

function advisoryText({ advisories }: Report, say: Page['say']): string {
  const { date, ageDays: age, release } = advisories;
  return release === undefined
    ? say('advisories_unmatched', { date, age })
    : say('advisories_matched', { date, age, release });
}

function probeText({ url, outcome, error }: ReportedProbe, say: Page['say']): string {
  return say(`probe_${outcome}`, { url, error: error ?? '' });
}

function renderFinding(finding: ReportedFinding, page: Page): string {
  const { width, say, paint } = page;
  const words = word(finding, page);
  const paragraph = (text: string, label: string, indent: string) =>
    wrap(paint('strong', label) + paint.prose(text), width, indent, `${indent}  `);
  const shown = finding.locations.slice(0, MAX_PLACES);
  const hidden = finding.locations.length - shown.length;
  const accept = acceptance(finding);
  return lines([
    wrap(header(finding, words.title, page), width, '', '  '),
    wrap(paint.prose(words.message), width, '  ', '  '),
    ...shown.flatMap((location) => {
      const setting = location.path ? `  ${formatValue(location.path)}` : '';
      const place = paint('code', placeName(location, page.report.target.home));
      return [wrap(place + setting, width, '  ', '    '), ...renderSnippet(location, width, paint)];
    }),
    ...(hidden > 0 ? [`  ${say('more_places', { count: hidden })}`] : []),
    ...(words.why === '' ? [] : [paragraph(words.why, say('why'), '  ')]),
    ...(words.remedy === null ? [] : [paragraph(words.remedy, say('fix'), '  ')]),
    ...(accept === undefined
      ? []
      : [wrap(paint('strong', say('accept')) + accept, width, '  ', '    ')]),
  ]);
}

function word(finding: ReportedFinding, { lang, report }: Page) {
  const { home } = report.target;
  return wordFinding(finding, lang, (args) =>
    Object.fromEntries(
      Object.entries(args).map(([name, value]) => [
        name,
        typeof value === 'number'
          ? value
          : typeof value === 'string'
            ? shortenHome(value, home)
            : value.map((item) => shortenHome(item, home)),
      ]),
    ),
  );
}

function header(finding: ReportedFinding, title: string, { say, paint }: Page): string {
  const { severity } = finding;
  const id = paint('dim', `[${formatValue(finding.checkId)}]`);
  return `${paint(severity, say(severity))}  ${paint('strong', paint.bare(title))}  ${id}`;
}

/** A finding on one line. */
function headline(finding: ReportedFinding, page: Page): string {
  const place = finding.locations[0];
  const where = place === undefined ? '' : `  ${placeName(place, page.report.target.home)}`;
  return header(finding, word(finding, page).title, page) + page.paint('code', where);
}

function renderSuppressed(page: Page): string {
  const { report, width, say, paint } = page;
  const entry = ({ finding, by, at }: SuppressedFinding) => {
    const place = placeName(at, report.target.home);
    const notes = [
      say('suppressed_at', { place }),
      by.reason,
      by.owner === undefined ? undefined : say('suppressed_owner', { owner: by.owner }),
      by.expires === undefined ? undefined : say('suppressed_until', { date: by.expires }),
    ].filter((note) => note !== undefined);
    return [
      wrap(headline(finding, page), width, '  - ', '    '),
      wrap(paint('dim', notes.map(formatValue).join(' · ')), width, '    ', '      '),
    ];
  };
  return lines([
    wrap(`${paint('strong', say('suppressed'))}  ${say('suppressed_note')}`, width, '', '  '),
    ...report.suppressed.flatMap(entry),
  ]);
}

function renderRequests(page: Page, requests: readonly LiveRequest[]): string {
  const { lang, width, say, paint } = page;
  return lines([
    paint('strong', say('requests')),
    ...requests.map((request) =>
      wrap(formatValue(requestText(request, lang)), width, '  ', '    '),
    ),
  ]);
}

function renderSecrets({ report, lang, width, say, paint }: Page): string {
  const hidden = report.secretDiagnostics.length - MAX_UNMEASURED;
  return lines([
    wrap(`${paint('strong', say('secrets'))}  ${say('secrets_note')}`, width, '', '  '),
    ...report.secretDiagnostics
      .slice(0, MAX_UNMEASURED)
      .map((entry) => wrap(secretText(entry, lang), width, '  - ', '    ')),
    ...(hidden > 0 ? [`  - ${say('more_entries', { count: hidden })}`] : []),
  ]);
}

function renderUnmeasured({ report, lang, width, say, paint }: Page): string {
  const hidden = report.unmeasured.length - MAX_UNMEASURED;
  const entry = ({ part, reason, subject, detail, checks }: UnmeasuredEntry) => {
    const notes = [subject, detail].filter((note) => note !== undefined);
    const about = notes.map((note) => formatValue(shortenHome(note, report.target.home)));
    const extra = about.length > 0 ? ` (${about.join(', ')})` : '';
    const text = `${formatValue(partName(part, lang))}: ${REASONS[reason][lang]}${extra}`;
    return [
      wrap(text, width, '  - ', '    '),
      ...(checks.length > 0
        ? [wrap(paint('dim', say('undecided', { checks })), width, '    ', '      ')]
        : []),
    ];
  };
  return lines([
    wrap(`${paint('strong', say('unmeasured'))}  ${say('unmeasured_note')}`, width, '', '  '),
    ...report.unmeasured.slice(0, MAX_UNMEASURED).flatMap(entry),
    ...(hidden > 0 ? [`  - ${say('more_entries', { count: hidden })}`] : []),
  ]);
}

/** Everything in one line. */
function summary({ report, width, quiet, say, paint }: Page): string {
  const { critical, warn, info } = report.summary;
  const found = critical + warn + info > 0;
  const unmeasured = report.unmeasured.length;
  const suppressed = report.suppressed.length;
  const calm = found ? 'info' : unmeasured > 0 ? 'warn' : 'good';
  const style = critical > 0 ? 'critical' : warn > 0 ? 'warn' : calm;
  const parts = [
    paint(style, found ? say('counts', report.summary) : say('none')),
    say('decided', { count: report.decided }),
    ...(suppressed > 0 ? [paint('warn', say('suppressed_count', { count: suppressed }))] : []),
    ...(unmeasured > 0 ? [paint('warn', say('unmeasured_count', { count: unmeasured }))] : []),
  ];
  return wrap(parts.join(' · '), quiet ? null : width, '', '  ');
}

/** The command goes on a line of its own where it does not fit, never in two pieces. */
function nextLine({ report, rerun, saved, width, say, paint }: Page, worst?: ReportedFinding) {
  const { text, command } = nextStep(report, worst, { rerun, saved }, say);
  const fits = width === null || widthOf(text) + widthOf(command) <= width;
  return (fits ? text : `${wrap(text.trimEnd(), width, '', '  ')}\n  `) + paint('code', command);
}
