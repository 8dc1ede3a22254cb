import type { Lang } from '../text/language.ts';

export interface Option {
  readonly kind: 'flag' | 'value' | 'list';
  readonly short?: string;
  /** What stands for the value in the help. */
  readonly value?: string;
  /** Under which heading the help lists it; `hidden` ones are accepted and not listed. */
  readonly group: 'target' | 'judging' | 'output' | 'limits' | 'general' | 'hidden';
  /** Known, but a later release brings it: using it is an error, not silence. */
  readonly later?: true;
  readonly help: { readonly [L in Lang]: string };
}

const defineOptions = <const T extends { readonly [name: string]: Option }>(options: T): T =>
  options;

/** Every option there is. Parsing, help and suggestions are made from this table. */
export const OPTIONS = defineOptions({
  'state-dir': {
    kind: 'value',
    value: 'DIR',
    group: 'target',
    help: { en: 'State directory to audit', ko: '감사할 상태 디렉터리' },
  },
  config: {
    kind: 'value',
    value: 'FILE',
    group: 'target',
    help: { en: 'Config file to audit', ko: '감사할 설정 파일' },
  },
  profile: {
    kind: 'value',
    value: 'NAME',
    group: 'target',
    help: {
      en: 'Audit the gateway of this profile (~/.openclaw-NAME)',
      ko: '이 프로필(~/.openclaw-NAME)의 게이트웨이를 감사합니다',
    },
  },
  dev: {
    kind: 'flag',
    group: 'target',
    help: { en: 'The same as --profile dev', ko: '--profile dev와 같습니다' },
  },
  'from-snapshot': {
    kind: 'value',
    value: 'FILE',
    group: 'target',
    help: {
      en: 'Judge a saved snapshot instead of this host (- reads standard input)',
      ko: '이 호스트 대신 저장된 스냅샷을 판정합니다(-는 표준 입력)',
    },
  },
  'save-snapshot': {
    kind: 'value',
    value: 'FILE',
    group: 'target',
    help: {
      en: 'Also save what was seen, without secrets, to judge it elsewhere',
      ko: '수집한 사실을 비밀 값 없이 저장하여 다른 곳에서 판정할 수 있게 합니다',
    },
  },
  deep: {
    kind: 'flag',
    group: 'target',
    help: {
      en: 'Also ask the running gateway how it is, on loopback or, when a remote\none is configured, over TLS, with the credentials configured for it;\nand read the code of installed plugins and skills with line rules',
      ko: '실행 중인 게이트웨이의 상태도 묻고(루프백, 원격이 설정되어 있으면 TLS로\n연결하며 해당 게이트웨이용 인증 정보를 보냄), 설치된 플러그인과 스킬의\n코드를 줄 단위 규칙으로 검사합니다',
    },
  },
  only: {
    kind: 'list',
    value: 'IDS',
    group: 'judging',
    help: {
      en: 'Only these checks: ids, families, globs, separated by commas',
      ko: '이 검사만 실행합니다(ID, 계열, 글로브를 쉼표로 구분)',
    },
  },
  skip: {
    kind: 'list',
    value: 'IDS',
    group: 'judging',
    help: { en: 'All checks but these', ko: '이 검사를 제외합니다' },
  },
  'openclaw-version': {
    kind: 'value',
    value: 'V',
    group: 'judging',
    help: {
      en: 'Judge under the meaning that settings have in this OpenClaw release',
      ko: '이 OpenClaw 릴리스에서 설정이 갖는 의미에 따라 판정합니다',
    },
  },
  compat: {
    kind: 'flag',
    group: 'judging',
    help: {
      en: "Find exactly what OpenClaw's own audit finds, its mistakes included",
      ko: 'OpenClaw 자체 감사의 결과를 오류까지 그대로 재현합니다',
    },
  },
  'fail-on': {
    kind: 'value',
    value: 'LEVEL',
    group: 'judging',
    help: {
      en: 'Exit with 1 on findings of this level or worse: critical, warn, info',
      ko: '이 수준 이상의 발견 사항이 있으면 1로 종료합니다: critical, warn, info',
    },
  },
  'require-complete': {
    kind: 'flag',
    group: 'judging',
    help: {
      en: 'Exit with 3 when anything could not be measured',
      ko: '측정하지 못한 것이 있으면 3으로 종료합니다',
    },
  },
  json: {
    kind: 'flag',
    group: 'output',
    help: { en: 'Print one JSON document', ko: 'JSON 문서 하나를 출력합니다' },
  },
  quiet: {
    kind: 'flag',
    short: 'q',
    group: 'output',
    help: {
      en: 'One line a finding, then the summary; no progress',
      ko: '발견 사항마다 한 줄과 요약만 출력하고 진행 상황은 표시하지 않습니다',
    },
  },
  lang: {
    kind: 'value',
    value: 'LANG',
    group: 'output',
    help: {
      en: 'Language: en or ko (otherwise that of the locale; JSON: en)',
      ko: '언어: en 또는 ko(지정하지 않으면 로캘을 따르며 JSON은 en)',
    },
  },
  'no-color': {
    kind: 'flag',
    group: 'output',
    help: { en: 'No colours', ko: '색을 쓰지 않습니다' },
  },
  deadline: {
    kind: 'value',
    value: 'SECONDS',
    group: 'limits',
    help: {
      en: 'Time for the whole run (default 30); what is late is reported as not measured',
      ko: '전체 실행 제한 시간(기본 30초). 시간 안에 끝나지 않은 것은 측정하지 못함으로 보고합니다',
    },
  },
  help: {
    kind: 'flag',
    short: 'h',
    group: 'general',
    help: { en: 'Print this help', ko: '이 도움말을 출력합니다' },
  },
  version: {
    kind: 'flag',
    short: 'V',
    group: 'general',
    help: { en: 'Print the version of this program', ko: '이 프로그램의 버전을 출력합니다' },
  },
  'log-level': {
    kind: 'value',
    value: 'LEVEL',
    group: 'hidden',
    help: { en: "Accepted for OpenClaw's sake", ko: 'OpenClaw와의 호환을 위해 받아들입니다' },
  },
  fix: {
    kind: 'flag',
    group: 'hidden',
    later: true,
    help: { en: 'Correct what can be corrected', ko: '고칠 수 있는 것을 고칩니다' },
  },
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
