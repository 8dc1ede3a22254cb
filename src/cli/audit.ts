import { knowledgeOf } from '../config/known-releases.ts';
import type { Snapshot } from '../gather/snapshot.ts';
import { judge } from '../judge/judge.ts';
import type { Report } from '../judge/report.ts';
import type { Knowledge } from '../posture/posture.ts';
import { wordsOf } from '../report/suppressed.ts';
import type { Lang } from '../text/language.ts';
import type { Call } from './command.ts';
import { IncompleteError } from './errors.ts';
import type { Io } from './io.ts';
import { requireKnownChecks } from './patterns.ts';
import { startProgress } from './progress.ts';
import { type AuditSettings, readAuditSettings, readLang } from './settings.ts';
import { fails, textOf } from './show.ts';

/** `audit`: gathers (or reads a snapshot), judges, prints. Gives the exit status. */
export async function audit(call: Call): Promise<number> {
  const { typed, lang, io } = call;
  const settings = readAuditSettings(typed);
  requireKnownChecks('--only', settings.only);
  requireKnownChecks('--skip', settings.skip);
  const { compat, only, skip } = settings;
  // A list that cannot be used is known before anything is gathered.
  const judging = { compat, only, skip, words: wordsOf, ...(await readKnowledge(settings)) };
  if (settings.fix !== 'no') return (await import('./fix.ts')).fix(call, settings, judging);
  if (settings.dryRun) return (await import('./dry-run.ts')).listRequests(call, settings);
  const progress = startProgress(io, settings.quiet, lang);
  let snapshot: Snapshot;
  let unsaved: IncompleteError | undefined;
  try {
    snapshot = await obtain(settings, io);
    unsaved = await save(settings, snapshot);
  } finally {
    progress.stop();
  }
  if (settings.upgradeTo !== undefined)
    return (await import('./upgrade.ts')).upgrade(call, settings, judging, { snapshot, unsaved });
  const report = judge(snapshot, judging);
  // Scripts read the JSON: its texts do not change with the locale of whoever runs them.
  const jsonLang = readLang(typed) ?? 'en';
  io.out(settings.json ? await asJson(report, jsonLang) : await textOf(report, settings, lang, io));
  if (unsaved !== undefined) throw unsaved;
  if (settings.requireComplete && report.unmeasured.length > 0)
    throw new IncompleteError('incomplete', { count: String(report.unmeasured.length) });
  return fails(report, settings.failOn) ? 1 : 0;
}

async function readKnowledge({ advisories: path }: AuditSettings): Promise<Knowledge> {
  if (path === undefined) return {};
  const [{ readAdvisoryFile }, { toTable }] = await Promise.all([
    import('./advisory-file.ts'),
    import('./advisory-data.ts'),
  ]);
  return { advisories: toTable(readAdvisoryFile(path)) };
}

async function obtain(settings: AuditSettings, io: Io): Promise<Snapshot> {
  if (settings.fromSnapshot === undefined)
    return (await import('./take-snapshot.ts')).takeSnapshot(settings, io);
  const snapshot = (await import('./read-snapshot.ts')).readSnapshot(settings.fromSnapshot);
  const judged = settings.openclawVersion;
  return judged === undefined
    ? snapshot
    : { ...snapshot, version: judgedAs(snapshot.version, judged) };
}

function judgedAs(version: Snapshot['version'], judged: string): Snapshot['version'] {
  return { ...version, judged, source: 'flag', rules: knowledgeOf(judged).rules };
}

/** A snapshot that cannot be saved is no reason to keep the report back: the error comes after it. */
async function save(
  { saveSnapshot: path }: AuditSettings,
  snapshot: Snapshot,
): Promise<IncompleteError | undefined> {
  if (path === undefined) return undefined;
  try {
    (await import('./save-snapshot.ts')).saveSnapshot(path, snapshot);
    return undefined;
  } catch (error) {
    if (error instanceof IncompleteError) return error;
    throw error;
  }
}

async function asJson(report: Report, lang: Lang): Promise<string> {
  return (await import('../report/json.ts')).renderJson(report, lang);
}
