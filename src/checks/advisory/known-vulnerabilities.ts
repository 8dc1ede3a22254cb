import { ADVISORY_LEVELS } from '../../posture/advisory-table.ts';
import { defineCheck } from '../define.ts';

const COMMAND = 'openclaw-security advisories --openclaw-version';

const recorded = (version: string) => ({
  config: `{ meta: { lastTouchedVersion: "${version}" } }`,
  openclawVersion: null,
});

/**
 * `critical` when one of them is rated critical, `info` when all are rated low, otherwise `warn`:
 * what is not rated is not taken for harmless.
 */
export default defineCheck({
  id: 'advisory.known_vulnerabilities',
  severity: 'warn',
  needs: ['advisories'],
  refs: ['CWE-1395'],
  text: {
    en: {
      title: 'OpenClaw {version} has known vulnerabilities',
      why: 'They are public: whoever wants to get in can read what to try.',
      remedy: 'Update OpenClaw to {fixed} or later. `{command}` tells what each one is about.',
      remedy_open:
        'Update OpenClaw to the newest release; the list names none that is free of all of them. `{command}` tells what each one is about.',
      fixed:
        '{count} published advisories concern {version}: {critical} critical, {high} high, {medium} medium, {low} low, {unrated} unrated. The first release without them is {fixed}. Worst: `{advisories}`. The list is of {date}, {age} days old.',
      some_open:
        '{count} published advisories concern {version}: {critical} critical, {high} high, {medium} medium, {low} low, {unrated} unrated. The first release that none of them names is {fixed}, but no fix is recorded for `{open}`. Worst: `{advisories}`. The list is of {date}, {age} days old.',
      open: '{count} published advisories concern {version}: {critical} critical, {high} high, {medium} medium, {low} low, {unrated} unrated. No release without them is recorded. Worst: `{advisories}`. The list is of {date}, {age} days old.',
      running_fixed:
        '{count} published advisories concern {version}, which the gateway at `{url}` says it runs: {critical} critical, {high} high, {medium} medium, {low} low, {unrated} unrated. The first release without them is {fixed}. Worst: `{advisories}`. The list is of {date}, {age} days old.',
      running_some_open:
        '{count} published advisories concern {version}, which the gateway at `{url}` says it runs: {critical} critical, {high} high, {medium} medium, {low} low, {unrated} unrated. The first release that none of them names is {fixed}, but no fix is recorded for `{open}`. Worst: `{advisories}`. The list is of {date}, {age} days old.',
      running_open:
        '{count} published advisories concern {version}, which the gateway at `{url}` says it runs: {critical} critical, {high} high, {medium} medium, {low} low, {unrated} unrated. No release without them is recorded. Worst: `{advisories}`. The list is of {date}, {age} days old.',
      remedy_running:
        'Update OpenClaw to {fixed} or later and restart the gateway: what is installed counts only when it runs. `{command}` tells what each one is about.',
      remedy_running_open:
        'Update OpenClaw to the newest release and restart the gateway: what is installed counts only when it runs. The list names no release that is free of all of them. `{command}` tells what each one is about.',
    },
    ko: {
      title: 'OpenClaw {version}에 알려진 취약점이 있습니다',
      why: '공개된 취약점이므로 침입하려는 사람은 무엇을 시도할지 읽어 볼 수 있습니다.',
      remedy:
        'OpenClaw를 {fixed} 이상으로 업데이트합니다. `{command}` 명령으로 각 취약점의 내용을 볼 수 있습니다.',
      remedy_open:
        'OpenClaw를 최신 릴리스로 업데이트합니다. 목록에는 이 모두에서 벗어난 릴리스가 없습니다. `{command}` 명령으로 각 취약점의 내용을 볼 수 있습니다.',
      fixed:
        '{version}에 해당하는 공개 권고가 {count}건입니다: 심각 {critical}건, 높음 {high}건, 중간 {medium}건, 낮음 {low}건, 미평가 {unrated}건. 모두 고쳐진 첫 릴리스는 {fixed}입니다. 가장 심각한 것: `{advisories}`. 목록 기준일은 {date}이며 {age}일 지났습니다.',
      some_open:
        '{version}에 해당하는 공개 권고가 {count}건입니다: 심각 {critical}건, 높음 {high}건, 중간 {medium}건, 낮음 {low}건, 미평가 {unrated}건. 어느 것에도 해당하지 않는 첫 릴리스는 {fixed}이지만 `{open}`에는 수정 기록이 없습니다. 가장 심각한 것: `{advisories}`. 목록 기준일은 {date}이며 {age}일 지났습니다.',
      open: '{version}에 해당하는 공개 권고가 {count}건입니다: 심각 {critical}건, 높음 {high}건, 중간 {medium}건, 낮음 {low}건, 미평가 {unrated}건. 이 모두에서 벗어난 릴리스는 기록되어 있지 않습니다. 가장 심각한 것: `{advisories}`. 목록 기준일은 {date}이며 {age}일 지났습니다.',
      running_fixed:
        '`{url}`의 게이트웨이가 실행 중이라고 하는 {version}에 해당하는 공개 권고가 {count}건입니다: 심각 {critical}건, 높음 {high}건, 중간 {medium}건, 낮음 {low}건, 미평가 {unrated}건. 모두 고쳐진 첫 릴리스는 {fixed}입니다. 가장 심각한 것: `{advisories}`. 목록 기준일은 {date}이며 {age}일 지났습니다.',
      running_some_open:
        '`{url}`의 게이트웨이가 실행 중이라고 하는 {version}에 해당하는 공개 권고가 {count}건입니다: 심각 {critical}건, 높음 {high}건, 중간 {medium}건, 낮음 {low}건, 미평가 {unrated}건. 어느 것에도 해당하지 않는 첫 릴리스는 {fixed}이지만 `{open}`에는 수정 기록이 없습니다. 가장 심각한 것: `{advisories}`. 목록 기준일은 {date}이며 {age}일 지났습니다.',
      running_open:
        '`{url}`의 게이트웨이가 실행 중이라고 하는 {version}에 해당하는 공개 권고가 {count}건입니다: 심각 {critical}건, 높음 {high}건, 중간 {medium}건, 낮음 {low}건, 미평가 {unrated}건. 이 모두에서 벗어난 릴리스는 기록되어 있지 않습니다. 가장 심각한 것: `{advisories}`. 목록 기준일은 {date}이며 {age}일 지났습니다.',
      remedy_running:
        'OpenClaw를 {fixed} 이상으로 업데이트하고 게이트웨이를 다시 시작합니다. 설치만 하고 실행하지 않은 릴리스는 아무것도 고치지 못합니다. `{command}` 명령으로 각 취약점의 내용을 볼 수 있습니다.',
      remedy_running_open:
        'OpenClaw를 최신 릴리스로 업데이트하고 게이트웨이를 다시 시작합니다. 설치만 하고 실행하지 않은 릴리스는 아무것도 고치지 못합니다. 목록에는 이 모두에서 벗어난 릴리스가 없습니다. `{command}` 명령으로 각 취약점의 내용을 볼 수 있습니다.',
    },
  },
  examples: {
    bad: [
      { ...recorded('2026.2.21-2'), severity: 'critical', offending: '"2026.2.21-2"' },
      { ...recorded('2026.6.8'), severity: 'warn' },
      { openclawVersion: '2026.1.30', severity: 'critical' },
      // Updated on disk and in the config, and never restarted.
      { ...recorded('2026.9.6'), live: { version: '2026.2.21' }, severity: 'critical' },
    ],
    good: [
      { ...recorded('2026.2.21-2'), live: { version: '2026.9.6' } },
      recorded('2026.9.6'),
      { openclawVersion: null },
      recorded('latest'),
    ],
  },
  *run({ advisories }, report) {
    const { release: version, matches, date, ageDays: age, toldBy } = advisories;
    if (version === undefined || matches === undefined || matches.count === 0) return;
    const { count, ids, fixedIn, unfixed } = matches;
    const { critical, high, medium, low, unrated } = ids;
    const worst = ADVISORY_LEVELS.flatMap((level) => ids[level]);
    const severity = critical.length > 0 ? 'critical' : low.length === count ? 'info' : 'warn';
    const args = {
      version,
      count,
      critical: critical.length,
      high: high.length,
      medium: medium.length,
      low: low.length,
      unrated: unrated.length,
      advisories: worst,
      date,
      age,
      command: `${COMMAND} ${version}`,
      fixed: fixedIn ?? '',
      open: unfixed,
      url: toldBy ?? '',
    };
    const at = { kind: 'config', route: ['meta', 'lastTouchedVersion'] } as const;
    const message = fixedIn === undefined ? 'open' : unfixed.length > 0 ? 'some_open' : 'fixed';
    const remedy = fixedIn === undefined ? '_open' : '';
    if (toldBy === undefined)
      yield report(message, args, at, { severity, remedy: `remedy${remedy}` });
    else
      yield report(`running_${message}`, args, at, { severity, remedy: `remedy_running${remedy}` });
  },
});
