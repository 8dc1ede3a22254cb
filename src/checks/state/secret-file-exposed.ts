import { defineCheck } from '../define.ts';
import { permissionArgs } from '../fs/permissions.ts';
import { exposureOf, reachable } from './reach.ts';

const laid = (name: string, mode: string, stateDirMode: string) => ({
  stateDirMode,
  files: [{ path: `.openclaw/${name}`, content: '{}', mode }],
});

export default defineCheck({
  id: 'state.secret_file_exposed',
  severity: 'critical',
  needs: ['files', 'snapshot'],
  refs: ['CWE-732', 'CWE-522'],
  text: {
    en: {
      title: 'Other users can get at a file of secrets',
      why: 'The settings name secrets, and this file holds them: who reads it has every one of them, who writes to it decides what the gateway uses.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`.',
    },
    ko: {
      title: '다른 사용자가 비밀 값 파일에 접근할 수 있습니다',
      why: '설정이 이름으로 가리키는 비밀 값이 이 파일에 들어 있습니다. 읽을 수 있으면 모든 값을 얻고, 쓸 수 있으면 게이트웨이가 쓸 값을 정하게 됩니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`입니다.',
    },
  },
  examples: {
    bad: [
      laid('secrets.json', '644', '711'),
      laid('config-journal-fingerprint.key', '604', '755'),
      { ...laid('secrets.json', '640', '755'), severity: 'warn' },
    ],
    good: [laid('secrets.json', '600', '755'), laid('secrets.json', '644', '700')],
  },
  *run({ files, snapshot }, report) {
    const { platform } = snapshot.host;
    for (const fact of reachable(files, ['secret_file'], platform)) {
      const severity = exposureOf(fact);
      if (!severity) continue;
      const args = permissionArgs(fact, '600', platform);
      yield report('loose', args, { kind: 'file', path: fact.path }, { severity });
    }
  },
});
