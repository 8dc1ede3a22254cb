export interface Option {
  readonly kind: 'flag' | 'value' | 'list';
  readonly short?: string;
  /** What stands for the value in the help. */
  readonly value?: string;
  /** Under which heading the help lists it; `hidden` ones are accepted and not listed. */
  readonly group: 'target' | 'judging' | 'changing' | 'output' | 'limits' | 'general' | 'hidden';
}

const defineOptions = <const T extends { readonly [name: string]: Option }>(options: T): T =>
  options;

/** Every option of every command. Parsing, help and suggestions are made from this table. */
export const OPTIONS = defineOptions({
  'state-dir': { kind: 'value', value: 'DIR', group: 'target' },
  config: { kind: 'value', value: 'FILE', group: 'target' },
  profile: { kind: 'value', value: 'NAME', group: 'target' },
  dev: { kind: 'flag', group: 'target' },
  'from-snapshot': { kind: 'value', value: 'FILE', group: 'target' },
  'save-snapshot': { kind: 'value', value: 'FILE', group: 'target' },
  deep: { kind: 'flag', group: 'target' },
  auth: { kind: 'value', value: 'MODE', group: 'target' },
  token: { kind: 'value', value: 'TOKEN', group: 'target' },
  password: { kind: 'value', value: 'PASSWORD', group: 'target' },
  only: { kind: 'list', value: 'IDS', group: 'judging' },
  skip: { kind: 'list', value: 'IDS', group: 'judging' },
  'openclaw-version': { kind: 'value', value: 'V', group: 'judging' },
  'upgrade-to': { kind: 'value', value: 'V', group: 'judging' },
  advisories: { kind: 'value', value: 'FILE', group: 'judging' },
  compat: { kind: 'flag', group: 'judging' },
  accept: { kind: 'list', value: 'PRINTS|FILE', group: 'judging' },
  'no-indicators': { kind: 'flag', group: 'judging' },
  'fail-on': { kind: 'value', value: 'LEVEL', group: 'judging' },
  'require-complete': { kind: 'flag', group: 'judging' },
  json: { kind: 'flag', group: 'output' },
  quiet: { kind: 'flag', short: 'q', group: 'output' },
  lang: { kind: 'value', value: 'LANG', group: 'output' },
  'no-color': { kind: 'flag', group: 'output' },
  'no-cache': { kind: 'flag', group: 'limits' },
  timeout: { kind: 'value', value: 'SECONDS', group: 'limits' },
  deadline: { kind: 'value', value: 'SECONDS', group: 'limits' },
  help: { kind: 'flag', short: 'h', group: 'general' },
  version: { kind: 'flag', short: 'V', group: 'general' },
  'log-level': { kind: 'value', value: 'LEVEL', group: 'hidden' },
  fix: { kind: 'flag', group: 'changing' },
  'dry-run': { kind: 'flag', group: 'changing' },
  yes: { kind: 'flag', short: 'y', group: 'changing' },
  list: { kind: 'flag', group: 'changing' },
});

export type OptionName = keyof typeof OPTIONS;

/** Whether a word is the name of an option. */
export function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

/** Every option with its name, in the order of the table. */
export function listOptions(): readonly (readonly [name: string, option: Option])[] {
  return Object.entries(OPTIONS);
}
