import type { Redactor } from '../config/redact.ts';
import type { SecretFileOutcome } from '../config/secret-refs.ts';
import { type ConfigValue, child, isObject } from '../config/tree.ts';
import type { Route } from '../document/route.ts';
import { expandTilde } from '../locate/home.ts';
import { type Collecting, type Looking, outOfTime } from './collect.ts';
import { inspect } from './fact.ts';
import type { Part } from './part.ts';
import { MAX_SECRET_BYTES, readFileBounded } from './read-file.ts';
import { pathOf, type Settings } from './settings.ts';
import type { SecretFile } from './snapshot.ts';

const PART = 'secretFiles';
const MAX_FILES = 500;
const MAX_DEPTH = 16;

/** The files that settings of `channels` and `gateway` name as the place of a secret: `tokenFile` and such. */
export function gatherSecretFiles(
  run: Collecting,
  tree: ConfigValue,
  settings: Settings,
  redactor: Redactor,
): Part<readonly SecretFile[]> {
  const written = new Set<string>();
  for (const section of ['channels', 'gateway'])
    for (const route of fileRoutes(child(tree, section), [section])) {
      const path = settings.text(...route);
      if (path !== undefined) written.add(path);
    }
  const files: SecretFile[] = [];
  for (const path of written) {
    if (outOfTime(run, PART, path)) break;
    if (files.length === MAX_FILES) {
      run.skip({ part: PART, reason: 'too_many', detail: `more than ${MAX_FILES}` });
      break;
    }
    // As the config has it: that is how whoever reads a setting finds the file again.
    files.push({ path: expandTilde(path, run.target.home), ...readSecret(run, path, redactor) });
  }
  return { status: 'ok', value: files };
}

function fileRoutes(value: ConfigValue | undefined, route: Route): readonly Route[] {
  if (!isObject(value) || route.length > MAX_DEPTH) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...route, key];
    return typeof inner === 'string' && key.endsWith('File') ? [at] : fileRoutes(inner, at);
  });
}

function readSecret(
  run: Collecting,
  path: string,
  redactor: Redactor,
): Pick<SecretFile, 'state' | 'secret'> {
  const read = readFileBounded(pathOf(path, run.target), MAX_SECRET_BYTES);
  if (read.status === 'missing') return { state: 'missing' };
  if (read.status === 'failed') {
    run.skip({ part: PART, reason: read.reason, subject: path, detail: read.detail });
    return { state: 'unreadable' };
  }
  const secret = redactor.secret(new TextDecoder('utf-8').decode(read.bytes), 'literal');
  return secret.$secret.length === 0 ? { state: 'blank' } : { state: 'present', secret };
}

/** The file of a secret provider. Like OpenClaw, it reads no links and none that others can get at. */
export function readSecretFile(run: Looking, path: string, limit: number): SecretFileOutcome {
  const place = pathOf(path, run.target);
  if (outOfTime(run, PART, path)) return { status: 'failed', reason: 'unreadable' };
  const seen = inspect(place);
  if (seen.status === 'missing') return { status: 'missing' };
  if (seen.status === 'ok' && seen.fact.kind === 'symlink')
    return { status: 'failed', reason: 'symlink' };
  if (seen.status === 'ok' && run.platform !== 'win32' && (seen.fact.mode & 0o077) !== 0)
    return { status: 'failed', reason: 'exposed' };
  const read = readFileBounded(place, limit);
  if (read.status !== 'failed') return read;
  return { status: 'failed', reason: read.reason === 'too_large' ? 'too_large' : 'unreadable' };
}
