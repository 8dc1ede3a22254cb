import { defineCheck } from '../define.ts';
import { argOf, fileOf, issuesOf, placeOf } from './issues.ts';

export default defineCheck({
  id: 'config.invalid.not_an_object',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-1287', 'https://docs.openclaw.ai/gateway/configuration'],
  text: {
    en: {
      title: 'Config is not an object',
      why: 'OpenClaw finds no settings in it: the gateway does not start, or keeps running on older settings. Nothing that depends on a setting could be judged here.',
      remedy: 'Write the settings between `{open}` and `{close}`.',
      top_level: '`{file}` holds a value of type {type} instead of an object',
    },
    ko: {
      title: '설정이 객체가 아닙니다',
      why: 'OpenClaw가 설정을 찾지 못하므로 게이트웨이가 시작되지 않거나 이전 설정으로 계속 실행됩니다. 설정에 좌우되는 항목은 판정하지 못했습니다.',
      remedy: '설정을 `{open}`와 `{close}` 사이에 쓰십시오.',
      top_level: '`{file}` 파일에 객체가 아닌 {type} 타입의 값이 있습니다',
    },
  },
  examples: {
    bad: ['[]', 'null', '"text"', '42'],
    good: ['{}', { config: null }],
  },
  *run({ snapshot }, report) {
    for (const issue of issuesOf(snapshot, 'not_an_object').shown) {
      const args = { file: fileOf(snapshot, issue), type: argOf(issue, 'type') };
      yield report('top_level', { ...args, open: '{', close: '}' }, placeOf(issue));
    }
  },
});
