import { parseRelease } from '../config/release.ts';
import { runQuery } from './child.ts';
import type { Deadline } from './deadline.ts';
import { canOnlyFail, type DockerHost, findDocker } from './docker-command.ts';
import type { InstalledRelease } from './installed-release.ts';

const QUERY_MS = 3000;
const MAX_BYTES = 64 * 1024;
// A tab, not `\t`: docker takes the format as it is.
const LIST = [
  'ps',
  '--format',
  '{{.Image}}\t{{.Label "org.opencontainers.image.title"}}\t{{.Label "org.opencontainers.image.version"}}',
];

/** The release of a running container of OpenClaw's image, as the labels of the image say. */
export async function findImageRelease(
  host: DockerHost,
  deadline: Deadline,
): Promise<InstalledRelease | undefined> {
  const command = findDocker(host);
  if (command === undefined || canOnlyFail(command, host)) return undefined;
  const answer = await runQuery(command, LIST, {
    timeoutMs: Math.min(QUERY_MS, deadline.left()),
    maxBytes: MAX_BYTES,
    env: host.env,
  });
  if (answer.status !== 'ok' || answer.exitCode !== 0) return undefined;
  return releaseOf(answer.stdout.toString('utf8'));
}

/** The first line of an image that is called OpenClaw and names its release, by label or by tag. */
export function releaseOf(lines: string): InstalledRelease | undefined {
  for (const line of lines.split('\n')) {
    const [image = '', title = '', label = ''] = line.trim().split('\t');
    const [, name = '', tag = ''] = /^(?:.*\/)?([^/:@]+)(?::([\w.-]+))?/.exec(image) ?? [];
    if (name.toLowerCase() !== 'openclaw' && title.toLowerCase() !== 'openclaw') continue;
    const version = [label, tag].find((text) => parseRelease(text));
    if (version !== undefined) return { version, place: image.slice(0, 200) };
  }
  return undefined;
}
