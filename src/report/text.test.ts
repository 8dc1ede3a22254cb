import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Report } from '../judge/report.ts';
import { widthOf } from './layout.ts';
import { NOTE, OPEN, SAMPLE } from './sample-report.ts';
import { renderText, type TextOptions } from './text.ts';

vi.mock('../checks/index.ts', async () => ({
  CHECKS: (await import('./sample-report.ts')).SAMPLE_CHECKS,
}));

const PLAIN: TextOptions = {
  lang: 'en',
  color: false,
  width: null,
  quiet: false,
  rerun: 'openclaw-security audit',
  saved: false,
};
const render = (report: Report, options: Partial<TextOptions> = {}) =>
  renderText(report, { ...PLAIN, ...options });
const CLEAN: Report = {
  ...SAMPLE,
  summary: { critical: 0, warn: 0, info: 0 },
  findings: [],
  unmeasured: [],
};

test('worst first, then what is not known, the summary and the next command', () => {
  expect(render(SAMPLE)).toMatchInlineSnapshot(`
    "OpenClaw security audit
      State directory  ~/.openclaw
      Config           ~/.openclaw/openclaw.json
      OpenClaw         2026.2.24 (recorded in the config)
      Advisories       known on 2023-11-01 (13 days ago), compared with 2026.2.24

    CRITICAL  Gateway accepts anyone on the network  [gateway.open]
      \`gateway.bind\` is \`lan\`, seen by \`eth0\` and \`~/net\`.
      ~/.openclaw/openclaw.json:3:11  gateway.bind
        3 | "bind": "lan", // for the "office"
          |         ^^^^^
      Why: Everyone who reaches the port can use every tool of every agent, as you.
      Fix: Set \`gateway.bind\` to \`loopback\`.

    INFO  Summary  [summary.plain]
      Nothing else.

    NOT MEASURED  Nothing is concluded from these; they are neither passed nor failed.
      - Sandbox containers: it took too long (docker ps)
        Undecided: sandbox.one and sandbox.two
      - Files and their permissions: it could not be read (~/.openclaw/x)

    1 critical, 0 warn, 1 info · 80 checks decided · 2 not measured
    After fixing the first one, check it again: openclaw-security audit --only gateway.open
    "
  `);
});

test('one line says what asking the gateway gave', () => {
  const gateway = {
    attempted: true,
    url: 'ws://127.0.0.1:18789',
    ok: false,
    error: 'INVALID_REQUEST: \u202eunauthorized\n',
    close: null,
    outcome: 'auth_refused',
  } as const;
  const request = {
    id: 'tools_bare',
    transport: 'http',
    method: 'POST',
    url: 'http://127.0.0.1:18789/tools/invoke',
    credential: 'none',
    headers: {},
    verdict: 'refused',
    status: 401,
  } as const;
  const shown = (lang: 'en' | 'ko') =>
    render({ ...CLEAN, deep: { gateway, requests: [request] } }, { lang })
      .split('\n')
      .filter((line) => line.includes('127.0.0.1'))
      .join('\n');
  expect(shown('en')).toBe(
    '  Gateway          ws://127.0.0.1:18789 answers and refuses us (INVALID_REQUEST: \\u{202e}unauthorized\\n)\n' +
      '  POST http://127.0.0.1:18789/tools/invoke  an empty tool call without a credential: refused (401)',
  );
  expect(shown('ko')).toContain('인증 정보 없는 빈 도구 호출: 거부됨 (401)');
});

test('Korean, wrapped at 80 columns', () => {
  expect(render(SAMPLE, { lang: 'ko', width: 80 })).toMatchInlineSnapshot(`
    "OpenClaw 보안 감사
      상태 디렉터리  ~/.openclaw
      설정 파일      ~/.openclaw/openclaw.json
      OpenClaw       2026.2.24(설정 파일에 기록됨)
      보안 권고      2023-11-01 기준 목록(13일 전)을 2026.2.24에 대조했습니다

    심각  게이트웨이가 네트워크의 누구에게나 열려 있습니다  [gateway.open]
      \`gateway.bind\` 값이 \`lan\`이며 \`eth0\`, \`~/net\`에서 보입니다.
      ~/.openclaw/openclaw.json:3:11  gateway.bind
        3 | "bind": "lan", // for the "office"
          |         ^^^^^
      이유: 포트에 접근할 수 있는 사람은 누구나 모든 에이전트의 모든 도구를 사용할
        수 있습니다.
      조치: \`gateway.bind\`를 \`loopback\`으로 설정하십시오.

    정보  요약  [summary.plain]
      그 밖에는 없습니다.

    측정하지 못함  아래 항목은 통과도 실패도 아니며, 아무 결론도 내리지
      않았습니다.
      - 샌드박스 컨테이너: 제한 시간 안에 끝나지 않았습니다 (docker ps)
        판정하지 못한 검사: sandbox.one, sandbox.two
      - 파일과 권한: 읽을 수 없습니다 (~/.openclaw/x)

    심각 1건, 경고 0건, 정보 1건 · 검사 80개 판정 · 측정하지 못함 2건
    첫 번째 항목을 고친 뒤 다시 확인하십시오:
      openclaw-security audit --only gateway.open
    "
  `);
});

test('narrow and coloured: carets stay below the place, code has no backticks', () => {
  const text = render({ ...SAMPLE, findings: [OPEN], unmeasured: [] }, { color: true, width: 40 });
  expect(text.replaceAll('\x1b', '^')).toMatchInlineSnapshot(`
    "^[1mOpenClaw security audit^[0m
      ^[2mState directory^[0m  ~/.openclaw
      ^[2mConfig^[0m  ~/.openclaw/openclaw.json
      ^[2mOpenClaw^[0m  2026.2.24 (recorded in the
        config)
      ^[2mAdvisories^[0m  known on 2023-11-01 (13
        days ago), compared with
        2026.2.24

    ^[1;31mCRITICAL^[0m  ^[1mGateway accepts anyone on^[22m
      ^[1mthe network^[0m  ^[2m[gateway.open]^[0m
      ^[36mgateway.bind^[0m is ^[36mlan^[0m, seen by ^[36meth0^[0m and
      ^[36m~/net^[0m.
      ^[36m~/.openclaw/openclaw.json:3:11^[0m
        gateway.bind
    ^[2m    3 | ^[0m"bind": ^[1m"lan"^[0m, // for the "offi…
    ^[2m      | ^[0m        ^[1;33m^^^^^^[0m
      ^[1mWhy: ^[0mEveryone who reaches the port
        can use every tool of every agent,
        as you.
      ^[1mFix: ^[0mSet ^[36mgateway.bind^[0m to ^[36mloopback^[0m.

    ^[1;31m1 critical, 0 warn, 1 info^[0m · 80 checks
      decided
    After fixing the first one, check it
      again:
      ^[36mopenclaw-security audit --only gateway.open^[0m
    "
  `);
});

test.each([40, 80, 100])('no line is wider than %i columns, but for a command', (width) => {
  for (const lang of ['en', 'ko'] as const)
    for (const line of render(SAMPLE, { lang, width, color: true }).split('\n'))
      if (!line.includes('openclaw-security audit'))
        expect(widthOf(line), line).toBeLessThanOrEqual(width);
});

test('quiet: one line a finding, then the summary', () => {
  expect(render(SAMPLE, { quiet: true })).toMatchInlineSnapshot(`
    "CRITICAL  Gateway accepts anyone on the network  [gateway.open]  ~/.openclaw/openclaw.json:3:11
    INFO  Summary  [summary.plain]
    1 critical, 0 warn, 1 info · 80 checks decided · 2 not measured
    "
  `);
});

test('a clean gateway: how to keep it so', () => {
  expect(render(CLEAN)).toMatchInlineSnapshot(`
    "OpenClaw security audit
      State directory  ~/.openclaw
      Config           ~/.openclaw/openclaw.json
      OpenClaw         2026.2.24 (recorded in the config)
      Advisories       known on 2023-11-01 (13 days ago), compared with 2026.2.24

    No findings · 80 checks decided
    Keep it so, for example in CI: openclaw-security audit --fail-on warn --require-complete
    "
  `);
});

test('the next command gives more time when time was short', () => {
  const late: Report = { ...CLEAN, unmeasured: [{ part: 'x', reason: 'deadline', checks: [] }] };
  expect(render(late)).toContain('openclaw-security audit --deadline 120');
});

test('an id with names from the config is not offered as a command', () => {
  const odd = { ...OPEN, checkId: 'gateway.$(reboot).open' };
  const text = render({ ...SAMPLE, findings: [odd] });
  expect(text).toMatch(/audit --only gateway\n$/);
});

test('after judging a saved snapshot the next step is a new one', () => {
  expect(render(SAMPLE, { saved: true })).toContain('--save-snapshot');
});

test('carets stay right below wide characters and tabs', () => {
  const [location] = OPEN.locations;
  const wide = {
    ...OPEN,
    locations: [
      { ...location, file: '/x', snippet: '\t가나: "다라"', snippetStart: 5, snippetLength: 4 },
    ],
  };
  const text = render({ ...SAMPLE, findings: [wide] });
  expect(text).toContain('    3 | 가나: "다라"\n      |       ^^^^^^\n');
});

test('whatever the host holds, no line is forged and no control character gets through', () => {
  const nasty = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(
      nasty,
      nasty,
      fc.nat(300),
      fc.nat(300),
      fc.boolean(),
      (a, b, from, length, thin) => {
        const finding = {
          ...OPEN,
          checkId: `gateway.${a}`,
          args: { path: a, value: b, names: [a, b] },
          locations: [
            { file: a, path: b, line: 1, snippet: b, snippetStart: from, snippetLength: length },
          ],
        };
        const report: Report = {
          ...SAMPLE,
          target: { ...SAMPLE.target, stateDir: b, profile: a },
          version: { judged: a, rules: b, source: 'default' },
          findings: [finding, NOTE],
          unmeasured: [{ part: a, reason: 'failed', subject: b, detail: a, checks: [b] }],
        };
        const text = render(report, { width: thin ? 40 : null });
        expect(text).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(text.match(/^CRITICAL /gm)).toHaveLength(1);
      },
    ),
  );
});
