import type { Range } from '../document/parse.ts';

/** Shapes of credentials that are known by sight. Bounded quantifiers keep hostile text cheap. */
const FORMATS = new RegExp(
  [
    String.raw`-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*`,
    String.raw`\b(?:sk|rk|pk|whsec|sess)[-_](?:live_|test_|ant-|proj-|or-|admin-)?[A-Za-z0-9_-]{16,300}`,
    String.raw`\bgh[pousr]_[A-Za-z0-9]{16,255}`,
    String.raw`\bgithub_pat_\w{16,255}`,
    String.raw`\bxox[a-z](?:\.xox[a-z])?-[A-Za-z0-9-]{8,255}`,
    String.raw`\bxapp-[A-Za-z0-9-]{8,255}`,
    String.raw`\b(?:AKIA|ASIA|AROA)[0-9A-Z]{16}\b`,
    String.raw`\bAIza[\w-]{30,60}`,
    String.raw`\bya29\.[\w-]{20,300}`,
    String.raw`\beyJ[\w-]{8,2000}\.[\w-]{4,4000}(?:\.[\w-]{0,2000})?`,
    String.raw`(?<!\d)\d{6,20}:[\w-]{30,80}`,
    String.raw`\b[A-Za-z0-9_-]{23,28}\.[\w-]{6,7}\.[\w-]{27,45}`,
    String.raw`\bSG\.[\w-]{16,64}\.[\w-]{16,64}`,
    String.raw`\b(?:npm|hf|gsk|r8|shpat|shpss|syt|pat|lin_api|dop_v1|nfp|sntrys|tskey|tfp|vercel|fo1)_[A-Za-z0-9_]{16,255}`,
    String.raw`\b(?:glpat|pplx|tvly|xai|nvapi|pypi|tskey-auth|tskey-api|AGE-SECRET-KEY)-[A-Za-z0-9_-]{16,255}`,
    String.raw`\bnsec1[0-9a-z]{20,90}`,
    String.raw`\boauth:[a-z0-9]{20,60}`,
    String.raw`\b(?:Bearer|Basic)\s{1,4}[\w.~+/=-]{8,2000}`,
  ].join('|'),
  'g',
);

/** No known format is shorter. */
const MIN_CREDENTIAL = 13;
/** Every format has a run of this length or one of these words; spares harmless text the search. */
const MAY_HOLD_ONE = /[\w-]{16}|xox|xapp|eyJ|oauth:|Bearer|Basic|PRIVATE/;

/** Where known credential formats stand in a text. */
export function findCredentials(text: string): readonly Range[] {
  if (text.length < MIN_CREDENTIAL || !MAY_HOLD_ONE.test(text)) return [];
  return Array.from(text.matchAll(FORMATS), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const MIN_RANDOM = 24;
const MIN_HEX = 32;

function bitsPerCharacter(run: string): number {
  const counts = new Map<string, number>();
  for (const char of run) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    bits -= (count / run.length) * Math.log2(count / run.length);
  }
  return bits;
}

function looksRandom(run: string): boolean {
  if (run.length >= MIN_HEX && /^[0-9a-f]+$/i.test(run))
    return /\d/.test(run) && /[a-f]/i.test(run);
  if (!/\d/.test(run) || !/[a-z]/i.test(run)) return false;
  const mixed = /[a-z]/.test(run) && /[A-Z]/.test(run);
  const spread = bitsPerCharacter(run);
  // Words and version numbers joined by hyphens stay below this; keys in one case are longer.
  return mixed ? spread >= 3.6 : run.length >= MIN_HEX && !/[-_]/.test(run) && spread >= 3.8;
}

/** Where long random-looking runs stand in a text. */
export function findRandomRuns(text: string): readonly Range[] {
  const found: Range[] = [];
  if (text.length < MIN_RANDOM) return found;
  for (const match of text.matchAll(/[A-Za-z0-9_+=-]+/g)) {
    if (match[0].length >= MIN_RANDOM && looksRandom(match[0])) {
      found.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}

const DUMMIES = new Set(
  (
    'changeme change-me change_me changethis change-this password passw0rd p@ssw0rd password1 password123 ' +
    'secret secrets mysecret my-secret topsecret supersecret token mytoken my-token test testing test123 ' +
    'testtoken test-token example sample demo default admin administrator root user guest letmein welcome ' +
    'qwerty abc123 123456 12345678 123456789 1234567890 openclaw clawdbot moltbot gateway replace-me ' +
    'replaceme your-token-here your-token your_token yourtoken your-password your-secret dummy foobar todo none null'
  ).split(' '),
);

/** Whether every character is the same or the value is one of the dummies everybody tries first. */
export function isWeak(value: string): boolean {
  if (value === '') return false;
  const first = String.fromCodePoint(value.codePointAt(0) ?? 0);
  return DUMMIES.has(value.toLowerCase()) || first.repeat(value.length / first.length) === value;
}

const FILLER =
  /^(?:<[^<>]*>|\$\{[^{}]*\}|\{\{[^{}]*\}\}|(?:[a-z0-9]{1,8}[-_]){0,3}(?:x{3,}|\.{3,}|\*{3,}|…)|__?redacted_?_?|(?:your|my|replace|insert|enter|paste|put|add)[-_ ](?:[a-z0-9]{1,20}[-_ ]){0,6}(?:token|key|secret|password|here|me|it|this|value)|todo|tbd)$/;

/** Whether a value only marks where the real one belongs. */
export function isFiller(value: string): boolean {
  return value.length <= 120 && FILLER.test(value.toLowerCase());
}
