import type { Lang } from '../text/language.ts';
import { defineWords } from '../text/words.ts';
import type { Command } from './command.ts';
import { listOptions, type Option } from './options.ts';

const words = defineWords(
  {
    about:
      'openclaw-security looks at an OpenClaw gateway and says what a stranger, a neighbour on\nthe network, another user of this machine or a bad skill could do with it, and what to\nchange. It only reads: nothing is written, run or installed, and nothing sent but, with\n--deep, a few questions to the gateway itself.',
    usage: 'Usage: openclaw-security [security] COMMAND [OPTIONS]',
    commands: 'Commands',
    target: 'What to audit',
    judging: 'How to judge',
    output: 'Output',
    limits: 'Limits',
    general: 'General',
    examples: 'Examples',
    status: 'Exit status',
    status_text:
      '  0  done, whatever was found\n  1  findings at or above --fail-on\n  2  wrong usage\n  3  what was asked for could not be completed',
    ex_plain: 'Audit the gateway of this account',
    ex_profile: 'Audit another profile',
    ex_gate: 'Fail a CI job on anything worse than info, or when something was not measured',
    ex_only: 'Only what concerns the gateway and one more check',
    ex_json: 'List the ids of the critical findings',
    ex_snapshot: 'See on one host, judge on another',
  },
  {
    about:
      'openclaw-security는 OpenClaw 게이트웨이를 살펴보고, 모르는 사람이나 네트워크의 이웃,\n이 컴퓨터의 다른 사용자, 악의적인 스킬이 무엇을 할 수 있는지와 무엇을 고쳐야 하는지\n알려 줍니다. 읽기만 하며 아무것도 쓰거나 실행하거나 설치하지 않고, --deep을 쓸 때\n게이트웨이에 몇 가지를 묻는 것 외에는 아무것도 전송하지 않습니다.',
    usage: '사용법: openclaw-security [security] 명령 [옵션]',
    commands: '명령',
    target: '감사 대상',
    judging: '판정 방법',
    output: '출력',
    limits: '제한',
    general: '일반',
    examples: '예',
    status: '종료 상태',
    status_text:
      '  0  완료(발견 사항 유무와 무관)\n  1  --fail-on 수준 이상의 발견 사항 있음\n  2  잘못된 사용법\n  3  요청한 작업을 완료하지 못함',
    ex_plain: '이 계정의 게이트웨이를 감사합니다',
    ex_profile: '다른 프로필을 감사합니다',
    ex_gate: 'info보다 심각한 것이 있거나 측정하지 못한 것이 있으면 CI 작업을 실패시킵니다',
    ex_only: '게이트웨이 계열과 검사 하나만 실행합니다',
    ex_json: '심각한 발견 사항의 ID만 나열합니다',
    ex_snapshot: '한 호스트에서 수집하고 다른 호스트에서 판정합니다',
  },
);

const GROUPS = ['target', 'judging', 'output', 'limits', 'general'] as const;
const EXAMPLES = [
  ['ex_plain', ['openclaw-security audit']],
  ['ex_profile', ['openclaw-security audit --profile work']],
  ['ex_gate', ['openclaw-security audit --fail-on warn --require-complete']],
  ['ex_only', ['openclaw-security audit --only gateway,hooks.token_too_short']],
  [
    'ex_json',
    [
      `openclaw-security audit --json | jq -r '.findings[] | select(.severity=="critical").checkId'`,
    ],
  ],
  [
    'ex_snapshot',
    [
      'openclaw-security audit --quiet --save-snapshot gateway.json',
      'openclaw-security audit --from-snapshot gateway.json',
    ],
  ],
] as const;

/** The help, made from the tables of commands and options. */
export function renderHelp(lang: Lang, commands: { readonly [name: string]: Command }): string {
  const say = words(lang);
  const left = (name: string, { short, value }: Option) =>
    `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
  const commandRows = Object.entries(commands).map(([name, { help }]) => row(name, help[lang]));
  const groups = GROUPS.flatMap((group) => [
    '',
    `${say(group)}:`,
    ...listOptions()
      .filter(([, option]) => option.group === group)
      .map(([name, option]) => row(left(name, option), option.help[lang])),
  ]);
  const examples = EXAMPLES.flatMap(([key, typed]) => [
    `  # ${say(key)}`,
    ...typed.map((command) => `  ${command}`),
  ]);
  const all = [
    say('about'),
    '',
    say('usage'),
    '',
    `${say('commands')}:`,
    ...commandRows,
    ...groups,
    '',
    `${say('status')}:`,
    say('status_text'),
    '',
    `${say('examples')}:`,
    ...examples,
  ];
  return `${all.join('\n')}\n`;
}

const LEFT = 28;

function row(left: string, right: string): string {
  const lines = right.replaceAll('\n', `\n${' '.repeat(LEFT + 2)}`);
  return `  ${left.padEnd(LEFT)}${left.length >= LEFT ? ' ' : ''}${lines}`;
}
