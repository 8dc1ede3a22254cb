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
    { path: 'oc.json', content: '{}', mode: '640' },
    { path: '.openclaw/openclaw.json', symlink: '@@HOME@@/oc.json' },
  ],
};

const ELSEWHERE = {
  configMode: '640',
  env: { OPENCLAW_STATE_DIR: '@@HOME@@/other' },
};

export default defineCheck({
  id: 'fs.config.perms_group_readable',
  severity: 'warn',
  needs: ['files', 'snapshot'],
  fix: 'config',
  refs: ['CWE-732'],
  departures: { other_config: OTHER_CONFIG, linked_config: LINKED_CONFIG },
  text: {
    en: {
      title: 'The group can read the config',
      why: 'The config can hold the gateway token, channel tokens and API keys: every member of the group can copy them.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: its group can read it.',
    },
    ko: {
      title: '그룹 구성원이 설정 파일을 읽을 수 있습니다',
      why: '설정에는 게이트웨이 토큰, 채널 토큰, API 키가 들어 있을 수 있으며, 그룹 구성원이라면 누구나 복사해 갈 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 그룹 구성원이 읽을 수 있습니다.',
    },
  },
  examples: {
    bad: [ELSEWHERE, { configMode: '640' }, { configMode: '440' }, LINKED],
    good: [
      { ...ELSEWHERE, compat: true },
      { configMode: '600' },
      { configMode: '644' },
      { configMode: '660' },
      { ...LINKED, compat: true },
    ],
  },
  *run({ files, snapshot }, report, departs) {
    const [fact] = factsOf(files, 'config', true);
    if (isElsewhere(snapshot.target) && !departs('other_config')) return;
    if (!fact?.access.groupRead || isWritable(fact) || fact.access.worldRead) return;
    if (fact.kind === 'symlink' && !departs('linked_config')) return;
    const args = permissionArgs(fact, '600', snapshot.host.platform);
    yield report('loose', args, { kind: 'file', path: fact.path });
  },
});
