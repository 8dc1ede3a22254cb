import { type Lang, languageOf } from '../text/language.ts';
import { readArgv } from './argv.ts';
import { COMMANDS, findCommand } from './commands.ts';
import { UsageError } from './errors.ts';
import type { Io } from './io.ts';

/** Runs what was typed and gives the exit status. Whatever goes wrong is said, never thrown. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    const { reportError } = await import('./failure.ts');
    return reportError(error, argv, io);
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const typed = readArgv(argv);
  const { flags, values, words } = typed;
  const given = values.has('lang') ? (await import('./settings.ts')).readLang(typed) : undefined;
  const lang: Lang = given ?? languageOf(io.env);
  if (flags.has('version')) {
    const { VERSION } = await import('../version.ts');
    io.out(`openclaw-security ${VERSION}\n`);
    return 0;
  }
  if (flags.has('help')) {
    return COMMANDS.help.run({ typed, lang, io });
  }
  if (flags.has('json') && words.every((word) => word === 'security'))
    throw new UsageError('missing_command', {});
  return findCommand(words).run({ typed, lang, io });
}
