import { defineCheck } from '../define.ts';
import { isWritable, permissionsOf } from '../fs/permissions.ts';
import { reachable } from './reach.ts';

const CONFIG = '{ agents: { defaults: { workspace: "@@HOME@@/work" } } }';
const laid = (dirMode: string, fileMode: string) => ({
  config: CONFIG,
  files: [
    { path: 'work', dir: true, mode: dirMode },
    { path: 'work/SOUL.md', content: 'x', mode: fileMode },
  ],
});

export default defineCheck({
  id: 'state.workspace_writable',
  severity: 'warn',
  needs: ['files', 'snapshot'],
  refs: ['CWE-732'],
  text: {
    en: {
      title: 'Other users can write to an agent workspace',
      why: 'Files such as SOUL.md and AGENTS.md are read as instructions: whoever can write them tells the agent what to do.',
      remedy: 'Take the write permission of others away from `{paths}` (`chmod go-w`).',
      loose: 'Others can write to `{shown}`.',
    },
    ko: {
      title: '다른 사용자가 에이전트 작업 공간에 쓸 수 있습니다',
      why: 'SOUL.md나 AGENTS.md 같은 파일은 지시로 읽히므로, 쓸 수 있는 사람이 에이전트에게 할 일을 지시하게 됩니다.',
      remedy: '`{paths}` 경로에서 다른 사용자의 쓰기 권한을 제거합니다(`chmod go-w`).',
      loose: '다른 사용자가 쓸 수 있는 경로입니다: `{shown}`.',
    },
  },
  examples: {
    bad: [laid('777', '600'), laid('755', '666')],
    good: ['{}', laid('755', '644')],
  },
  *run({ files, snapshot }, report) {
    const { platform } = snapshot.host;
    const loose = reachable(files, ['workspace', 'workspace_file'], platform).filter(isWritable);
    if (loose.length === 0) return;
    yield report(
      'loose',
      {
        paths: loose.map(({ path }) => path),
        shown: loose.map((fact) => `${fact.path} (${permissionsOf(fact, platform)})`),
      },
      loose.map(({ path }) => ({ kind: 'file', path })),
    );
  },
});
