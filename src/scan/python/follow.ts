import type { Spot, Step } from '../finding.ts';
import type { Flow, Sink, Source } from '../flow/flow.ts';
import { sinkAt, sourceAt } from '../knowledge/paths.ts';
import { isSecretName } from '../knowledge/variables.ts';
import { callsIn, definedIn, type Fn, type Taint } from './functions.ts';
import type { Line } from './lines.ts';

const MAX_TAINTS = 8;
const MAX_STEPS = 10;
const MAX_FUNCTIONS = 2000;
const NAME = /[A-Za-z_]\w{0,80}/g;
const ASSIGNED =
  /^\s*(?:with\s[^\n]{1,300}?\sas\s+([A-Za-z_]\w{0,80})\s*:|for\s+([A-Za-z_]\w{0,80})[^\n]{0,60}?\sin\s|([A-Za-z_]\w{0,80})(?:\s*:\s*[\w.[\], ]{1,60})?\s*\+?=(?!=)|([A-Za-z_]\w{0,80})(?:\.(?:append|update|extend)\(|\[[^\]\n]{1,80}\]\s*=(?!=)))/;
const STRING = /["']([^"'\\\n]{1,500})["']/g;
const TRANSFORMS: readonly (readonly [RegExp, string])[] = [
  [/\bb(?:64|32|85)(?:en|de)code\b|\bbase64\./, 'base64'],
  [/\bhexlify|\bfromhex\b|\.hex\(/, 'hex'],
  [/\bzlib\.|\bgzip\.|\bbz2\.|\blzma\./, 'gzip'],
  [/\[::-1\]/, 'reverse'],
  [/\bchr\([^)\n]{0,60}\^|\bord\([^)\n]{0,60}\^/, 'xor'],
];
const SENDING =
  /\b(requests\.(?:post|put|get|patch|request)|httpx\.(?:post|put|get)|urllib\.request\.(?:urlopen|Request)|urlopen|(?:session|client|s|sess)\.(?:post|put)|(?:sock|s|sk|conn|client)\.(?:send|sendall|sendto)|smtplib\.SMTP|ftplib\.FTP)\s*\(/;
const RUNNING =
  /(?<![\w.])(exec|eval)\s*\(|\b(os\.system|os\.popen|subprocess\.(?:run|call|Popen|check_output|getoutput)|marshal\.loads|pickle\.loads)\s*\(/;
const REMOTE = /\b(?:requests|httpx)\.get\s*\(|\burlopen\s*\(|\burllib\.request\.urlretrieve\s*\(/;
const WRITING = /\bopen\s*\([^\n]{1,300}["'][wa]b?\+?["']|\.write_text\s*\(|\.write\s*\(/;

/** Looks at the file: once to learn what functions get and give, and again until the last tells. */
const ROUNDS = 4;

/**
 * Follows values from statement to statement, in the order they are written, and into and out of the
 * functions of the file: parameters, results, attributes of `self`. The first rounds only learn.
 */
export function* followLines(
  lines: readonly Line[],
  place: (at: number) => Spot,
  snippet: (at: number) => string,
): Generator<Flow> {
  // An attribute is followed like a name of the file.
  const plain = lines.map(({ text, at }) => ({
    text: text.replaceAll(/\bself\.(?!\w+\s*\()/g, 'self_'),
    at,
  }));
  const functions = new Map<string, Fn>();
  for (const line of plain) {
    const fn = definedIn(line);
    if (fn && functions.size < MAX_FUNCTIONS && !functions.has(fn.name)) functions.set(fn.name, fn);
  }
  const rounds = functions.size === 0 ? 1 : ROUNDS;
  const whole: Known = { variables: new Map(), addresses: new Map() };
  for (let round = 1; round <= rounds; round++)
    for (const flow of lookOver(plain, functions, whole, place, snippet))
      if (round === rounds) yield flow;
}

interface Known {
  readonly variables: Map<string, readonly Taint[]>;
  readonly addresses: Map<string, string>;
}

/** What a statement in a function sees: its own names before those of the file. */
function known(fn: Fn, whole: Known): Known {
  return {
    variables: new Map([...whole.variables, ...fn.given]),
    addresses: new Map([...whole.addresses, ...fn.addresses]),
  };
}

function* lookOver(
  lines: readonly Line[],
  functions: ReadonlyMap<string, Fn>,
  whole: Known,
  place: (at: number) => Spot,
  snippet: (at: number) => string,
): Generator<Flow> {
  let inside: Fn | undefined;
  let { variables, addresses } = whole;
  for (const line of lines) {
    const { text, at } = line;
    const begun = definedIn(line);
    const indent = /^\n*([ \t]*)/.exec(text)?.[1]?.length ?? 0;
    if (begun) inside = functions.get(begun.name);
    else if (inside && indent <= inside.indent) inside = undefined;
    if (begun || !inside) ({ variables, addresses } = inside ? known(inside, whole) : whole);
    if (begun) continue;
    const spot = place(at);
    const step = (what: string): Step => ({ ...spot, what });
    const transforms = TRANSFORMS.filter(([pattern]) => pattern.test(text)).map(([, name]) => name);
    const calls = callsIn(text, functions);
    const passOn = (list: readonly Taint[]) =>
      list.map((it) => ({ ...it, steps: [...it.steps, step('call')].slice(-MAX_STEPS) }));
    const given = calls.flatMap(({ fn }) => passOn(fn.returns));
    const taints = [...sourcesIn(text, step, transforms), ...usedIn(text, variables), ...given]
      .slice(0, MAX_TAINTS)
      .map((taint) => ({
        ...taint,
        transforms: [...new Set([...taint.transforms, ...transforms])],
      }));
    const address = addressIn(text, addresses);
    const emit = (sink: Sink): Flow[] =>
      taints.map(({ source, transforms: how, steps }) => ({
        ...spot,
        source,
        transforms: how,
        sink,
        steps: [...steps, step(sink.call)].slice(-MAX_STEPS),
        snippet: snippet(at),
      }));
    const bare = withoutTexts(text);
    const sending = SENDING.exec(bare);
    // A key in a header is how a key is used.
    const login = /\bheaders\s*=|\bauth\s*=/.test(text);
    if (sending?.[1] !== undefined)
      for (const flow of emit({ kind: 'network', call: sending[1], detail: address ?? '*' }))
        if (flow.source.kind !== 'remote' && !(login && flow.source.kind === 'secret-variable'))
          yield flow;
    const running = RUNNING.exec(bare);
    if (running)
      for (const flow of emit({
        kind: running[1] ? 'code' : 'shell',
        call: running[1] ?? running[2] ?? 'exec',
        detail: '*',
      }))
        if (flow.source.kind === 'remote' || flow.source.kind === 'decoded-constant') yield flow;
    if (WRITING.test(text) && /\bopen\s*\(|\.write/.test(bare)) {
      const target = [...text.matchAll(STRING)]
        .map((it) => it[1] ?? '')
        .find((it) => sinkAt(it) !== 'file');
      if (target !== undefined)
        for (const flow of emit({ kind: sinkAt(target), call: 'open', detail: target }))
          if (flow.source.kind === 'remote' || flow.source.kind === 'decoded-constant') yield flow;
    }
    for (const { fn, filled } of calls)
      for (const [parameter, argument] of filled) {
        const passed = passOn([
          ...sourcesIn(argument, step, transforms),
          ...usedIn(argument, variables),
          ...callsIn(argument, functions).flatMap((inner) => inner.fn.returns),
        ]).slice(0, MAX_TAINTS);
        if (passed.length > 0) fn.given.set(parameter, passed);
        const where = addressIn(argument, addresses);
        if (where !== undefined) fn.addresses.set(parameter, where);
      }
    if (inside && taints.length > 0 && /^\s*(?:return|yield)\b/.test(text)) inside.returns = taints;
    const assigned = ASSIGNED.exec(text);
    const name = assigned?.[1] ?? assigned?.[2] ?? assigned?.[3] ?? assigned?.[4];
    if (name === undefined) continue;
    const own = name.startsWith('self_') ? whole : { variables, addresses };
    if (taints.length > 0) {
      variables.set(name, taints);
      own.variables.set(name, taints);
    } else if (assigned?.[3] !== undefined && !text.includes('+=') && own.variables === variables)
      variables.delete(name);
    if (address !== undefined) addresses.set(name, address);
  }
}

function sourcesIn(
  text: string,
  step: (what: string) => Step,
  transforms: readonly string[],
): readonly Taint[] {
  const found: Taint[] = [];
  const bare = withoutTexts(text);
  const add = (source: Source, what: string) =>
    found.push({ source, transforms: [], steps: [step(what)] });
  if (
    /\bos\.environ\b(?!\s*(?:\[|\.get\b|\.setdefault\b|\.pop\b))(?![^\n]{0,20}\bin\b)/.test(bare) &&
    !/\benv\s*=|\bin\s+os\.environ\b(?!\.items)/.test(bare)
  )
    add({ kind: 'environment', detail: 'os.environ' }, 'os.environ');
  for (const match of text.matchAll(
    /\b(?:os\.environ(?:\.get)?|os\.getenv|getenv)\s*[[(]\s*["'](\w{1,80})["']/g,
  )) {
    const [, name = ''] = match;
    if (isSecretName(name)) add({ kind: 'secret-variable', detail: name }, name);
  }
  if (
    /\bopen\s*\(|\.read_text\s*\(|\.read_bytes\s*\(|\bexpanduser\s*\(|\bPath\s*\(|\bPath\.home\b|\bglob\b|\bcopy/.test(
      text,
    )
  ) {
    const pieces = [...text.matchAll(STRING)].map((it) => it[1] ?? '');
    for (const path of [...pieces, pieces.join('/')]) {
      const kind = sourceAt(path);
      if (kind !== 'file' && !found.some(({ source }) => source.kind === kind))
        add({ kind, detail: path }, path);
    }
  }
  if (/\bpyperclip\.paste\b|["']pbpaste["']/.test(text))
    add({ kind: 'clipboard', detail: 'clipboard' }, 'clipboard');
  if (REMOTE.test(bare))
    add({ kind: 'remote', detail: addressIn(text, new Map()) ?? '*' }, 'fetch');
  const decodes = /\b(?:b64decode|fromhex|unhexlify|decompress|b85decode|b32decode)\b/.test(text);
  if (decodes && transforms.length > 0 && /["'][A-Za-z\d+/=\\x_-]{16,}/.test(text))
    add({ kind: 'decoded-constant', detail: '' }, 'decode');
  return found;
}

function usedIn(text: string, variables: ReadonlyMap<string, readonly Taint[]>): readonly Taint[] {
  if (variables.size === 0) return [];
  const right = text
    .replace(/^\s*[A-Za-z_]\w{0,80}\s*=(?!=)/, '')
    .replaceAll(/(?<!f)(["'])(?:[^"'\\\n]|\\.){0,500}\1/g, ' ');
  const found = new Set<Taint>();
  for (const [name] of right.matchAll(NAME))
    for (const taint of variables.get(name) ?? []) found.add(taint);
  return [...found];
}

/** A statement with its texts emptied: what stands in a text is not called. */
export function withoutTexts(text: string): string {
  return text
    .replaceAll(/("""|''')(?:(?!\1)[\s\S]){0,6000}\1/g, '""')
    .replaceAll(/(["'])(?:(?!\1)[^\\\n]|\\.){0,2000}\1/g, '""');
}

/** The address in a statement, or that of a name in it. */
function addressIn(text: string, addresses: ReadonlyMap<string, string>): string | undefined {
  const plain =
    /["'](https?:\/\/[^"'\s]{4,300})["']/.exec(text)?.[1] ??
    /\(\s*\(\s*["']([\w.-]{4,200})["']\s*,\s*\d/.exec(text)?.[1];
  if (plain !== undefined) return plain;
  for (const [name] of text.matchAll(NAME)) {
    const known = addresses.get(name);
    if (known !== undefined) return known;
  }
  return undefined;
}
