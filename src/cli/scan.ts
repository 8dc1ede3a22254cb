import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Severity } from '../checks/define.ts';
import { openCache } from '../gather/scan/cache.ts';
import type { ScanReport } from '../gather/scan/scan-items.ts';
import { scanPaths } from '../gather/scan/scan-paths.ts';
import { renderScanJson, scanFingerprint } from '../report/scan-document.ts';
import type { ScanResult } from '../report/scan-result.ts';
import { verdictOf } from '../scan/verdict.ts';
import { VERSION } from '../version.ts';
import { readAccepted } from './accept-file.ts';
import type { Call } from './command.ts';
import { IncompleteError, UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { watchScan } from './scan-progress.ts';
import { readLang, readScanSettings, type ScanSettings } from './settings.ts';

/** `scan PATH...`: says what skills, plugins and packages really do. Gives the exit status. */
export async function scan({ typed, operands, lang, io }: Call): Promise<number> {
  const settings = readScanSettings(typed);
  const accepted = readAccepted(settings.accept, { cwd: io.cwd, now: Date.now() });
  const paths = operands.map((path) => requirePath(resolve(io.cwd, path), path));
  const progress = await watchScan(io, settings.quiet, lang);
  const parent = settings.cache ? cacheParent(io) : undefined;
  const cache = parent === undefined ? undefined : openCache(parent, process.getuid?.() ?? null);
  let report: ScanReport;
  try {
    report = await scanPaths(paths, {
      indicators: settings.indicators,
      ...(cache ? { cache } : {}),
      progress: progress.show,
    });
  } finally {
    progress.stop();
  }
  const result = accept(report, accepted);
  // Scripts read the JSON: its texts do not change with the locale of whoever runs them.
  if (settings.json) io.out(renderScanJson(result, readLang(typed) ?? 'en'));
  else {
    const [{ renderScanText }, { textLook }] = await Promise.all([
      import('../report/scan-text.ts'),
      import('./look.ts'),
    ]);
    io.out(
      renderScanText(result, { ...textLook(io, settings.color), lang, quiet: settings.quiet }),
    );
  }
  if (settings.requireComplete && result.unread.length > 0)
    throw new IncompleteError('incomplete', { count: String(result.unread.length) });
  return fails(result, settings) ? 1 : 0;
}

function requirePath(path: string, typed: string): string {
  if (!existsSync(path)) throw new UsageError('no_such_path', { option: 'scan', path: typed });
  return path;
}

/** Takes out what the user has looked at and accepted. */
function accept({ items, unread }: ScanReport, accepted: ReadonlySet<string>): ScanResult {
  let count = 0;
  const left = items.map((item) => {
    if (accepted.size === 0) return item;
    const findings = item.findings.filter((it) => !accepted.has(scanFingerprint(item, it)));
    if (findings.length === item.findings.length) return item;
    count += item.findings.length - findings.length;
    return { ...item, findings, verdict: verdictOf(findings) };
  });
  return {
    items: left,
    unread,
    accepted: count,
    tool: { name: 'openclaw-security', version: VERSION },
  };
}

function fails({ items }: ScanResult, { failOn }: ScanSettings): boolean {
  if (failOn === undefined) return false;
  const order: readonly Severity[] = ['critical', 'warn', 'info'];
  const counted = order.slice(0, order.indexOf(failOn) + 1);
  return items.some(({ findings }) => findings.some(({ severity }) => counted.includes(severity)));
}

/** The user's cache directory; undefined when there is no home. */
function cacheParent({ env }: Io): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME, USERPROFILE } = env;
  if (XDG_CACHE_HOME?.startsWith('/')) return XDG_CACHE_HOME;
  if (process.platform === 'win32') return LOCALAPPDATA || undefined;
  const home = HOME || USERPROFILE;
  if (!home) return undefined;
  return process.platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
}
