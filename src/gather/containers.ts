import { type QueryAnswer, type QueryFailure, runQuery } from './child.ts';
import { canOnlyFail, type DockerHost, findDocker } from './docker-command.ts';
import { parseLabels, parseNames, parsePorts } from './docker-output.ts';
import type { Part, Unmeasured } from './part.ts';
import type { BrowserContainer } from './reach.ts';

interface Input extends DockerHost {
  readonly deadline: { left(): number };
}

export interface GatheredContainers {
  readonly part: Part<readonly BrowserContainer[]>;
  readonly unmeasured: readonly Unmeasured[];
}

const TOTAL_MS = 3000;
/** What is left for the details at least, when the list came late (or was read late). */
const DETAILS_MS = 1000;
const MAX_CONTAINERS = 64;
const MAX_TOTAL_BYTES = 256 * 1024;
const MAX_ANSWER_BYTES = 32 * 1024;
const AT_ONCE = 4;

// A tab, not `\t`: `docker inspect` prints a backslash as it is.
const LABELS =
  '{{index .Config.Labels "openclaw.configHash"}}\t{{index .Config.Labels "openclaw.browserConfigEpoch"}}';
const LIST = ['ps', '-a', '--filter', 'label=openclaw.sandboxBrowser=1', '--format', '{{.Names}}'];

/** Asks docker for the sandbox browser containers; without a docker that answers there are none. */
export async function gatherContainers(input: Input): Promise<GatheredContainers> {
  const command = findDocker(input);
  if (command === undefined || canOnlyFail(command, input)) return absent();
  let end = Date.now() + TOTAL_MS;
  let bytes = 0;
  const ask = async (args: readonly string[], most: number): Promise<QueryAnswer> => {
    const answer = await runQuery(command, args, {
      timeoutMs: Math.min(end - Date.now(), input.deadline.left()),
      maxBytes: Math.min(most, MAX_TOTAL_BYTES - bytes),
      env: input.env,
    });
    if (answer.status === 'ok') bytes += answer.stdout.length;
    return answer;
  };

  const listed = await ask(LIST, MAX_TOTAL_BYTES);
  if (listed.status === 'failed') {
    if (listed.reason === 'failed') return absent();
    return { part: { status: 'failed', reason: listed.reason, detail: command }, unmeasured: [] };
  }
  if (listed.exitCode !== 0) return absent();

  end = Math.max(end, Date.now() + DETAILS_MS);
  const { names, refused } = parseNames(listed.stdout.toString('utf8'));
  const unmeasured: Unmeasured[] = [];
  if (refused > 0) unmeasured.push(unread('malformed', `${refused} names`));
  if (names.length > MAX_CONTAINERS)
    unmeasured.push(unread('too_many', `${names.length - MAX_CONTAINERS} more`));
  const answers = await mapAtOnce(names.slice(0, MAX_CONTAINERS), (name) => inspect(name, ask));
  return {
    part: { status: 'ok', value: answers.flatMap(({ container }) => container ?? []) },
    unmeasured: [...unmeasured, ...summarise(answers)],
  };
}

const absent = (): GatheredContainers => ({ part: { status: 'absent' }, unmeasured: [] });

function unread(reason: Unmeasured['reason'], subject: string): Unmeasured {
  return { part: 'containers', reason, subject };
}

interface Inspected {
  readonly container?: BrowserContainer;
  readonly failure?: Unmeasured;
}

/** One entry a reason: with a docker that stalls there would be as many as containers. */
function summarise(answers: readonly Inspected[]): readonly Unmeasured[] {
  const failures = answers.flatMap(({ failure }) => failure ?? []);
  const reasons = [...new Set(failures.map(({ reason }) => reason))];
  return reasons.flatMap((reason) => {
    const [first, ...others] = failures.filter((failure) => failure.reason === reason);
    if (!first) return [];
    return others.length === 0 ? first : { ...first, detail: `${others.length} more` };
  });
}

/** A container whose labels cannot be read is left out; one whose ports cannot be read has none. */
async function inspect(
  name: string,
  ask: (args: readonly string[], most: number) => Promise<QueryAnswer>,
): Promise<Inspected> {
  const labels = await ask(['inspect', '-f', LABELS, name], MAX_ANSWER_BYTES);
  const labelsFailed = failureOf(labels);
  if (labels.status === 'failed' || labelsFailed)
    return { failure: unread(labelsFailed ?? 'failed', name) };
  const ports = await ask(['port', name], MAX_ANSWER_BYTES);
  const portsFailed = failureOf(ports);
  const readable = ports.status === 'ok' && !portsFailed;
  return {
    container: {
      name,
      ...parseLabels(labels.stdout.toString('utf8')),
      published: readable ? parsePorts(ports.stdout.toString('utf8')) : [],
    },
    ...(portsFailed && { failure: unread(portsFailed, name) }),
  };
}

function failureOf(answer: QueryAnswer): QueryFailure | undefined {
  if (answer.status === 'failed') return answer.reason;
  return answer.exitCode === 0 ? undefined : 'failed';
}

async function mapAtOnce<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  return results;
}
