import { defineCheck } from '../define.ts';
import { fileOf, issuesOf, placeOf } from './issues.ts';

export default defineCheck({
  id: 'config.invalid.encoding',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-176'],
  text: {
    en: {
      title: 'Config is not valid UTF-8',
      why: 'Bytes that are not UTF-8 are replaced when the config is read: names, paths and secrets that hold them differ from what the author wrote.',
      remedy: 'Save the file as UTF-8.',
      invalid_utf8: '`{file}` holds bytes that are not UTF-8',
      more: '{count} more files that are not UTF-8',
    },
    ko: {
      title: '설정 파일이 올바른 UTF-8이 아닙니다',
      why: 'UTF-8이 아닌 바이트는 설정을 읽을 때 다른 문자로 바뀝니다. 그런 바이트가 든 이름, 경로, 비밀 값은 작성자가 쓴 것과 달라집니다.',
      remedy: '파일을 UTF-8로 저장하십시오.',
      invalid_utf8: '`{file}` 파일에 UTF-8이 아닌 바이트가 있습니다',
      more: 'UTF-8이 아닌 파일이 {count}개 더 있습니다',
    },
  },
  examples: {
    bad: [
      // Every executable holds bytes that are not UTF-8.
      { config: null, files: [{ path: '.openclaw/openclaw.json', symlink: '/usr/bin/env' }] },
    ],
    good: ['{ui: {assistant: {name: "가재"}}}', { config: null }],
  },
  *run({ snapshot }, report) {
    const { shown, more, rest } = issuesOf(snapshot, 'encoding');
    for (const issue of shown)
      yield report('invalid_utf8', { file: fileOf(snapshot, issue) }, placeOf(issue));
    if (more > 0) yield report('more', { count: more }, rest);
  },
});
