import { join } from 'node:path';
import { type Collecting, property, textProperty } from './collect.ts';
import type { Part } from './part.ts';
import { MAX_JSON_BYTES, readFileBounded } from './read-file.ts';
import type { ExecApprovals } from './stored-facts.ts';

const MAX_AGENTS = 1000;
const MAX_PATTERNS = 1000;
const MAX_TEXT = 512;

type Policy = ExecApprovals['defaults'];

/** `exec-approvals.json`: which commands run without being asked about. */
export function gatherApprovals(run: Collecting): Part<ExecApprovals> {
  const path = join(run.target.stateDir, 'exec-approvals.json');
  const read = readFileBounded(path, MAX_JSON_BYTES);
  if (read.status === 'missing') return { status: 'absent' };
  if (read.status === 'failed') return { ...read, detail: `${path}: ${read.detail}` };
  return approvalsOf(run, path, new TextDecoder('utf-8').decode(read.bytes));
}

/** The approvals that a JSON text holds, wherever that is kept. */
export function approvalsOf(run: Collecting, path: string, text: string): Part<ExecApprovals> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { status: 'failed', reason: 'malformed', detail: path };
  }
  const agents = property(content, 'agents');
  const ids = typeof agents === 'object' && agents !== null ? Object.keys(agents) : [];
  if (ids.length > MAX_AGENTS)
    run.skip({
      part: 'approvals',
      reason: 'too_many',
      subject: path,
      detail: `more than ${MAX_AGENTS}`,
    });
  return {
    status: 'ok',
    value: {
      path,
      defaults: policyOf(property(content, 'defaults')),
      agents: Object.fromEntries(
        ids.slice(0, MAX_AGENTS).map((id) => {
          const entry = property(agents, id);
          return [id, { ...policyOf(entry), allowlist: patternsOf(property(entry, 'allowlist')) }];
        }),
      ),
    },
  };
}

function policyOf(value: unknown): Policy {
  const security = textProperty(value, 'security', MAX_TEXT);
  const ask = textProperty(value, 'ask', MAX_TEXT);
  const autoAllowSkills = property(value, 'autoAllowSkills');
  return {
    ...(security === undefined ? {} : { security }),
    ...(ask === undefined ? {} : { ask }),
    ...(typeof autoAllowSkills === 'boolean' ? { autoAllowSkills } : {}),
  };
}

function patternsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_PATTERNS).flatMap((entry: unknown) => {
    const pattern =
      typeof entry === 'string'
        ? entry.slice(0, MAX_TEXT)
        : textProperty(entry, 'pattern', MAX_TEXT);
    const text = pattern?.trim();
    return text ? [text] : [];
  });
}
