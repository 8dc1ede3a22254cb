import { defineCheck } from '../define.ts';
import { argOf, messageOf, pathOf, placeOf, schemaIssuesOf } from './issues.ts';

export default defineCheck({
  id: 'config.invalid.legacy_key',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-1188', 'https://docs.openclaw.ai/gateway/doctor'],
  text: {
    en: {
      title: 'Config uses a key of an older release',
      why: 'OpenClaw refuses a config with keys of older releases: the gateway does not start, or keeps running on older settings, and its own audit prints no report.',
      remedy: 'Write the setting as `{replacement}`, or let `openclaw doctor --fix` move it.',
      moved: '`{path}` is called `{replacement}` today; it was judged as if it stood there',
      not_read: '`{path}` is called `{replacement}` today; what it says was not judged',
      more: '{count} more keys of older releases',
    },
    ko: {
      title: '설정에 이전 릴리스의 키가 있습니다',
      why: 'OpenClaw는 이전 릴리스의 키가 있는 설정을 거부합니다. 게이트웨이가 시작되지 않거나 이전 설정으로 계속 실행되며, 자체 감사도 보고서를 출력하지 않습니다.',
      remedy: '설정을 `{replacement}`에 쓰거나 `openclaw doctor --fix`로 옮기십시오.',
      moved: '`{path}` 키는 이제 `{replacement}`입니다. 새 위치에 쓰인 것으로 보고 판정했습니다',
      not_read: '`{path}` 키는 이제 `{replacement}`입니다. 이 키의 내용은 판정하지 않았습니다',
      more: '이전 릴리스의 키가 {count}개 더 있습니다',
    },
  },
  examples: {
    bad: [
      { config: '{telegram: {dmPolicy: "pairing"}}', offending: 'telegram' },
      '{gateway: {token: "x"}}',
      '{tools: {bash: {host: "sandbox"}}}',
      '{agent: {workspace: "~/work"}}',
      '{routing: {allowFrom: ["+15550001111"]}}',
      '{messages: {tts: {enabled: true}}}',
      {
        config: '{gateway: {nodes: {denyCommands: ["system.run"]}}}',
        openclawVersion: '2026.9.6',
        offending: 'denyCommands',
      },
      { config: '{env: {MY_NAME: "x"}}', openclawVersion: '2026.9.6' },
    ],
    good: [
      {
        config:
          '{gateway: {nodes: {commands: {deny: ["system.run"]}}}, agents: {list: [{id: "a"}]}}',
        openclawVersion: '2026.9.6',
      },
      '{channels: {telegram: {dmPolicy: "pairing"}}, tools: {exec: {host: "sandbox"}}}',
      '{channels: {discord: {dm: {policy: "pairing"}}}}',
      '{agents: {defaults: {sandbox: {perSession: true}}}}',
    ],
  },
  *run({ snapshot }, report) {
    const { shown, more, rest } = schemaIssuesOf(snapshot, 'legacy_key', () => true);
    for (const issue of shown) {
      const args = { path: pathOf(snapshot, issue), replacement: argOf(issue, 'replacement') };
      yield report(messageOf(issue, ['moved', 'not_read'], 'not_read'), args, placeOf(issue));
    }
    if (more > 0) yield report('more', { count: more, replacement: '' }, rest, { remedy: null });
  },
});
