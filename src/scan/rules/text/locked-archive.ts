import { defineRule } from '../../rule.ts';

/** A password stands beside the archive it opens. */
export const lockedArchive = defineRule({
  id: 'locked-archive',
  severity: 'critical',
  confidence: 'likely',
  refs: ['CWE-506', 'ASI04', 'ASI09'],
  text: {
    en: {
      title: 'A locked archive is to be unpacked and run',
      why: 'A password that stands beside the archive protects nobody but its author: virus scanners cannot look inside.',
      check: 'Do not open the archive. Ask who publishes it, and why it is locked.',
      download:
        '`{address}` is to be downloaded, opened with a password that is given here, and run.',
      archive: 'An archive is to be opened with a password that is given here, and run.',
    },
    ko: {
      title: '잠긴 압축 파일을 풀어 실행하라고 합니다',
      why: '압축 파일 옆에 적힌 비밀번호는 만든 사람만 보호합니다. 백신이 내용을 볼 수 없기 때문입니다.',
      check: '압축 파일을 열지 마십시오. 누가 배포했고 왜 잠갔는지 확인하십시오.',
      download: '`{address}`을(를) 내려받아 여기 적힌 비밀번호로 풀고 실행하라고 합니다.',
      archive: '압축 파일을 여기 적힌 비밀번호로 풀고 실행하라고 합니다.',
    },
  },
});
