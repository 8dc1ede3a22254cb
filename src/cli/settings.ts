import type { Severity } from '../checks/define.ts';
import { parseRelease } from '../config/release.ts';
import type { GivenAuth } from '../gather/gather-options.ts';
import { isLang, LANGUAGES, type Lang } from '../text/language.ts';
import { nearest } from '../text/nearest.ts';
import type { Typed } from './argv.ts';
import { UsageError } from './errors.ts';
import type { OptionName } from './options.ts';

/** What `audit` was asked to do, every value checked. */
export interface AuditSettings {
  readonly stateDir?: string;
  readonly config?: string;
  readonly profile?: string;
  readonly fromSnapshot?: string;
  readonly saveSnapshot?: string;
  readonly openclawVersion?: string;
  /** The release to compare with. */
  readonly upgradeTo?: string;
  /** A list of advisories to use instead of the one that came along. */
  readonly advisories?: string;
  /** `--auth`, `--token`, `--password`. */
  readonly auth?: GivenAuth;
  readonly deep: boolean;
  readonly failOn?: Severity;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly compat: boolean;
  readonly requireComplete: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly deadline: number;
  /** Seconds for the first conversation with the gateway. */
  readonly timeout?: number;
  /** Only show what would be sent or changed. */
  readonly dryRun: boolean;
  /** Change what can safely be changed; `plan` only says what. */
  readonly fix: 'no' | 'plan' | 'ask' | 'yes';
}

/** What `scan` was asked to do. */
export interface ScanSettings {
  readonly accept: readonly string[];
  readonly indicators: boolean;
  readonly cache: boolean;
  readonly failOn?: Severity;
  readonly requireComplete: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
}

const SEVERITIES: readonly Severity[] = ['critical', 'warn', 'info'];
const DEFAULT_DEADLINE = '30';
const PROFILE_NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/i;
const VERSION = /^v?(\d{4}\.\d{1,2}(?:\.\d{1,3})?(?:-[\w.]{1,32})?)$/;
const SECONDS = /^\d{1,5}(?:\.\d{1,3})?$/;

/** These say where to look, and a snapshot has been looked at already. */
const LIVE_ONLY: readonly OptionName[] = [
  'state-dir',
  'config',
  'profile',
  'dev',
  'deep',
  'save-snapshot',
  'auth',
  'token',
  'password',
  'fix',
];

/** @throws UsageError when a value is not what its option takes, or options contradict each other. */
export function readAuditSettings({ flags, values }: Typed): AuditSettings {
  const last = (name: OptionName) => values.get(name)?.at(-1);
  const given = (name: OptionName) => flags.has(name) || values.has(name);
  if (given('from-snapshot')) {
    const other = LIVE_ONLY.find(given);
    if (other !== undefined)
      throw new UsageError('conflict', { option: `--${other}`, other: '--from-snapshot' });
  }
  if (flags.has('fix') && given('upgrade-to'))
    throw new UsageError('conflict', { option: '--fix', other: '--upgrade-to' });
  if (flags.has('fix') && given('save-snapshot'))
    throw new UsageError('conflict', { option: '--fix', other: '--save-snapshot' });
  const profile = readProfile(last('profile'), flags.has('dev'));
  const version = readVersion(last('openclaw-version'));
  const failOn = last('fail-on');
  const timeout = last('timeout');
  return {
    ...optional('stateDir', last('state-dir')),
    ...optional('config', last('config')),
    ...optional('profile', profile),
    ...optional('fromSnapshot', last('from-snapshot')),
    ...optional('saveSnapshot', last('save-snapshot')),
    ...optional('openclawVersion', version),
    ...optional('upgradeTo', readUpgrade(last('upgrade-to'))),
    ...optional('advisories', last('advisories')),
    ...optional('failOn', failOn === undefined ? undefined : readSeverity(failOn)),
    ...optional('auth', readAuth(last('auth'), last('token'), last('password'))),
    only: readList('only', values.get('only')),
    skip: readList('skip', values.get('skip')),
    deep: flags.has('deep'),
    compat: flags.has('compat'),
    requireComplete: flags.has('require-complete'),
    json: flags.has('json'),
    quiet: flags.has('quiet'),
    color: !flags.has('no-color'),
    deadline: readSeconds('deadline', last('deadline') ?? DEFAULT_DEADLINE, 3600),
    fix: readFix(flags),
    dryRun: flags.has('dry-run'),
    ...optional('timeout', timeout === undefined ? undefined : readSeconds('timeout', timeout, 60)),
  };
}

/** @throws UsageError when a value is not what its option takes. */
export function readScanSettings({ flags, values }: Typed): ScanSettings {
  const failOn = values.get('fail-on')?.at(-1);
  return {
    accept: readList('accept', values.get('accept')),
    indicators: !flags.has('no-indicators'),
    cache: !flags.has('no-cache'),
    ...optional('failOn', failOn === undefined ? undefined : readSeverity(failOn)),
    requireComplete: flags.has('require-complete'),
    json: flags.has('json'),
    quiet: flags.has('quiet'),
    color: !flags.has('no-color'),
  };
}

function readFix(flags: Typed['flags']): AuditSettings['fix'] {
  const extra = (['dry-run', 'yes'] as const).filter((name) => flags.has(name));
  const [option, other] = extra;
  if (!flags.has('fix')) {
    if (option === 'dry-run' && flags.has('deep')) return 'no';
    if (option === undefined) return 'no';
    throw new UsageError('needs_option', { option: `--${option}`, other: '--fix' });
  }
  if (other !== undefined)
    throw new UsageError('conflict', { option: '--dry-run', other: '--yes' });
  if (option === 'dry-run') return 'plan';
  return option === 'yes' ? 'yes' : 'ask';
}

/** The language asked for by flag; undefined when none was. @throws UsageError for another one. */
export function readLang({ values }: Typed): Lang | undefined {
  const value = values.get('lang')?.at(-1);
  if (value === undefined || isLang(value)) return value;
  throw badChoice('lang', value, LANGUAGES);
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  const part: { [P in K]?: V } = {};
  if (value !== undefined) part[key] = value;
  return part;
}

const AUTH_MODES = ['none', 'token', 'password', 'trusted-proxy'] as const;

/** What is told of a wrong value never holds a secret. */
function readAuth(
  written: string | undefined,
  token: string | undefined,
  password: string | undefined,
): GivenAuth | undefined {
  const secrets = { ...optional('token', token), ...optional('password', password) };
  if (written === undefined)
    return token === undefined && password === undefined ? undefined : secrets;
  const mode = AUTH_MODES.find((known) => known === written.trim().toLowerCase());
  if (mode === undefined) throw badChoice('auth', written, AUTH_MODES);
  if ((mode === 'token' || mode === 'password') && secrets[mode] === undefined)
    throw new UsageError('auth_needs', { mode });
  return { mode, ...secrets };
}

function readSeverity(value: string): Severity {
  const severity = SEVERITIES.find((known) => known === value.toLowerCase());
  if (severity === undefined) throw badChoice('fail-on', value, SEVERITIES);
  return severity;
}

function badChoice(option: OptionName, value: string, choices: readonly string[]): UsageError {
  const args = { option: `--${option}`, value, choices: choices.join(', ') };
  return new UsageError('bad_choice', args, nearest(value, choices));
}

function readProfile(profile: string | undefined, dev: boolean): string | undefined {
  if (profile === undefined) return dev ? 'dev' : undefined;
  if (dev && profile.toLowerCase() !== 'dev')
    throw new UsageError('conflict', { option: '--dev', other: '--profile' });
  if (!PROFILE_NAME.test(profile)) throw new UsageError('bad_profile', { value: profile });
  return profile;
}

/** @throws UsageError for a text that is no OpenClaw version. */
export function readVersion(
  value: string | undefined,
  option: OptionName = 'openclaw-version',
): string | undefined {
  if (value === undefined) return undefined;
  const version = VERSION.exec(value.trim())?.[1];
  if (version === undefined) throw new UsageError('bad_version', { option: `--${option}`, value });
  return version;
}

/** One release exactly: where it stands among the others must be known. */
function readUpgrade(value: string | undefined): string | undefined {
  const version = readVersion(value, 'upgrade-to');
  if (version !== undefined && !parseRelease(version))
    throw new UsageError('bad_version', { option: '--upgrade-to', value: version });
  return version;
}

function readSeconds(option: OptionName, value: string, most: number): number {
  const seconds = SECONDS.test(value.trim()) ? Number(value) : Number.NaN;
  if (!(seconds >= 0.1 && seconds <= most))
    throw new UsageError('bad_seconds', { option: `--${option}`, most: String(most), value });
  return seconds;
}

/** Comma-separated and repeatable. */
function readList(option: OptionName, given: readonly string[] | undefined): readonly string[] {
  const items = (given ?? []).flatMap((list) => list.split(',')).map((item) => item.trim());
  if (items.some((item) => item === ''))
    throw new UsageError('missing_value', { option: `--${option} IDS` });
  return items;
}
