import { child } from '../../posture/config.ts';
import { execScopes } from '../../posture/exec-scopes.ts';
import { programName } from '../../posture/interpreters.ts';
import { defineCheck } from '../define.ts';

const BROAD = new Set(['jq', 'awk', 'gawk', 'mawk', 'nawk', 'sed', 'gsed']);

export default defineCheck({
  id: 'tools.exec.safe_bins_broad_behavior',
  severity: 'warn',
  needs: ['config', 'agents'],
  when: [['tools'], ['agents']],
  refs: ['CWE-78', 'ASI05'],
  text: {
    en: {
      title: 'A harmless command does more than it seems to',
      why: 'What is in `safeBins` runs without approval. These programs read files, variables or run commands from within their own language, whatever profile they have.',
      remedy: 'Take these names out of `safeBins`.',
      broad: 'Listed: `{bins}`.',
    },
    ko: {
      title: '안전한 명령으로 등록된 프로그램이 보기보다 많은 일을 합니다',
      why: '`safeBins`에 있는 명령은 승인 없이 실행됩니다. 이 프로그램들은 어떤 프로필이 있어도 자체 언어 안에서 파일과 환경 변수를 읽거나 명령을 실행합니다.',
      remedy: '해당 이름을 `safeBins`에서 뺍니다.',
      broad: '등록된 항목: `{bins}`.',
    },
  },
  examples: {
    bad: [
      {
        config: '{ tools: { exec: { safeBins: ["cat", "jq"] } } }',
        offending: '"jq"',
        openclawVersion: '2026.9.6',
      },
      {
        config:
          '{ agents: { entries: { w: { tools: { exec: { safeBins: ["/usr/bin/sed"] } } } } } }',
        openclawVersion: '2026.9.6',
      },
    ],
    good: [
      { config: '{ tools: { exec: { safeBins: ["cat", "wc"] } } }', openclawVersion: '2026.9.6' },
    ],
  },
  *run({ config, agents }, report) {
    const found = execScopes({ config, agents }).flatMap(({ path, route, value }) => {
      const bins = child(value, 'safeBins');
      if (!Array.isArray(bins)) return [];
      return bins.flatMap((bin, index) => {
        const name = typeof bin === 'string' ? programName(bin) : '';
        if (!BROAD.has(name)) return [];
        return [{ name: `${path}: ${name}`, at: config.at(...route, 'safeBins', index) }];
      });
    });
    if (found.length === 0) return;
    const bins = [...new Set(found.map(({ name }) => name))];
    yield report(
      'broad',
      { bins },
      found.map(({ at }) => at),
    );
  },
});
