import { parseArgs } from 'node:util';
import { nearest } from '../text/nearest.ts';
import { UsageError } from './errors.ts';
import { isOptionName, listOptions, OPTIONS, type Option, type OptionName } from './options.ts';

/** What was typed, not yet judged: the words of the command and the options. */
export interface Typed {
  readonly words: readonly string[];
  readonly flags: ReadonlySet<OptionName>;
  /** All values given to an option, in order. */
  readonly values: ReadonlyMap<OptionName, readonly string[]>;
}

function shapes() {
  return Object.fromEntries(
    listOptions().map(([name, option]) => [
      name,
      {
        type: option.kind === 'flag' ? ('boolean' as const) : ('string' as const),
        ...(option.short === undefined ? {} : { short: option.short }),
      },
    ]),
  );
}

/** Words and whole names of flags, as most commands are: the parser costs start-up more than they do. */
function readPlain(argv: readonly string[]): Typed | undefined {
  const words: string[] = [];
  const flags = new Set<OptionName>();
  for (const typed of argv) {
    const name = typed.slice(2);
    if (!typed.startsWith('-')) words.push(typed);
    else if (typed.startsWith('--') && isOptionName(name) && OPTIONS[name].kind === 'flag')
      flags.add(name);
    else return undefined;
  }
  return { words, flags, values: new Map() };
}

/**
 * Reads the command line. Options may stand before and after the words of the command.
 * @throws UsageError for an option that does not exist or has no value.
 */
export function readArgv(argv: readonly string[]): Typed {
  return readPlain(argv) ?? readAll(argv);
}

function readAll(argv: readonly string[]): Typed {
  const { tokens } = parseArgs({
    args: [...argv],
    options: shapes(),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words: string[] = [];
  const flags = new Set<OptionName>();
  const values = new Map<OptionName, readonly string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (!isOptionName(name)) throw unknownOption(name, rawName);
    const option: Option = OPTIONS[name];
    if (option.kind === 'flag') {
      if (value !== undefined) throw new UsageError('surplus_value', { option: rawName });
      flags.add(name);
    } else {
      if (value === undefined || value.trim() === '' || (!inlineValue && /^-./.test(value)))
        throw new UsageError('missing_value', { option: `${rawName} ${option.value ?? ''}` });
      values.set(name, [...(values.get(name) ?? []), value]);
    }
  }
  return { words, flags, values };
}

function unknownOption(name: string, rawName: string): UsageError {
  const near = rawName.startsWith('--')
    ? nearest(
        name,
        listOptions().map(([known]) => known),
      )
    : undefined;
  return new UsageError('unknown_option', { option: rawName }, near && `--${near}`);
}

/** Whether JSON was asked for, decided even when the rest of the command line is wrong. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  return options.some((word) => word === '--json' || word.startsWith('--json='));
}
