import { defineCheck } from '../define.ts';
import {
  DANGLING_LINK,
  factsOf,
  isElsewhere,
  isWritable,
  OTHER_CONFIG,
  permissionArgs,
} from './permissions.ts';

const DANGLING = {
  config: null,
  files: [{ path: '.openclaw/openclaw.json', symlink: '@@HOME@@/nowhere.json' }],
};

const ELSEWHERE = {
  configMode: '666',
  env: { OPENCLAW_STATE_DIR: '@@HOME@@/other' },
};

export default defineCheck({
  id: 'fs.config.perms_writable',
  severity: 'critical',
  needs: ['files', 'snapshot'],
  fix: 'config',
  refs: ['CWE-732'],
  departures: { other_config: OTHER_CONFIG, dangling_link: DANGLING_LINK },
  text: {
    en: {
      title: 'Other users can change the config',
      why: 'Another user can switch off authentication, open channels to everyone or allow tools that run commands as you.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: others than its owner can write to it.',
    },
    ko: {
      title: '다른 사용자가 설정 파일을 바꿀 수 있습니다',
      why: '다른 사용자가 인증을 끄거나, 채널을 모두에게 열거나, 소유자 권한으로 명령을 실행하는 도구를 허용할 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 소유자가 아닌 사용자도 쓸 수 있습니다.',
    },
  },
  examples: {
    bad: [ELSEWHERE, { configMode: '660' }, { configMode: '602' }, { ...DANGLING, compat: true }],
    good: [{ ...ELSEWHERE, compat: true }, { configMode: '600' }, { configMode: '644' }, DANGLING],
  },
  *run({ files, snapshot }, report, departs) {
    const [fact] = factsOf(files, 'config', departs('dangling_link'));
    if (isElsewhere(snapshot.target) && !departs('other_config')) return;
    if (!fact || !isWritable(fact)) return;
    const args = permissionArgs(fact, '600', snapshot.host.platform);
    yield report('loose', args, { kind: 'file', path: fact.path });
  },
});
