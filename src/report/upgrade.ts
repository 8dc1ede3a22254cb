import type { Report, ReportedFinding } from '../judge/report.ts';
import type { SettingChange, Upgrade } from '../judge/upgrade.ts';
import type { Lang } from '../text/language.ts';
import { visibleJson } from '../text/visible.ts';
import { defineWords } from '../text/words.ts';
import { findingDocument } from './json.ts';
import { wrap } from './layout.ts';
import { createPaint } from './paint.ts';
import { renderFindings, type TextOptions, versionText } from './text.ts';
import { reportWords } from './words.ts';

const upgradeWords = defineWords(
  {
    heading: 'OpenClaw {from} → {to}: what changes for this gateway',
    present: 'Judged now as {version}.',
    nothing: 'Nothing changes: the same findings, and every setting is read the same way.',
    stop: 'SETTINGS THAT {to} DOES NOT READ AS WRITTEN ({count})',
    start: 'SETTINGS THAT BEGIN TO COUNT WITH {to} ({count})',
    start_note: 'What {from} says of them, and {to} does not:',
    appear: 'FINDINGS THAT APPEAR ({count})',
    changed: 'FINDINGS THAT CHANGE ({count})',
    disappear: 'FINDINGS THAT DISAPPEAR ({count})',
    severity: 'was {from}, becomes {to}',
    now: 'Now: {counts}',
    after: 'With {to}: {counts}',
    unchanged: '{count} findings stay as they are',
  },
  {
    heading: 'OpenClaw {from} → {to}: 이 게이트웨이에서 달라지는 것',
    present: '현재 {version} 기준으로 판정했습니다.',
    nothing: '달라지는 것이 없습니다. 발견 사항도, 설정을 읽는 방식도 같습니다.',
    stop: '{to}에서 적힌 대로 읽지 않는 설정({count})',
    start: '{to}에서 효력이 생기는 설정({count})',
    start_note: '{from}에서는 다음과 같지만 {to}에서는 그렇지 않습니다.',
    appear: '새로 나타나는 발견 사항({count})',
    changed: '심각도가 바뀌는 발견 사항({count})',
    disappear: '사라지는 발견 사항({count})',
    severity: '{from}에서 {to}(으)로 바뀝니다',
    now: '현재: {counts}',
    after: '{to}: {counts}',
    unchanged: '그대로인 발견 사항 {count}건',
  },
);

/** The difference as one JSON document, indented by two spaces. */
export function renderUpgradeJson(upgrade: Upgrade, lang: Lang): string {
  const { from, to, appear, disappear, changed, settings, unchanged } = upgrade;
  const finding = (one: ReportedFinding) => findingDocument(one, lang);
  const setting = ({ kind, finding: one }: SettingChange) => ({ kind, ...finding(one) });
  const side = ({ version, summary }: Report) => ({
    version: version.judged,
    rules: version.rules,
    summary,
  });
  const document = {
    ts: from.ts,
    upgrade: {
      from: { ...side(from), source: from.version.source },
      to: side(to),
      appear: appear.map(finding),
      disappear: disappear.map(finding),
      changed: changed.map((one) => ({ from: one.from, to: one.to, ...finding(one.finding) })),
      settings: { stop: settings.stop.map(setting), start: settings.start.map(setting) },
      unchanged,
    },
    unmeasured: to.unmeasured,
    tool: from.tool,
    target: { stateDir: from.target.stateDir, configPath: from.target.configPath },
  };
  return `${visibleJson(JSON.stringify(document, null, 2))}\n`;
}

/** The difference for people: what has to be done first comes first. */
export function renderUpgrade(upgrade: Upgrade, options: TextOptions): string {
  const { appear, disappear, changed, settings, unchanged } = upgrade;
  const [from, to] = [upgrade.from.version.judged, upgrade.to.version.judged];
  const { lang, width } = options;
  const say = upgradeWords(lang);
  const words = reportWords(lang);
  const paint = createPaint(options.color);
  const line = (text: string) => `${wrap(text, width, '', '  ')}\n`;
  const section = (title: string, report: Report, findings: readonly ReportedFinding[]) =>
    findings.length === 0
      ? []
      : [line(paint('strong', title)) + renderFindings(report, findings, options)];
  const found = ({ finding }: { readonly finding: ReportedFinding }) => finding;
  const { stop, start } = settings;
  const blocks = [
    ...section(say('stop', { to, count: stop.length }), upgrade.to, stop.map(found)),
    ...section(
      `${say('start', { to, count: start.length })}\n${say('start_note', { from, to })}`,
      upgrade.from,
      start.map(found),
    ),
    ...section(say('appear', { count: appear.length }), upgrade.to, appear),
    ...(changed.length === 0
      ? []
      : [
          line(paint('strong', say('changed', { count: changed.length }))) +
            changed
              .map(
                (one) =>
                  line(say('severity', { from: words(one.from), to: words(one.to) })) +
                  renderFindings(upgrade.to, [one.finding], options),
              )
              .join('\n'),
        ]),
    ...section(say('disappear', { count: disappear.length }), upgrade.from, disappear),
  ];
  const summary = [
    say('now', { counts: words('counts', upgrade.from.summary) }),
    say('after', { to, counts: words('counts', upgrade.to.summary) }),
    say('unchanged', { count: unchanged }),
  ];
  const head =
    line(paint('strong', say('heading', { from, to }))) +
    line(say('present', { version: versionText(upgrade.from, words) }));
  return [
    head,
    ...(blocks.length > 0 ? blocks : [line(say('nothing'))]),
    summary.map(line).join(''),
  ].join('\n');
}
