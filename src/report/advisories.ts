import { parseRelease } from '../config/release.ts';
import type { Advisory, AdvisoryData } from '../posture/advisory-data.ts';
import { ADVISORY_LEVELS, isAffected } from '../posture/advisory-table.ts';
import { formatValue } from '../text/format.ts';
import type { Lang } from '../text/language.ts';
import { visibleJson } from '../text/visible.ts';
import { defineWords } from '../text/words.ts';
import { wrap } from './layout.ts';
import { createPaint, type Paint } from './paint.ts';

const advisoryWords = defineWords(
  {
    heading: 'Known vulnerabilities of OpenClaw',
    heading_release: 'Known vulnerabilities of OpenClaw {release}',
    critical: 'CRITICAL',
    high: 'HIGH',
    medium: 'MEDIUM',
    low: 'LOW',
    unrated: 'UNRATED',
    affected: 'affects {range}',
    fixed: 'fixed in {release}',
    no_fix: 'no fix recorded',
    none: 'None is recorded for it. That is no proof that there is none.',
    counts:
      '{total} advisories: {critical} critical, {high} high, {medium} medium, {low} low, {unrated} unrated',
    date: 'List of {date}, {age} days old.',
    coverage: 'It covers: {coverage}.',
    source: 'Source: {source}',
    note: 'Note: {note}',
  },
  {
    heading: 'OpenClaw의 알려진 취약점',
    heading_release: 'OpenClaw {release}의 알려진 취약점',
    critical: '심각',
    high: '높음',
    medium: '중간',
    low: '낮음',
    unrated: '미평가',
    affected: '{range}에 영향',
    fixed: '{release}에서 수정됨',
    no_fix: '수정 기록 없음',
    none: '기록된 것이 없습니다. 취약점이 없다는 증명은 아닙니다.',
    counts:
      '권고 {total}건: 심각 {critical}건, 높음 {high}건, 중간 {medium}건, 낮음 {low}건, 미평가 {unrated}건',
    date: '{date} 기준 목록이며 {age}일 지났습니다.',
    coverage: '범위: {coverage}.',
    source: '출처: {source}',
    note: '참고: {note}',
  },
);

export interface AdvisoryRequest {
  readonly list: AdvisoryData;
  /** Only those that concern this release. */
  readonly release: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface AdvisoryLook {
  readonly lang: Lang;
  readonly color: boolean;
  /** Columns to wrap at; null leaves lines whole. */
  readonly width: number | null;
}

const DAY = 86_400_000;

/** One JSON document, which `--advisories` takes as a list again. */
export function renderAdvisoriesJson(request: AdvisoryRequest): string {
  const { list, release } = request;
  const document = {
    advisories: select(request),
    data: { ...list.data, ageDays: ageOf(request) },
    ...(release === undefined ? {} : { openclaw: { version: release } }),
  };
  return `${visibleJson(JSON.stringify(document, null, 2))}\n`;
}

/** The list for people, worst first. */
export function renderAdvisories(request: AdvisoryRequest, look: AdvisoryLook): string {
  const { list, release } = request;
  const { width, color } = look;
  const say = advisoryWords(look.lang);
  const paint = createPaint(color);
  const selected = select(request);
  const { date, coverage, sources, notes = [] } = list.data;
  const paragraph = (text: string) => wrap(text, width, '', '  ');
  const title = release === undefined ? say('heading') : say('heading_release', { release });
  const about = [
    say('date', { date, age: ageOf(request) }),
    ...(coverage === undefined ? [] : [say('coverage', { coverage })]),
    ...sources.map((source) => say('source', { source })),
    ...notes.map((note) => say('note', { note })),
  ];
  const blocks = selected.map((advisory) => renderOne(advisory, say, paint, width));
  const count = (level: string) =>
    selected.filter((advisory) => levelOf(advisory) === level).length;
  const summary =
    selected.length === 0
      ? say('none')
      : say('counts', {
          total: selected.length,
          critical: count('critical'),
          high: count('high'),
          medium: count('medium'),
          low: count('low'),
          unrated: count('unrated'),
        });
  const lines = [paint('strong', title), '', ...blocks, ...(blocks.length > 0 ? [''] : [])];
  return `${[...lines, paragraph(summary), ...about.map(paragraph)].join('\n')}\n`;
}

function renderOne(
  advisory: Advisory,
  say: ReturnType<typeof advisoryWords>,
  paint: Paint,
  width: number | null,
): string {
  const level = levelOf(advisory);
  const style = level === 'critical' ? 'critical' : level === 'high' ? 'warn' : 'info';
  const { id, cve, title, affectedRange, fixedVersion, url } = advisory;
  const also = cve !== null && cve !== id ? ` ${formatValue(cve)}` : '';
  const first = `${paint(style, say(level))}  ${formatValue(title)}  ${paint('dim', `[${formatValue(id)}${also}]`)}`;
  const fix = fixedVersion === null ? say('no_fix') : say('fixed', { release: fixedVersion });
  return [
    wrap(first, width, '', '  '),
    wrap(`${say('affected', { range: affectedRange })}, ${fix}`, width, '  ', '  '),
    `  ${formatValue(url)}`,
  ].join('\n');
}

/** Worst first, otherwise in the order of the list. */
function select({ list, release }: AdvisoryRequest): readonly Advisory[] {
  const parsed = release === undefined ? undefined : parseRelease(release);
  const wanted = list.advisories.filter(
    ({ affectedRange }) => parsed === undefined || isAffected(affectedRange, parsed),
  );
  return ADVISORY_LEVELS.flatMap((level) => wanted.filter((one) => levelOf(one) === level));
}

const levelOf = ({ severity }: Advisory) => severity ?? 'unrated';

function ageOf({ list, now }: AdvisoryRequest): number {
  return Math.max(0, Math.floor((now - Date.parse(list.data.date)) / DAY));
}
