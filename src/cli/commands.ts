import { nearest } from '../text/nearest.ts';
import type { Typed } from './argv.ts';
import type { Call, Command } from './command.ts';
import { UsageError } from './errors.ts';
import type { OptionName } from './options.ts';

/** Where to look. */
const TARGET: readonly OptionName[] = ['state-dir', 'config', 'profile', 'dev'];

/** The commands and what each takes; `run.ts` loads their code. */
export const COMMANDS = {
  audit: {
    options: [
      ...TARGET,
      ...(['from-snapshot', 'save-snapshot', 'deep', 'only', 'skip'] as const),
      ...(['auth', 'token', 'password'] as const),
      ...([
        'openclaw-version',
        'upgrade-to',
        'advisories',
        'compat',
        'fail-on',
        'require-complete',
        'timeout',
        'deadline',
      ] as const),
      ...(['json', 'quiet', 'no-color', 'fix', 'dry-run', 'yes'] as const),
    ],
  },
  advisories: {
    options: ['openclaw-version', 'advisories', 'json', 'no-color'],
  },
  scan: {
    options: [
      ...(['accept', 'no-indicators', 'no-cache', 'fail-on', 'require-complete'] as const),
      ...(['json', 'quiet', 'no-color'] as const),
    ],
    operands: { shown: 'PATH...', least: 1, most: 10_000 },
  },
  undo: {
    options: [...TARGET, 'list', 'json', 'no-color'],
    operands: { shown: '[ID]', least: 0, most: 1 },
  },
  help: {
    options: [],
    operands: { shown: '[COMMAND]', least: 0, most: 1 },
  },
} satisfies { readonly [name: string]: Command };

export type CommandName = keyof typeof COMMANDS;

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

const GENERAL: readonly OptionName[] = ['help', 'version', 'lang', 'log-level'];

/** Whether every command takes it. */
export function isGeneral(name: OptionName): boolean {
  return GENERAL.includes(name);
}

/**
 * The command that is meant and the words left for it; a leading `security` is optional and
 * nothing means help.
 * @throws UsageError when there is none of that name.
 */
export function findCommand(words: readonly string[]): {
  readonly name: CommandName;
  readonly operands: readonly string[];
} {
  const [name = 'help', ...rest] = withoutProgram(words);
  if (!isCommand(name)) throw unknownCommand(name);
  return { name, operands: name === 'help' ? withoutProgram(rest) : rest };
}

/** @throws UsageError for options and words that the command does not take. */
export function requireFit(
  name: CommandName,
  { flags, values }: Typed,
  operands: Call['operands'],
) {
  const { options, operands: takes }: Command = COMMANDS[name];
  const surplus = operands[takes?.most ?? 0];
  if (surplus !== undefined) throw new UsageError('surplus_argument', { argument: surplus });
  if (takes && operands.length < takes.least)
    throw new UsageError('missing_operand', { command: name, operand: takes.shown });
  // `--profile work help` asks for help all the same.
  if (name === 'help') return;
  for (const option of [...flags, ...values.keys()])
    if (!options.includes(option) && !isGeneral(option))
      throw new UsageError('foreign_option', { option: `--${option}`, command: name });
}

const withoutProgram = (words: readonly string[]) =>
  words[0] === 'security' ? words.slice(1) : words;

export function unknownCommand(name: string): UsageError {
  const near = nearest(name, ['security', ...Object.keys(COMMANDS)]);
  return new UsageError('unknown_command', { command: name }, near);
}
