import type { Lang } from '../text/language.ts';
import type { Call, Command } from './command.ts';
import { COMMANDS, type CommandName, isCommand, isGeneral, unknownCommand } from './commands.ts';
import { helpWords } from './help-words.ts';
import { OPTION_WORDS } from './option-words.ts';
import { isOptionName, listOptions, type Option } from './options.ts';

const GROUPS = ['target', 'judging', 'changing', 'output', 'limits', 'general'] as const;
/** The most wanted first; the overview shows the first of each command. */
const EXAMPLES = {
  audit: [
    ['ex_plain', ['openclaw-security audit']],
    ['ex_profile', ['openclaw-security audit --profile work']],
    ['ex_gate', ['openclaw-security audit --fail-on warn --require-complete']],
    ['ex_upgrade', ['openclaw-security audit --upgrade-to 2026.9.6']],
    ['ex_only', ['openclaw-security audit --only gateway,hooks.token_too_short']],
    [
      'ex_json',
      [
        `openclaw-security audit --json | jq -r '.findings[] | select(.severity=="critical").checkId'`,
      ],
    ],
    ['ex_dry_run', ['openclaw-security audit --fix --dry-run', 'openclaw-security audit --fix']],
    [
      'ex_snapshot',
      [
        'openclaw-security audit --quiet --save-snapshot gateway.json',
        'openclaw-security audit --from-snapshot gateway.json',
      ],
    ],
  ],
  advisories: [
    ['ex_advisories', ['openclaw-security advisories --openclaw-version 2026.2.24']],
    [
      'ex_advisories_newer',
      [
        'openclaw-security advisories --advisories newer.json',
        'openclaw-security audit --advisories newer.json',
      ],
    ],
  ],
  scan: [
    ['ex_scan', ['openclaw-security scan ./weather-skill.zip']],
    ['ex_scan_gate', ['openclaw-security scan --fail-on critical --json ./skills']],
  ],
  undo: [['ex_undo', ['openclaw-security undo', 'openclaw-security undo --list']]],
  help: [],
} as const;

type Example = (typeof EXAMPLES)[CommandName][number];

/** `help [COMMAND]`: made from the tables of commands and options. */
export async function help({ operands: [about], lang, io }: Call): Promise<number> {
  if (about !== undefined && !isCommand(about)) throw unknownCommand(about);
  const lines = about === undefined ? overview(lang) : ofCommand(lang, about);
  io.out(`${lines.join('\n')}\n`);
  return 0;
}

function overview(lang: Lang): readonly string[] {
  const say = helpWords(lang);
  const names = Object.keys(COMMANDS).filter(isCommand);
  const rows = names.map((name) => row(usageOf(name), say(`about_${name}`)));
  const firstOf = (name: CommandName): readonly Example[] => EXAMPLES[name].slice(0, 2);
  const examples = names.flatMap(firstOf);
  return [
    say('about'),
    '',
    say('usage', { line: 'openclaw-security [security] COMMAND [OPTIONS]' }),
    '',
    `${say('commands')}:`,
    ...rows,
    '',
    say('command_help', { line: 'openclaw-security COMMAND --help' }),
    ...optionLines(lang, (name) => isOptionName(name) && isGeneral(name)),
    ...statusLines(lang),
    ...exampleLines(lang, examples),
  ];
}

function ofCommand(lang: Lang, name: CommandName): readonly string[] {
  const say = helpWords(lang);
  const { options }: Command = COMMANDS[name];
  return [
    say(`about_${name}`),
    '',
    say('usage', { line: `openclaw-security [security] ${usageOf(name)} [OPTIONS]` }),
    ...optionLines(
      lang,
      (option) => isOptionName(option) && (options.includes(option) || isGeneral(option)),
    ),
    ...statusLines(lang),
    ...exampleLines(lang, EXAMPLES[name]),
  ];
}

function usageOf(name: CommandName): string {
  const { operands }: Command = COMMANDS[name];
  return operands === undefined ? name : `${name} ${operands.shown}`;
}

function optionLines(lang: Lang, wanted: (name: string) => boolean): readonly string[] {
  const say = helpWords(lang);
  const words: { readonly [name: string]: string } = OPTION_WORDS[lang];
  return GROUPS.flatMap((group) => {
    const listed = listOptions().filter(([name, option]) => option.group === group && wanted(name));
    if (listed.length === 0) return [];
    const rows = listed.map(([name, option]) => row(left(name, option), words[name] ?? ''));
    return ['', `${say(group)}:`, ...rows];
  });
}

function statusLines(lang: Lang): readonly string[] {
  const say = helpWords(lang);
  return ['', `${say('status')}:`, say('status_text')];
}

function exampleLines(lang: Lang, examples: readonly Example[]): readonly string[] {
  if (examples.length === 0) return [];
  const say = helpWords(lang);
  const lines = examples.flatMap(([key, typed]) => [
    `  # ${say(key)}`,
    ...typed.map((command) => `  ${command}`),
  ]);
  return ['', `${say('examples')}:`, ...lines];
}

function left(name: string, { short, value }: Option): string {
  const flag = `${short === undefined ? '    ' : `-${short}, `}--${name}`;
  return value === undefined ? flag : `${flag} ${value}`;
}

const LEFT = 28;

function row(name: string, text: string): string {
  const lines = text.replaceAll('\n', `\n${' '.repeat(LEFT + 2)}`);
  return `  ${name.padEnd(LEFT)}${name.length >= LEFT ? ' ' : ''}${lines}`;
}
