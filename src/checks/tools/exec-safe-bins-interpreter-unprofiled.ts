import { child, isObject } from '../../posture/config.ts';
import { execScopes } from '../../posture/exec-scopes.ts';
import { defineCheck } from '../define.ts';

const INTERPRETERS = new Set([
  ...['ash', 'bash', 'dash', 'fish', 'ksh', 'sh', 'zsh', 'busybox', 'toybox'],
  ...['cmd', 'cmd.exe', 'powershell', 'powershell.exe', 'pwsh', 'pwsh.exe', 'cscript', 'wscript'],
  ...['bun', 'deno', 'node', 'nodejs', 'python', 'python2', 'python3', 'pypy'],
  ...['perl', 'php', 'ruby', 'lua'],
]);

/** `python3.11`, `ruby3`: an interpreter with its version. */
function isInterpreter(name: string): boolean {
  return INTERPRETERS.has(name) || /^(python|ruby|perl|php|node)\d+(\.\d+)?$/.test(name);
}

const baseName = (path: string) =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
const profilesOf = (value: unknown) =>
  isObject(value) ? Object.keys(value).map((name) => name.trim().toLowerCase()) : [];

export default defineCheck({
  id: 'tools.exec.safe_bins_interpreter_unprofiled',
  severity: 'warn',
  needs: ['config', 'agents'],
  when: [['tools'], ['agents']],
  refs: ['CWE-94', 'ASI05'],
  text: {
    en: {
      title: 'An interpreter counts as a harmless command',
      why: 'What is in `safeBins` runs without approval. A shell or interpreter runs any code it is given, so approvals no longer protect anything.',
      remedy:
        'Take these names out of `safeBins`, or give each a profile in `tools.exec.safeBinProfiles` that admits no arguments with code (`maxPositional: 0` and `deniedFlags` for `-c` and `-e`).',
      unprofiled: 'Without a profile: `{bins}`.',
    },
    ko: {
      title: '인터프리터가 안전한 명령으로 등록되어 있습니다',
      why: '`safeBins`에 있는 명령은 승인 없이 실행됩니다. 셸이나 인터프리터는 주어진 코드를 무엇이든 실행하므로 승인 절차가 무의미해집니다.',
      remedy:
        '해당 이름을 `safeBins`에서 빼거나, `tools.exec.safeBinProfiles`에 코드를 인자로 받지 못하게 하는 프로필(`maxPositional: 0`, `deniedFlags`에 `-c`와 `-e`)을 추가하십시오.',
      unprofiled: '프로필이 없는 항목: `{bins}`.',
    },
  },
  examples: {
    bad: [
      { config: '{tools: {exec: {safeBins: ["jq", "node"]}}}', offending: '"node"' },
      '{tools: {exec: {safeBins: ["/usr/bin/Python3.12"]}}}',
      '{tools: {exec: {safeBins: ["python3"]}}, agents: {list: [{id: "w", tools: {exec: {safeBinProfiles: {python3: {}}}}}]}}',
      '{agents: {list: [{id: "w", tools: {exec: {safeBins: ["bash"]}}}]}}',
    ],
    good: [
      '{tools: {exec: {safeBins: ["jq", "grep"]}}}',
      '{tools: {exec: {safeBins: ["python3"], safeBinProfiles: {PYTHON3: {maxPositional: 0}}}}}',
      '{tools: {exec: {safeBinProfiles: {node: {maxPositional: 1}}}}, agents: {list: [{id: "w", tools: {exec: {safeBins: ["node"]}}}]}}',
    ],
  },
  *run({ config, agents }, report) {
    const global = profilesOf(config.get('tools', 'exec', 'safeBinProfiles'));
    const found = execScopes({ config, agents }).flatMap(({ path, route, value }) => {
      const profiles = new Set([...global, ...profilesOf(child(value, 'safeBinProfiles'))]);
      const bins = child(value, 'safeBins');
      if (!Array.isArray(bins)) return [];
      return bins.flatMap((bin, index) => {
        const name = typeof bin === 'string' ? baseName(bin.trim().toLowerCase()) : '';
        if (!isInterpreter(name) || profiles.has(name)) return [];
        return [{ name: `${path}: ${name}`, at: config.at(...route, 'safeBins', index) }];
      });
    });
    if (found.length === 0) return;
    yield report(
      'unprofiled',
      { bins: [...new Set(found.map(({ name }) => name))] },
      found.map(({ at }) => at),
    );
  },
});
