import { pairTexts } from '../text/words.ts';
import type { OptionName } from './options.ts';

/** What the help says of each option. */
const TEXTS = pairTexts(
  {
    'state-dir': 'State directory to audit',
    config: 'Config file to audit',
    profile: 'Audit the gateway of this profile (~/.openclaw-NAME)',
    dev: 'The same as --profile dev',
    'from-snapshot': 'Judge a saved snapshot instead of this host (- reads standard input)',
    'save-snapshot': 'Also save what was seen, without secrets, to judge it elsewhere',
    deep: 'Also ask the running gateway how it is, on loopback or, when a remote\none is configured, over TLS, with the credentials configured for it;\nand follow what the code of installed plugins and skills does',
    auth: 'Take the gateway to authenticate so, whatever is configured: none, token,\npassword or trusted-proxy, the middle ones with --token or --password',
    token: 'Token for --auth and --deep; never printed or saved',
    password: 'Password for --auth and --deep; never printed or saved',
    only: 'Only these checks: ids, families, globs, separated by commas',
    skip: 'All checks but these',
    'openclaw-version': 'Judge under the meaning that settings have in this OpenClaw release',
    'upgrade-to':
      'Say what would change with this OpenClaw release: findings and settings\n(--fail-on then looks at what appears or gets worse)',
    advisories:
      'Use this list of known vulnerabilities, in the form that\n`advisories --json` prints, instead of the one that came along',
    compat: "Find exactly what OpenClaw's own audit finds, its mistakes included",
    accept:
      'Leave out findings that were looked at: fingerprints, separated by commas,\nor a file like security-suppressions.json5 (reason, owner, expiry)',
    'no-indicators': 'Do not look for known addresses and hashes of past attacks',
    'fail-on': 'Exit with 1 on findings of this level or worse: critical, warn, info',
    'require-complete': 'Exit with 3 when anything could not be measured',
    json: 'Print one JSON document',
    quiet: 'One line a finding, then the summary; no progress',
    lang: 'Language: en or ko (otherwise that of the locale; JSON: en)',
    'no-color': 'No colours',
    'no-cache': 'Neither read nor write the cache of earlier scans',
    deadline: 'Time for the whole run (default 30); what is late is reported as not measured',
    help: 'Print this help',
    version: 'Print the version of this program',
    'log-level': "Accepted for OpenClaw's sake",
    fix: 'Make the changes that are safe: permissions, open groups, redaction in logs;\non a terminal they are shown and asked about first',
    'dry-run':
      'With --fix: only show what would be changed, and who it would lock out;\nwith --deep: only list what the gateway would be asked',
    timeout: 'With --deep: time for the gateway to answer the first question (default 5)',
    yes: 'With --fix: do not ask',
    list: 'List the runs of --fix instead',
  },
  {
    'state-dir': '감사할 상태 디렉터리',
    config: '감사할 설정 파일',
    profile: '이 프로필(~/.openclaw-NAME)의 게이트웨이를 감사합니다',
    dev: '--profile dev와 같습니다',
    'from-snapshot': '이 호스트 대신 저장된 스냅샷을 판정합니다(-는 표준 입력)',
    'save-snapshot': '수집한 사실을 비밀 값 없이 저장하여 다른 곳에서 판정할 수 있게 합니다',
    deep: '실행 중인 게이트웨이의 상태도 묻고(루프백, 원격이 설정되어 있으면 TLS로\n연결하며 해당 게이트웨이용 인증 정보를 보냄), 설치된 플러그인과 스킬의\n코드가 하는 일을 추적합니다',
    auth: '설정과 관계없이 게이트웨이가 이 방식으로 인증한다고 봅니다: none, token,\npassword, trusted-proxy(token과 password는 --token, --password와 함께)',
    token: '--auth와 --deep에 쓸 토큰. 출력하거나 저장하지 않습니다',
    password: '--auth와 --deep에 쓸 비밀번호. 출력하거나 저장하지 않습니다',
    only: '이 검사만 실행합니다(ID, 계열, 글로브를 쉼표로 구분)',
    skip: '이 검사를 제외합니다',
    'openclaw-version': '이 OpenClaw 릴리스에서 설정이 갖는 의미에 따라 판정합니다',
    'upgrade-to':
      '이 OpenClaw 릴리스에서 달라질 발견 사항과 설정을 보여 줍니다\n(--fail-on은 새로 나타나거나 심각해지는 것만 봅니다)',
    advisories:
      '함께 배포된 목록 대신 이 알려진 취약점 목록을 사용합니다\n(`advisories --json`이 출력하는 형식)',
    compat: 'OpenClaw 자체 감사의 결과를 오류까지 그대로 재현합니다',
    accept:
      '확인을 마친 발견 사항을 제외합니다(지문을 쉼표로 구분하거나,\nsecurity-suppressions.json5 형식의 파일: 이유, 담당자, 만료일)',
    'no-indicators': '알려진 공격의 주소와 해시를 찾지 않습니다',
    'fail-on': '이 수준 이상의 발견 사항이 있으면 1로 종료합니다: critical, warn, info',
    'require-complete': '측정하지 못한 것이 있으면 3으로 종료합니다',
    json: 'JSON 문서 하나를 출력합니다',
    quiet: '발견 사항마다 한 줄과 요약만 출력하고 진행 상황은 표시하지 않습니다',
    lang: '언어: en 또는 ko(지정하지 않으면 로캘을 따르며 JSON은 en)',
    'no-color': '색을 쓰지 않습니다',
    'no-cache': '이전 검사의 캐시를 읽지도 쓰지도 않습니다',
    deadline:
      '전체 실행 제한 시간(기본 30초). 시간 안에 끝나지 않은 것은 측정하지 못함으로 보고합니다',
    help: '이 도움말을 출력합니다',
    version: '이 프로그램의 버전을 출력합니다',
    'log-level': 'OpenClaw와의 호환을 위해 받아들입니다',
    fix: '안전한 변경을 합니다: 권한, 열린 그룹, 로그 마스킹.\n터미널에서는 먼저 보여 주고 묻습니다',
    'dry-run':
      '--fix와 함께: 무엇이 바뀌고 누가 차단되는지만 보여 줍니다.\n--deep과 함께: 게이트웨이에 보낼 요청만 나열합니다',
    timeout: '--deep과 함께: 게이트웨이가 첫 질문에 답할 시간(기본 5초)',
    yes: '--fix와 함께: 묻지 않습니다',
    list: '되돌리는 대신 --fix 실행 목록을 보여 줍니다',
  },
);

export const OPTION_WORDS: {
  readonly [L in keyof typeof TEXTS]: { readonly [name in OptionName]: string };
} = TEXTS;
