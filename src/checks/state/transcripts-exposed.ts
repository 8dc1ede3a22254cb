import { defineCheck } from '../define.ts';
import { closeTreeCommand, isBehindStateDir } from './reach.ts';

const laid = (mode: string, stateDirMode: string) => ({
  stateDirMode,
  files: [{ path: '.openclaw/agents/main/sessions/a.jsonl', content: '{}', mode }],
});

export default defineCheck({
  id: 'state.transcripts_exposed',
  severity: 'warn',
  needs: ['files', 'transcripts', 'snapshot'],
  fix: 'transcripts',
  refs: ['CWE-732'],
  text: {
    en: {
      title: 'Other users can get at transcripts',
      why: 'Transcripts hold whole conversations and tool output; whoever can write to them can also put words into them that the agent later believes.',
      remedy: 'Run `{command}`.',
      loose:
        '{total} transcripts in `{path}`: others can read {readable} and write to {writable} of them.',
    },
    ko: {
      title: '다른 사용자가 대화 기록에 접근할 수 있습니다',
      why: '대화 기록에는 대화 전체와 도구 출력이 들어 있습니다. 쓸 수 있는 사람은 에이전트가 나중에 사실로 받아들일 내용을 끼워 넣을 수도 있습니다.',
      remedy: '`{command}` 명령을 실행합니다.',
      loose:
        '`{path}`의 대화 기록 {total}개 가운데 다른 사용자가 {readable}개를 읽을 수 있고 {writable}개에 쓸 수 있습니다.',
    },
  },
  examples: {
    bad: [laid('644', '711'), laid('620', '755')],
    good: [laid('600', '755'), laid('666', '700')],
  },
  *run({ files, transcripts, snapshot }, report) {
    const { platform } = snapshot.host;
    for (const [subject, dir] of transcripts.entries()) {
      const readable = Math.max(dir.groupRead, dir.worldRead);
      const writable = Math.max(dir.groupWrite, dir.worldWrite);
      if (readable + writable === 0 || isBehindStateDir(files, dir.path, platform)) continue;
      const { path, total, examples } = dir;
      const command = closeTreeCommand(path, platform);
      yield report(
        'loose',
        { path, total, readable, writable, command },
        [path, ...examples].map((place) => ({ kind: 'file', path: place })),
        { subject },
      );
    }
  },
});
