import { dialectOf } from '../config/dialect.ts';
import { knowledgeOf } from '../config/known-releases.ts';
import { createRedactor, type Redactor } from '../config/redact.ts';
import type { Target } from '../locate/target.ts';
import { gatherBindTargets } from './bind-targets.ts';
import { type Collecting, collect, type Looking } from './collect.ts';
import { gatherContainers } from './containers.ts';
import { askGateway, askWays, startScan, whenScanned } from './deep-parts.ts';
import { type EnvSource, gatherEnv, learnSecrets } from './environment.ts';
import { gatherFiles } from './files.ts';
import type { GatherOptions, GivenAuth } from './gather-options.ts';
import { gatherLinkedAccounts } from './linked-accounts.ts';
import { listDirectory } from './list-directory.ts';
import { gatherMcpRegistry } from './mcp-registry.ts';
import type { Unmeasured } from './part.ts';
import { gatherHookPackages, gatherPlugins } from './plugins.ts';
import { firstNonBlank, readConfigOf, readDotenv, readForUpgrade } from './read-sources.ts';
import { gatherSecretFiles } from './secret-files.ts';
import { settingsOf } from './settings.ts';
import { gatherSkillLinks } from './skill-links.ts';
import type { Snapshot } from './snapshot.ts';
import { gatherStoredState } from './stored-state.ts';
import { gatherSuppressions } from './suppressions.ts';
import { gatherTranscripts } from './transcripts.ts';
import { findRelease, resolveVersion } from './version.ts';

const MAX_UNMEASURED = 500;
const DEFAULT_PROBE_MS = 5000;

/** Looks at everything once. Reads only, and answers whatever it meets. */
export async function gather(target: Target, options: GatherOptions): Promise<Snapshot> {
  const { env, platform, uid, deadline, tool, now } = options;
  const { unmeasured, skip } = takeNotes();
  const looking: Looking = { target, platform, uid, deadline, skip };
  // Another program: started first, so that it works while files are looked at.
  const asked = startContainers(options);

  const redactor = createRedactor();
  const outer: readonly EnvSource[] = [
    { from: 'process', read: (name) => (Object.hasOwn(env, name) ? env[name] : undefined) },
    readDotenv(looking),
  ];
  learnSecrets(outer, redactor);
  const { token = '', password = '' } = options.auth ?? {};
  for (const value of [token, password]) redactor.learn(value);
  const reading = readConfigOf(looking, outer, redactor);
  const installed = await findRelease(options, target.home, reading.record);
  const version = resolveVersion(options.openclawVersion, reading.record, installed);
  const { generation } = knowledgeOf(version.judged);
  const run: Collecting = { ...looking, generation };
  const loaded = reading.as(await dialectOf(generation));
  if (loaded.failure) run.skip({ part: 'config', subject: target.configPath, ...loaded.failure });
  const { tree } = loaded.snapshot;
  const settings = settingsOf(tree, (...route) => {
    const text = loaded.rawString(...route);
    // A credential that ended up where a path belongs is no path, and must not become one here.
    return text !== undefined && redactor.text(text) === text ? text : undefined;
  });

  // Its threads start while the rest is looked at.
  const scan = await startScan(options, generation);

  const files = await collect(deadline, async () => {
    const found = gatherFiles(run, settings, loaded.includePaths);
    if (platform !== 'win32') return found;
    const { withAcls } = await import('./windows-access.ts');
    return withAcls(run, env, found);
  });
  const stored = await gatherStoredState(run, version, redactor);
  const installs = stored.installRecords.status === 'ok' ? stored.installRecords.value : undefined;
  const secretFiles = await collect(deadline, () =>
    gatherSecretFiles(run, tree, settings, redactor),
  );
  const linkedAccounts = await collect(deadline, () => gatherLinkedAccounts(run, settings));
  const plugins = await collect(deadline, () => gatherPlugins(run, settings, installs, redactor));
  const hookPackages = await collect(deadline, () => gatherHookPackages(run, settings, installs));
  const suppressions = await collect(deadline, () => gatherSuppressions(run, redactor));
  const mcpRegistry = await collect(deadline, () => gatherMcpRegistry(run));
  const bindTargets = await collect(deadline, () => gatherBindTargets(run, settings));
  const skillLinks = await collect(deadline, () =>
    gatherSkillLinks(run, settings, scan?.list ?? listDirectory),
  );
  const transcripts = await collect(deadline, () => gatherTranscripts(run));
  const fromConfig: EnvSource = { from: 'config', read: (name) => loaded.configEnv.get(name) };
  const sources = [...outer, fromConfig];
  const gateway = await askGateway(options, async () => {
    const { gatherGateway } = await import('./gateway.ts');
    const { dryRun = false, probeMs = DEFAULT_PROBE_MS } = options;
    return gatherGateway(run, {
      ...{ loaded, settings, redactor, tool, dryRun, probeMs },
      env: (name) => firstNonBlank(sources, name),
      given: { token, password },
    });
  });
  const ways = await askWays(options, async () =>
    (await import('./ways/ways.ts')).gatherWays(run, {
      environment: env,
      tree,
      env: (name) => firstNonBlank(sources, name),
    }),
  );
  const code = await whenScanned(scan, deadline, async (scan) =>
    (await import('./code.ts')).gatherCode(run, settings, scan, {
      ...(plugins.status === 'ok' ? { plugins: plugins.value } : {}),
      ...(installed === undefined ? {} : { installation: installed.place }),
    }),
  );
  await scan?.close();
  const containers = await asked;

  return {
    format: 1,
    tool,
    takenAt: now,
    host: { platform, uid },
    target,
    version,
    ...overrideOf(options.auth, redactor),
    config: { status: 'ok', value: loaded.snapshot },
    ...(await readForUpgrade(reading, options.upgradeTo)),
    env: gatherEnv(sources, redactor),
    files,
    transcripts,
    ...stored,
    secretFiles,
    linkedAccounts,
    plugins,
    hookPackages,
    mcpRegistry,
    bindTargets,
    skillLinks,
    containers: containers.part,
    suppressions,
    ...gateway,
    ...ways,
    code,
    unmeasured: [...unmeasured, ...containers.unmeasured],
  };
}

/** What could not be measured, each thing once and not without end. */
function takeNotes(): Pick<Looking, 'skip'> & { readonly unmeasured: readonly Unmeasured[] } {
  const unmeasured: Unmeasured[] = [];
  const known = new Set<string>();
  const skip = (entry: Unmeasured) => {
    // Two parts of the same collector may come across the same file.
    const key = JSON.stringify([entry.part, entry.reason, entry.subject, entry.detail]);
    if (known.has(key) || known.size > MAX_UNMEASURED) return;
    known.add(key);
    if (unmeasured.length < MAX_UNMEASURED) unmeasured.push(entry);
    else unmeasured.push({ part: entry.part, reason: 'too_many' });
  };
  return { skip, unmeasured };
}

function overrideOf(
  given: GivenAuth | undefined,
  redactor: Redactor,
): Pick<Snapshot, 'authOverride'> {
  if (given?.mode === undefined) return {};
  const { mode, token, password } = given;
  const secret = (value: string | undefined) =>
    value?.trim() ? redactor.secret(value, 'literal') : undefined;
  const [ownToken, ownPassword] = [secret(token), secret(password)];
  return {
    authOverride: {
      mode,
      ...(ownToken && { token: ownToken }),
      ...(ownPassword && { password: ownPassword }),
    },
  };
}

interface Containers {
  readonly part: Snapshot['containers'];
  readonly unmeasured: readonly Unmeasured[];
}

async function startContainers({ env, platform, deadline }: GatherOptions): Promise<Containers> {
  let unmeasured: readonly Unmeasured[] = [];
  const part = await collect(deadline, async () => {
    const found = await gatherContainers({ env, platform, deadline });
    unmeasured = found.unmeasured;
    return found.part;
  });
  return { part, unmeasured };
}
