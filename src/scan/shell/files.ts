import { sinkAt, sourceAt } from '../knowledge/paths.ts';
import { persistence } from '../rules/flow/persistence.ts';
import type { Machine } from './machine.ts';
import { joined, tainted, type Value } from './value.ts';
import { isSetting, isStandingOrder } from './written.ts';

const MAX_FOLDER = 500;

/** What a file holds: what the script wrote to it, or what its path says. */
export function fileAt(path: Value, at: number, machine: Machine): Value {
  const written = stored(path.text, machine);
  if (written) return written;
  const kind = sourceAt(path.text);
  if (kind === 'file') return { text: '*', taints: path.taints };
  return tainted('*', { kind, detail: path.text }, machine.step(at, path.text));
}

/** What the script wrote to a file. */
export function stored(path: string, machine: Machine): Value | undefined {
  for (const name of namesOf(path, machine)) {
    const value = machine.files.get(name);
    if (value) return value;
  }
  return undefined;
}

/** Keeps what is in a file now, or is added to what is there. */
export function store(path: string, value: Value, machine: Machine, adds = false): void {
  const before = adds ? stored(path, machine) : undefined;
  const all = before ? joined([before, value], '\n') : value;
  for (const name of namesOf(path, machine)) machine.files.set(name, all);
}

/** A path as it is written and, once it is known where the script is, from there and from the root. */
function namesOf(path: string, { folder }: Machine): readonly string[] {
  const plain = path.startsWith('./') ? path.slice(2) : path;
  if (folder === '' || plain === '' || plain === '*') return [plain];
  if (!/^[/~]/.test(plain)) return [plain, `${folder}/${plain}`];
  return plain.startsWith(`${folder}/`) ? [plain, plain.slice(folder.length + 1)] : [plain];
}

/** Where the script goes; nowhere that is known when it is not written out. */
export function enter(path: string | undefined, machine: Machine): void {
  const known = path !== undefined && /^[/~]/.test(path) && path.length < MAX_FOLDER;
  machine.folder = known ? withoutSlash(path) : '';
}

/** A loop: a pattern would begin anew at each slash of a long run of them. */
export function withoutSlash(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}

interface Writing {
  readonly path: string;
  readonly value: Value;
  /** The command that writes. */
  readonly name: string;
  readonly at: number;
  /** Whether it is added to what is there. */
  readonly adds?: boolean;
}

/** Something goes to a file: what that file is for decides. */
export function write({ path, value, name, at, adds = false }: Writing, machine: Machine): void {
  store(path, value, machine, adds);
  const kind = sinkAt(path);
  if (kind === 'file') return;
  const remote = value.taints.filter(
    ({ source }) => source.kind === 'remote' || source.kind === 'decoded-constant',
  );
  const report = (message: 'starts' | 'steers') =>
    machine.report(
      persistence.found(message, { call: name, path }, machine.evidence(at), {
        severity: 'warn',
        confidence: 'likely',
      }),
    );
  if (kind === 'autostart' && remote.length > 0 && isSetting(value.text)) report('starts');
  else if (remote.length > 0) machine.flow(remote, { kind, call: name, detail: path }, at);
  else if (kind === 'agent-memory' && isStandingOrder(value.text)) report('steers');
}
