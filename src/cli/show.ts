import type { Severity } from '../checks/define.ts';
import type { Report } from '../judge/report.ts';
import type { Lang } from '../text/language.ts';
import type { Io } from './io.ts';
import type { AuditSettings } from './settings.ts';

/** The report for people, as the terminal and the options ask for it. */
export async function textOf(
  report: Report,
  settings: AuditSettings,
  lang: Lang,
  io: Io,
): Promise<string> {
  const [{ renderText }, { textLook }, { rerunCommand }] = await Promise.all([
    import('../report/text.ts'),
    import('./look.ts'),
    import('./rerun.ts'),
  ]);
  return renderText(report, {
    ...textLook(io, settings.color),
    lang,
    quiet: settings.quiet,
    rerun: rerunCommand(settings),
    saved: settings.fromSnapshot !== undefined,
  });
}

/** Whether the report holds a finding that is to end the program with status 1. */
export function fails({ summary }: Report, failOn: Severity | undefined): boolean {
  if (failOn === undefined) return false;
  const counted = {
    critical: summary.critical,
    warn: summary.critical + summary.warn,
    info: summary.critical + summary.warn + summary.info,
  };
  return counted[failOn] > 0;
}
