import { knowledgeOf } from '../../config/known-releases.ts';
import { directoryOf, isInside, resolveFrom } from '../../config/paths.ts';
import type { Snapshot } from '../../gather/snapshot.ts';
import type { Posture } from '../posture.ts';
import type { AccessRepair, RepairKind } from './repairs.ts';

type Parts = Pick<Posture, 'agents' | 'files' | 'snapshot'>;
type Options = Partial<Pick<AccessRepair, 'each' | 'byReference'>>;

const DATABASE = ['', '-wal', '-shm', '-journal'];

/** The files and directories that OpenClaw's own `--fix` closes, in its order, and a few of their kind. */
export function accessRepairs({ agents, files, snapshot }: Parts): readonly AccessRepair[] {
  const { stateDir, configPath, credentialsDir } = snapshot.target;
  const databases = knowledgeOf(snapshot.version.judged).generation === '2026.9';
  const found: AccessRepair[] = [];
  const add =
    (type: AccessRepair['type']) =>
    (kind: RepairKind, root: string, below: readonly string[], options: Options = {}) => {
      found.push({ kind, root, below, type, byReference: true, ...options });
    };
  const file = add('file');
  const directory = add('directory');

  directory('state_dir', stateDir, []);
  const configDir = directoryOf(configPath);
  file('config', configDir, stepsBelow(configDir, configPath));
  for (const { path } of files.of('include'))
    if (isInside(configDir, path)) file('include', configDir, stepsBelow(configDir, path));
  const inState = isInside(stateDir, credentialsDir);
  const root = inState ? stateDir : credentialsDir;
  const below = inState ? stepsBelow(stateDir, credentialsDir) : [];
  directory('credentials', root, below);
  directory('credentials', root, below, { each: '.json' });

  const listed = new Set([...(databases ? ['main'] : []), ...agents.ids]);
  const agent = (name: string, byReference: boolean) => {
    const kind = (own: RepairKind): RepairKind => (byReference ? own : 'unlisted_agent');
    const at = (...names: readonly string[]) => ['agents', name, ...names];
    directory(kind('transcripts'), stateDir, at(), { byReference });
    directory(kind('auth_profiles'), stateDir, at('agent'), { byReference });
    for (const suffix of databases ? DATABASE : [])
      file(kind('auth_profiles'), stateDir, at('agent', `openclaw-agent.sqlite${suffix}`), {
        byReference,
      });
    file(kind('auth_profiles'), stateDir, at('agent', 'auth-profiles.json'), { byReference });
    directory(kind('transcripts'), stateDir, at('sessions'), { byReference });
    file(kind('sessions_store'), stateDir, at('sessions', 'sessions.json'), { byReference });
    directory('transcripts', stateDir, at('sessions'), { each: '.jsonl', byReference });
  };
  for (const name of listed) agent(name, true);
  for (const name of agentsOnDisk(snapshot)) if (!listed.has(name)) agent(name, false);

  if (databases) {
    directory('state_database', stateDir, ['state'], { byReference: false });
    for (const suffix of DATABASE)
      file('state_database', stateDir, ['state', `openclaw.sqlite${suffix}`], {
        byReference: false,
      });
  }
  return found;
}

function stepsBelow(directory: string, path: string): readonly string[] {
  const from = resolveFrom(directory, '.');
  return resolveFrom(directory, path)
    .slice(from.length)
    .split(/[\\/]+/)
    .filter(Boolean);
}

/** Names of the directories below `agents` that hold something private, the config's agents or not. */
function agentsOnDisk({ target, files, transcripts }: Snapshot): ReadonlySet<string> {
  const paths = [
    ...(files.status === 'ok'
      ? files.value.filter(({ role }) => role === 'unlisted_agent_file').map(({ path }) => path)
      : []),
    ...(transcripts.status === 'ok' ? transcripts.value.map(({ path }) => path) : []),
  ];
  const names = paths.map((path) => stepsBelow(target.stateDir, path));
  return new Set(names.flatMap(([first, name]) => (first === 'agents' && name ? [name] : [])));
}
