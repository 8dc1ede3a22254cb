import { defineWords } from '../text/words.ts';

/** Words of the help that belong to no option. `about_X` and `more_X` speak of command X. */
export const helpWords = defineWords(
  {
    about:
      'openclaw-security looks at an OpenClaw gateway and says what a stranger, a neighbour on\nthe network, another user of this machine or a bad skill could do with it, and what to\nchange. It only reads: nothing is written, run or installed, and nothing sent but, with\n--deep, a few questions to the gateway itself.',
    usage: 'Usage: {line}',
    commands: 'Commands',
    command_help: 'Options and examples of a command: {line}',
    target: 'What to audit',
    judging: 'How to judge',
    output: 'Output',
    limits: 'Limits',
    general: 'General',
    examples: 'Examples',
    status: 'Exit status',
    status_text:
      '  0  done, whatever was found\n  1  findings at or above --fail-on\n  2  wrong usage\n  3  what was asked for could not be completed',
    about_audit: 'Audit one gateway: its config, its state directory, what it runs',
    about_advisories: 'List the known vulnerabilities of OpenClaw, or of one release',
    about_help: 'Print the help',
    ex_plain: 'Audit the gateway of this account',
    ex_profile: 'Audit another profile',
    ex_gate: 'Fail a CI job on anything worse than info, or when something was not measured',
    ex_only: 'Only what concerns the gateway and one more check',
    ex_json: 'List the ids of the critical findings',
    ex_snapshot: 'See on one host, judge on another',
    ex_advisories: 'What is known to be wrong with a release',
    ex_advisories_newer: 'Use a newer list than the one that came along',
  },
  {
    about:
      'openclaw-security는 OpenClaw 게이트웨이를 살펴보고, 모르는 사람이나 네트워크의 이웃,\n이 컴퓨터의 다른 사용자, 악의적인 스킬이 무엇을 할 수 있는지와 무엇을 고쳐야 하는지\n알려 줍니다. 읽기만 하며 아무것도 쓰거나 실행하거나 설치하지 않고, --deep을 쓸 때\n게이트웨이에 몇 가지를 묻는 것 외에는 아무것도 전송하지 않습니다.',
    usage: '사용법: {line}',
    commands: '명령',
    command_help: '명령의 옵션과 예: {line}',
    target: '감사 대상',
    judging: '판정 방법',
    output: '출력',
    limits: '제한',
    general: '일반',
    examples: '예',
    status: '종료 상태',
    status_text:
      '  0  완료(발견 사항 유무와 무관)\n  1  --fail-on 수준 이상의 발견 사항 있음\n  2  잘못된 사용법\n  3  요청한 작업을 완료하지 못함',
    about_audit: '게이트웨이 하나의 설정, 상태 디렉터리, 실행 요소를 감사합니다',
    about_advisories: 'OpenClaw 전체 또는 한 릴리스의 알려진 취약점을 나열합니다',
    about_help: '도움말을 출력합니다',
    ex_plain: '이 계정의 게이트웨이를 감사합니다',
    ex_profile: '다른 프로필을 감사합니다',
    ex_gate: 'info보다 심각한 것이 있거나 측정하지 못한 것이 있으면 CI 작업을 실패시킵니다',
    ex_only: '게이트웨이 계열과 검사 하나만 실행합니다',
    ex_json: '심각한 발견 사항의 ID만 나열합니다',
    ex_advisories: '한 릴리스의 알려진 취약점을 봅니다',
    ex_advisories_newer: '함께 배포된 것보다 새로운 목록을 사용합니다',
    ex_snapshot: '한 호스트에서 수집하고 다른 호스트에서 판정합니다',
  },
);
