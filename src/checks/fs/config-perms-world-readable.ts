import { defineCheck } from '../define.ts';
import {
  factsOf,
  isElsewhere,
  isWritable,
  LINKED_CONFIG,
  OTHER_CONFIG,
  permissionArgs,
} from './permissions.ts';

const LINKED = {
  config: null,
  files: [
    { path: 'oc.json', content: '{}', mode: '644' },
    { path: '.openclaw/openclaw.json', symlink: '@@HOME@@/oc.json' },
  ],
};

const ELSEWHERE = {
  configMode: '644',
  env: { OPENCLAW_STATE_DIR: '@@HOME@@/other' },
};

export default defineCheck({
  id: 'fs.config.perms_world_readable',
  severity: 'critical',
  needs: ['files', 'snapshot'],
  fix: 'config',
  refs: ['CWE-732'],
  departures: { other_config: OTHER_CONFIG, linked_config: LINKED_CONFIG },
  text: {
    en: {
      title: 'Every user can read the config',
      why: 'The config can hold the gateway token, channel tokens and API keys: any user or process of this machine can copy them.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: everyone can read it.',
    },
    ko: {
      title: '모든 사용자가 설정 파일을 읽을 수 있습니다',
      why: '설정에는 게이트웨이 토큰, 채널 토큰, API 키가 들어 있을 수 있으며, 이 시스템의 어떤 사용자나 프로세스라도 복사해 갈 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 누구나 읽을 수 있습니다.',
    },
  },
  examples: {
    bad: [ELSEWHERE, { configMode: '644' }, { configMode: '604' }, LINKED],
    good: [
      { ...ELSEWHERE, compat: true },
      { configMode: '600' },
      { configMode: '640' },
      { configMode: '666' },
      { ...LINKED, compat: true },
    ],
  },
  *run({ files, snapshot }, report, departs) {
    const [fact] = factsOf(files, 'config', true);
    if (isElsewhere(snapshot.target) && !departs('other_config')) return;
    if (!fact || isWritable(fact) || !fact.access.worldRead) return;
    if (fact.kind === 'symlink' && !departs('linked_config')) return;
    const args = permissionArgs(fact, '600', snapshot.host.platform);
    yield report('loose', args, { kind: 'file', path: fact.path });
  },
});
