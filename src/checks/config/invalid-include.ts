import { defineCheck } from '../define.ts';
import { argOf, issuesOf, messageOf, pathOf, placeOf } from './issues.ts';

const PROBLEMS = [
  'missing',
  'cycle',
  'too_deep',
  'escapes',
  'unreadable',
  'syntax',
  'bad_value',
  'not_an_object',
  'too_many',
  'other',
] as const;

export default defineCheck({
  id: 'config.invalid.include',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-829', 'https://docs.openclaw.ai/gateway/configuration'],
  text: {
    en: {
      title: 'Included part of the config cannot be used',
      why: 'OpenClaw refuses the whole config when one include fails: the gateway does not start, or keeps running on older settings. The settings of the missing part were not judged here.',
      remedy:
        'Correct the path, or the file it names; included files must lie below the directory of the main config.',
      missing: '`{path}` names `{file}`, which does not exist',
      cycle: '`{path}` names `{file}`, which is already being included',
      too_deep: '`{path}` names `{file}`, one include inside the other too often',
      escapes: '`{path}` names `{file}`, which lies outside the directory of the main config',
      unreadable: '`{path}` names `{file}`, which cannot be read',
      syntax: '`{path}` names `{file}`, which is not valid JSON5',
      bad_value: '`{path}` must be a path or a list of paths; found: {file}',
      not_an_object: '`{path}`: settings stand beside an include that is no object ({file})',
      too_many:
        '`{path}` names `{file}`, but this audit has already read its limit of included files',
      other: '`{path}` names `{file}`, which cannot be included',
      more: '{count} more includes that cannot be used',
    },
    ko: {
      title: '포함된 설정 파일을 사용할 수 없습니다',
      why: 'OpenClaw는 포함 파일 하나라도 실패하면 설정 전체를 거부합니다. 게이트웨이가 시작되지 않거나 이전 설정으로 계속 실행됩니다. 빠진 부분의 설정은 판정하지 못했습니다.',
      remedy:
        '경로 또는 해당 파일을 고치십시오. 포함 파일은 주 설정 파일의 디렉터리 아래에 있어야 합니다.',
      missing: '`{path}` 설정이 가리키는 `{file}` 파일이 없습니다',
      cycle: '`{path}` 설정이 이미 포함 중인 `{file}` 파일을 가리킵니다',
      too_deep: '`{path}` 설정이 가리키는 `{file}` 파일의 포함 단계가 너무 깊습니다',
      escapes: '`{path}` 설정이 가리키는 `{file}` 파일이 주 설정 파일의 디렉터리 밖에 있습니다',
      unreadable: '`{path}` 설정이 가리키는 `{file}` 파일을 읽을 수 없습니다',
      syntax: '`{path}` 설정이 가리키는 `{file}` 파일이 올바른 JSON5가 아닙니다',
      bad_value: '`{path}` 값은 경로 또는 경로의 목록이어야 합니다. 실제: {file}',
      not_an_object: '`{path}`: 객체가 아닌 포함 파일({file}) 옆에 다른 설정이 있습니다',
      too_many:
        '`{path}` 설정이 `{file}` 파일을 가리키지만 이 감사가 읽는 포함 파일 한도를 이미 넘었습니다',
      other: '`{path}` 설정이 가리키는 `{file}` 파일을 포함할 수 없습니다',
      more: '사용할 수 없는 포함 파일이 {count}개 더 있습니다',
    },
  },
  examples: {
    bad: [
      { config: '{$include: "./gone.json5"}', offending: '$include' },
      '{$include: "/etc/hostname"}',
      '{$include: "./openclaw.json"}',
      '{gateway: {$include: 7}}',
      {
        config: '{$include: "./part.json5", gateway: {}}',
        files: [{ path: '.openclaw/part.json5', content: '{gateway: ' }],
      },
      {
        config: '{$include: "./part.json5", gateway: {}}',
        files: [{ path: '.openclaw/part.json5', content: '[]' }],
      },
    ],
    good: [
      {
        config: '{$include: ["./part.json5"], gateway: {port: 18789}}',
        files: [{ path: '.openclaw/part.json5', content: '{gateway: {bind: "loopback"}}' }],
      },
      { config: null },
    ],
  },
  *run({ snapshot }, report) {
    const { shown, more, rest } = issuesOf(snapshot, 'include');
    for (const issue of shown) {
      const args = { path: pathOf(snapshot, issue), file: argOf(issue, 'path') };
      yield report(messageOf(issue, PROBLEMS, 'other'), args, placeOf(issue));
    }
    if (more > 0) yield report('more', { count: more }, rest);
  },
});
