import { isLang, type Lang, languageOf } from '../text/language.ts';
import { visibleJson } from '../text/visible.ts';
import { wantsJson } from './argv.ts';
import { IncompleteError, UsageError } from './errors.ts';
import { errorCode, type Io } from './io.ts';
import { usageText } from './usage-words.ts';

/** Says on stderr what went wrong (and on stdout, as JSON, when that was asked for). */
export function reportError(error: unknown, argv: readonly string[], io: Io): number {
  const flag = languageFlag(argv);
  const { code, exit, message, hints } = describe(error, flag ?? languageOf(io.env));
  io.err(`${[`openclaw-security: ${message}`, ...hints].join('\n  ')}\n`);
  if (wantsJson(argv) && !io.written()) {
    const own = describe(error, flag ?? 'en');
    const document = { ok: false, error: { code, message: own.message, hints: own.hints } };
    try {
      io.out(`${visibleJson(JSON.stringify(document, null, 2))}\n`);
    } catch {
      // stdout is what failed; stderr has said so.
    }
  }
  return exit;
}

function describe(error: unknown, lang: Lang) {
  if (error instanceof UsageError) {
    const { code, args, suggestion } = error;
    const hints = [usageText('see_help', { command: 'openclaw-security --help' }, lang)];
    if (suggestion !== undefined)
      hints.unshift(usageText('did_you_mean', { word: suggestion }, lang));
    return { code, exit: 2, message: usageText(code, args, lang), hints };
  }
  if (error instanceof IncompleteError) {
    const { code, args } = error;
    return { code, exit: 3, message: usageText(code, args, lang), hints: [] };
  }
  const message = usageText('internal', { reason: errorCode(error) }, lang);
  return { code: 'internal', exit: 3, message, hints: [] };
}

/** `--lang` as typed, also on a command line that is wrong elsewhere. */
function languageFlag(argv: readonly string[]): Lang | undefined {
  for (const [i, word] of argv.entries()) {
    const value = word === '--lang' ? argv[i + 1] : word.split('--lang=')[1];
    if (value !== undefined && isLang(value)) return value;
  }
  return undefined;
}
