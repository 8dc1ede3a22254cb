import { defineCheck } from '../define.ts';
import { factsOf, isWritable, permissionArgs } from './permissions.ts';

const include = (mode: string) => ({
  config: '{ logging: { $include: "./logging.json5" } }',
  files: [{ path: '.openclaw/logging.json5', content: '{}', mode }],
});

export default defineCheck({
  id: 'fs.config_include.perms_group_readable',
  severity: 'warn',
  needs: ['files', 'snapshot'],
  fix: 'include',
  refs: ['CWE-732'],
  text: {
    en: {
      title: 'The group can read an included config file',
      why: 'Included files often hold the very tokens and keys that were moved out of the main file: every member of the group can copy them.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: its group can read it.',
    },
    ko: {
      title: '그룹 구성원이 포함된 설정 파일을 읽을 수 있습니다',
      why: '포함된 파일에는 본 설정에서 분리한 토큰과 키가 들어 있는 경우가 많으며, 그룹 구성원이라면 누구나 복사해 갈 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 그룹 구성원이 읽을 수 있습니다.',
    },
  },
  examples: {
    bad: [include('640'), include('440')],
    good: [include('600'), include('644'), include('660')],
  },
  *run({ files, snapshot }, report) {
    for (const [subject, fact] of factsOf(files, 'include', true).entries()) {
      if (!fact.access.groupRead || isWritable(fact) || fact.access.worldRead) continue;
      const args = permissionArgs(fact, '600', snapshot.host.platform);
      yield report('loose', args, { kind: 'file', path: fact.path }, { subject });
    }
  },
});
