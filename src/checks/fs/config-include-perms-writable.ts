import { defineCheck } from '../define.ts';
import { DANGLING_LINK, factsOf, isWritable, permissionArgs } from './permissions.ts';

const include = (mode: string) => ({
  config: '{ logging: { $include: "./logging.json5" } }',
  files: [{ path: '.openclaw/logging.json5', content: '{}', mode }],
});

export default defineCheck({
  id: 'fs.config_include.perms_writable',
  severity: 'critical',
  needs: ['files', 'snapshot'],
  fix: 'include',
  refs: ['CWE-732'],
  departures: { dangling_link: DANGLING_LINK },
  text: {
    en: {
      title: 'Other users can change an included config file',
      why: 'What an included file says becomes part of the config: another user can open the gateway or allow tools through it.',
      remedy: 'Run `{command}`.',
      loose: '`{path}` has permissions `{permissions}`: others than its owner can write to it.',
    },
    ko: {
      title: '다른 사용자가 포함된 설정 파일을 바꿀 수 있습니다',
      why: '포함된 파일의 내용은 설정의 일부가 되므로, 다른 사용자가 이 파일로 게이트웨이를 열거나 도구를 허용할 수 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose: '`{path}` 권한이 `{permissions}`이므로 소유자가 아닌 사용자도 쓸 수 있습니다.',
    },
  },
  examples: { bad: [include('666'), include('620')], good: [include('600'), include('644')] },
  *run({ files, snapshot }, report, departs) {
    for (const [subject, fact] of factsOf(files, 'include', departs('dangling_link')).entries()) {
      if (!isWritable(fact)) continue;
      const args = permissionArgs(fact, '600', snapshot.host.platform);
      yield report('loose', args, { kind: 'file', path: fact.path }, { subject });
    }
  },
});
