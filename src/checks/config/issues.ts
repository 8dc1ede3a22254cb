import { knowledgeOf } from '../../config/known-releases.ts';
import type { ConfigIssue, ConfigSnapshot } from '../../config/tree.ts';
import { formatRoute } from '../../document/route.ts';
import { MissingPart } from '../../posture/missing.ts';
import type { Place } from '../../posture/place.ts';
import type { Posture } from '../../posture/posture.ts';

type Snapshot = Pick<Posture['snapshot'], 'config' | 'target' | 'version'>;

/** So many issues of one kind are told one by one; the rest is counted. */
const SHOWN = 20;

/** What OpenClaw does with a config that it does not accept. */
export const REFUSED = {
  en: 'OpenClaw refuses a config like this: the gateway does not start, or keeps running on older settings, and its own audit prints no report. The rest of the config was judged here as if this were not written.',
  ko: 'OpenClaw는 이런 설정을 거부합니다. 게이트웨이가 시작되지 않거나 이전 설정으로 계속 실행되며, 자체 감사도 보고서를 출력하지 않습니다. 여기서는 이 부분이 없는 것으로 보고 나머지 설정을 판정했습니다.',
} as const;

interface Issues {
  readonly shown: readonly ConfigIssue[];
  /** How many more there are. */
  readonly more: number;
  /** Where the rest is to be looked for. */
  readonly rest: Place;
}

/** Issues of one code, in the order found; empty when there is no config. */
export function issuesOf(snapshot: Snapshot, code: ConfigIssue['code']): Issues {
  return limit(configOf(snapshot)?.issues.filter((issue) => issue.code === code) ?? []);
}

/**
 * Issues found by the schema of a known release.
 * @throws MissingPart when there are some, but another release reads the config.
 */
export function schemaIssuesOf(
  snapshot: Snapshot,
  code: ConfigIssue['code'],
  keep: (issue: ConfigIssue) => boolean,
): Issues {
  const config = configOf(snapshot);
  const found = config?.issues.filter((issue) => issue.code === code && keep(issue)) ?? [];
  if (found.length > 0) needKnownRelease(snapshot);
  return limit(found);
}

/**
 * What is said about single keys holds for the releases known, not for those between or to come.
 * @throws MissingPart when another release reads the config.
 */
export function needKnownRelease({ config, version }: Snapshot): void {
  const { generation, keysKnown } = knowledgeOf(version.judged);
  // A saved snapshot has what the release it was taken for has against the config.
  const read = config.status === 'ok' ? config.value.generation : generation;
  if (!keysKnown || read !== generation) throw new MissingPart('schema');
}

function configOf(snapshot: Snapshot): ConfigSnapshot | undefined {
  if (snapshot.config.status === 'failed') throw new MissingPart('config');
  return snapshot.config.status === 'ok' ? snapshot.config.value : undefined;
}

function limit(issues: readonly ConfigIssue[]): Issues {
  const file = issues[SHOWN]?.file ?? 0;
  return {
    shown: issues.slice(0, SHOWN),
    more: Math.max(0, issues.length - SHOWN),
    rest: { kind: 'source', file, route: [] },
  };
}

/** The issue's problem where it is a message of the check, else the message that always fits. */
export function messageOf<K extends string>(
  issue: ConfigIssue,
  messages: readonly K[],
  otherwise: NoInfer<K>,
): K {
  return messages.find((message) => message === issue.problem) ?? otherwise;
}

/** An argument of the issue; empty when it has none of that name. */
export function argOf(issue: ConfigIssue, name: string): string | number {
  return Object.hasOwn(issue.args, name) ? (issue.args[name] ?? '') : '';
}

/** The setting as people write it; the file's path for the file as a whole. */
export function pathOf(snapshot: Snapshot, issue: ConfigIssue): string {
  return formatRoute(issue.route) || fileOf(snapshot, issue);
}

/** The path of the file that the issue is in. */
export function fileOf(snapshot: Snapshot, issue: ConfigIssue): string {
  return configOf(snapshot)?.files[issue.file]?.path ?? snapshot.target.configPath;
}

/** The place itself, or the line and column where nothing could be read. */
export function placeOf({ file, route, line, column }: ConfigIssue): Place {
  return {
    kind: 'source',
    file,
    route,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}
