import type { RoleFact } from '../gather/file-facts.ts';
import type { SuppressionFile } from '../gather/suppression-facts.ts';
import { isObject } from './config.ts';
import type { Place } from './place.ts';
import type { Posture } from './posture.ts';
import { readSuppression, type Suppression, type SuppressionProblem } from './suppression-entry.ts';

/** Why a file is not believed. */
type Distrust = 'unknown' | 'link' | 'writable' | 'foreign' | 'directory';

/** What the operator of the audited host decided to live with. */
export interface Suppressions {
  /** Those of the config, in order, then those of the file. */
  readonly entries: readonly Suppression[];
  /** Length of `security.audit.suppressions`, whatever is in it. */
  readonly configured: number;
  readonly problems: readonly SuppressionProblem[];
  /** The file beside the config, when it is there. */
  readonly file:
    | {
        readonly path: string;
        readonly distrust: Distrust | undefined;
        readonly problem: SuppressionFile['problem'];
      }
    | undefined;
}

export function resolveSuppressions(posture: Posture): Suppressions {
  const configured = fromConfig(posture);
  const file = fromFile(posture);
  const all = [...configured, ...(file?.outcomes ?? [])];
  return {
    entries: all.flatMap((outcome) => ('suppression' in outcome ? [outcome.suppression] : [])),
    configured: configured.length,
    problems: all.flatMap((outcome) => ('problem' in outcome ? [outcome.problem] : [])),
    file: file && { path: file.path, distrust: file.distrust, problem: file.problem },
  };
}

type Outcome = ReturnType<typeof readSuppression>;

function fromConfig({ snapshot, config }: Posture): readonly Outcome[] {
  const { home } = snapshot.target;
  const route = ['security', 'audit', 'suppressions'] as const;
  return config.items(...route).map((item, i): Outcome => {
    const at = config.at(...route, i);
    if (!isObject(item)) return { problem: { problem: 'not_an_object', field: '', at } };
    const fields = Object.entries(item).map(([name, value]) => ({
      name,
      text: typeof value === 'string' ? value : undefined,
      at: config.at(...route, i, name),
    }));
    return readSuppression('config', at, fields, home);
  });
}

function fromFile(posture: Posture) {
  const { snapshot } = posture;
  // One that cannot be read is listed as not measured, and hides nothing.
  if (snapshot.suppressions?.status !== 'ok') return undefined;
  const { path, entries, problem } = snapshot.suppressions.value;
  const distrust = distrustOf(posture, path);
  const place = ({ line, column }: { line?: number; column?: number }): Place => ({
    kind: 'file',
    path,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  });
  const outcomes = entries.map((entry): Outcome => {
    const at = place(entry);
    if (!entry.fields) return { problem: { problem: 'not_an_object', field: '', at } };
    const fields = entry.fields.map((field) => ({
      name: field.name,
      text: field.text,
      at: place(field),
    }));
    return readSuppression('file', at, fields, snapshot.target.home);
  });
  // What somebody else can write must not be able to hide what he did.
  return { path, problem, distrust, outcomes: distrust === undefined ? outcomes : [] };
}

/** A file that others can write, or replace, says nothing about what its owner decided. */
function distrustOf({ snapshot, files }: Posture, path: string): Distrust | undefined {
  const fact = files.one('suppressions');
  if (fact === undefined) return 'unknown';
  if (fact.kind !== 'file') return 'link';
  if (isWritable(fact)) return 'writable';
  const owners = [0, snapshot.host.uid, files.one('config')?.uid];
  if (snapshot.host.platform !== 'win32' && !owners.includes(fact.uid)) return 'foreign';
  const above = [...files.of('state_dir'), ...files.of('parent_dir')].filter((dir) =>
    path.startsWith(dir.path.replace(/[\\/]?$/, path.includes('\\') ? '\\' : '/')),
  );
  return above.some((dir) => isWritable(dir) && dir.sticky !== true) ? 'directory' : undefined;
}

const isWritable = ({ access }: RoleFact) => access.groupWrite || access.worldWrite;
