import { type Lang, languageOf } from '../text/language.ts';
import { readArgv } from './argv.ts';
import type { Call } from './command.ts';
import { type CommandName, findCommand, requireFit } from './commands.ts';
import { UsageError } from './errors.ts';
import type { Io } from './io.ts';

/** Loads a command's code when it is called, and gives its exit status. */
const RUN: { readonly [K in CommandName]: (call: Call) => Promise<number> } = {
  audit: async (call) => (await import('./audit.ts')).audit(call),
  advisories: async (call) => (await import('./advisories.ts')).advisories(call),
  scan: async (call) => (await import('./scan.ts')).scan(call),
  undo: async (call) => (await import('./undo.ts')).undo(call),
  help: async (call) => (await import('./help.ts')).help(call),
};

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
  const { name, operands } = findCommand(words);
  if (flags.has('help')) {
    const about = name === 'help' ? operands : [name];
    return RUN.help({ typed, operands: about, lang, io });
  }
  if (flags.has('json') && name === 'help') throw new UsageError('missing_command', {});
  requireFit(name, typed, operands);
  return RUN[name]({ typed, operands, lang, io });
}
