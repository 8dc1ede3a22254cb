import knowledge from '../../data/models.json' with { type: 'json' };

/** Names are written by people; longer ones than this are not worth reading. */
const MAX_NAME = 256;

const isWordCharacter = (text: string | undefined) => text !== undefined && /\w/.test(text);
const isLetter = (text: string | undefined) => text !== undefined && /[a-z]/.test(text);
const normal = (id: string) => id.slice(0, MAX_NAME).toLowerCase();

/** Where `part` stands as words of their own; -1 when it does not. */
function indexOfWord(text: string, part: string): number {
  for (let from = text.indexOf(part); from >= 0; from = text.indexOf(part, from + 1)) {
    if (!isWordCharacter(text[from - 1]) && !isWordCharacter(text[from + part.length])) return from;
  }
  return -1;
}

/** The family of models that vendors have retired, if the name is of one. */
export function legacyFamily(id: string): string | undefined {
  const text = normal(id);
  return knowledge.legacy.find(({ prefixes }) => prefixes.some((p) => indexOfWord(text, p) >= 0))
    ?.family;
}

/** As OpenClaw's audit decides, which does not know Gemini nor Azure's spelling. */
export function legacyFamilyByReference(id: string): string | undefined {
  const text = normal(id);
  if (/\bgpt-3\.5\b/.test(text)) return 'GPT-3.5';
  if (/\bclaude-(instant|2)\b/.test(text)) return 'Claude 2';
  return /\bgpt-4-(0314|0613)\b/.test(text) ? 'GPT-4 snapshots of 2023' : undefined;
}

/** `-4-5`, `3.7`, `4o`: the first version number of a name; dates and sizes are none. */
function versionIn(text: string): readonly [major: number, minor: number] | undefined {
  let major: number | undefined;
  for (const word of text.split(/[^a-z0-9]+/)) {
    const digits = /^v?(\d{1,2})(?!\d|b$)/.exec(word)?.[1];
    if (digits === undefined) {
      if (major !== undefined) break;
      continue;
    }
    if (major !== undefined) return [major, word === digits ? Number(digits) : 0];
    major = Number(digits);
  }
  return major === undefined ? undefined : [major, 0];
}

/** The version of a model of this line, such as 4.1 for `claude-opus-4-1`; undefined when unknown. */
function versionOf(text: string, stem: string): readonly [number, number] | undefined {
  for (let from = text.indexOf(stem); from >= 0; from = text.indexOf(stem, from + 1)) {
    const before = text[from - 1];
    const isStart = !isLetter(before) || text.slice(0, from).endsWith('chat');
    const rest = text.slice(from + stem.length).split(/[\s/:@]/, 1)[0] ?? '';
    if (!isStart || isLetter(rest[0])) continue;
    // "gpt-oss-20b" is of another line than "gpt-4": GPT's number follows at once, Claude's need not.
    if (stem === 'gpt' && !/^-?\d/.test(rest)) continue;
    return versionIn(rest);
  }
  return undefined;
}

/** Why a model is easier to talk into things than today's best; empty for unknown names. */
export function weaknesses(id: string): readonly string[] {
  const text = normal(id);
  const reasons = knowledge.smallTiers.filter((tier) => indexOfWord(text, tier) >= 0);
  const family = legacyFamily(id);
  for (const { name, stem, major, minor } of knowledge.generations) {
    const version = versionOf(text, stem);
    if (version && (version[0] < major || (version[0] === major && version[1] < minor))) {
      reasons.push(`< ${name}`);
    }
  }
  if (reasons.length === 0 && family !== undefined) reasons.push(family);
  return reasons;
}

/** As OpenClaw's audit decides: everything named GPT or Claude that it does not recognise is weak. */
export function weaknessesByReference(id: string): readonly string[] {
  const text = normal(id);
  const reasons: string[] = [];
  if (/\bhaiku\b/.test(text)) reasons.push('haiku');
  if (/\bgpt-/.test(text) && !/\bgpt-5(\b|[.-])/.test(text)) reasons.push('< GPT-5');
  if (/\bclaude-/.test(text) && !isClaude45ByReference(text)) reasons.push('< Claude 4.5');
  return reasons;
}

function isClaude45ByReference(text: string): boolean {
  // Names may hold several "claude-"; trying each segment once keeps this linear.
  return text.split(/[\s/]/).some((segment) => {
    const from = segment.search(/\bclaude-/);
    const rest = from < 0 ? '' : segment.slice(from + 'claude-'.length);
    return /-4-?([5-9]|[1-9]\d)\b|4\.([5-9]|[1-9]\d)\b|-[5-9](\b|[.-])/.test(rest);
  });
}

function largest(numbers: Iterable<number>): number | undefined {
  let best: number | undefined;
  for (const n of numbers) if (n > 0 && n > (best ?? 0)) best = n;
  return best;
}

/** Billions of parameters as the name tells: `8x7b` is 56, `1t` is 1000, `235b-a22b` is 235. */
export function parameterBillions(id: string): number | undefined {
  const sizes: number[] = [];
  for (const word of normal(id).split(/[^a-z0-9.]+/)) {
    const found = /(?:^|\.)[a-z]*(?:(\d{1,3})x)?(\d{1,5}(?:\.\d{1,3})?)([bt])$/.exec(word);
    if (found) sizes.push(Number(found[1] ?? 1) * Number(found[2]) * (found[3] === 't' ? 1000 : 1));
  }
  return largest(sizes);
}

/** As OpenClaw's audit reads it: one letter at most before the number, `b` only. */
export function parameterBillionsByReference(id: string): number | undefined {
  const sizes = normal(id).matchAll(/(?<![a-z0-9])[a-z]?(\d{1,9}(?:\.\d{1,9})?)b(?![a-z0-9])/g);
  return largest([...sizes].map((found) => Number(found[1])));
}

/** Whether a model of that size counts as small. */
export function isSmall(billions: number | undefined): billions is number {
  return billions !== undefined && billions <= knowledge.smallParametersLimit;
}
