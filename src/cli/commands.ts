import { nearest } from '../text/nearest.ts';
import type { Call, Command } from './command.ts';
import { UsageError } from './errors.ts';

/** The commands; the code of each is loaded when it is called. */
export const COMMANDS = {
  audit: {
    help: {
      en: 'Audit one gateway: its config, its state directory, what it runs',
      ko: '게이트웨이 하나의 설정, 상태 디렉터리, 실행 요소를 감사합니다',
    },
    run: async (call: Call) => (await import('./audit.ts')).audit(call),
  },
  help: {
    help: { en: 'Print the help', ko: '도움말을 출력합니다' },
    run: async ({ lang, io }: Call) => {
      io.out((await import('./help.ts')).renderHelp(lang, COMMANDS));
      return 0;
    },
  },
} satisfies { readonly [name: string]: Command };

/**
 * The command that is meant; a leading `security` is optional and nothing means help.
 * @throws UsageError when there is none of that name, or words are left over.
 */
export function findCommand(words: readonly string[]): Command {
  const [name = 'help', ...rest] = words[0] === 'security' ? words.slice(1) : words;
  if (!isCommand(name)) {
    const near = nearest(name, ['security', ...Object.keys(COMMANDS)]);
    throw new UsageError('unknown_command', { command: name }, near);
  }
  const surplus = rest[0];
  if (surplus !== undefined && !(name === 'help' && isKnown(rest)))
    throw new UsageError('surplus_argument', { argument: surplus });
  return COMMANDS[name];
}

function isCommand(name: string): name is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, name);
}

/** `help audit`, `help security audit`. */
function isKnown(words: readonly string[]): boolean {
  return words.every((word) => word === 'security' || isCommand(word));
}
