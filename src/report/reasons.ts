import type { UnmeasuredEntry } from '../judge/report.ts';
import type { Lang } from '../text/language.ts';

type Both = { readonly [L in Lang]: string };

/** Why something could not be measured. */
export const REASONS: { readonly [R in UnmeasuredEntry['reason']]: Both } = {
  timeout: { en: 'it took too long', ko: '제한 시간 안에 끝나지 않았습니다' },
  deadline: {
    en: 'the time for the whole run was over (--deadline gives more)',
    ko: '전체 실행 제한 시간이 끝났습니다(--deadline으로 늘릴 수 있습니다)',
  },
  unreadable: { en: 'it could not be read', ko: '읽을 수 없습니다' },
  not_a_file: { en: 'it is not a regular file', ko: '일반 파일이 아닙니다' },
  not_a_directory: { en: 'it is not a directory', ko: '디렉터리가 아닙니다' },
  too_large: { en: 'it is too large to be read', ko: '너무 커서 읽지 않았습니다' },
  too_many: { en: 'there are too many to look at all', ko: '너무 많아 모두 확인하지 못했습니다' },
  malformed: { en: 'it does not have the expected form', ko: '예상한 형식이 아닙니다' },
  failed: { en: 'it failed', ko: '실패했습니다' },
  unsupported: {
    en: 'this program cannot measure it here',
    ko: '이 프로그램으로는 여기서 측정할 수 없습니다',
  },
  missing_part: {
    en: 'what it rests on was not measured',
    ko: '근거가 되는 값을 측정하지 못했습니다',
  },
  check_failed: {
    en: 'the check itself failed; please report it',
    ko: '검사 자체가 실패했습니다. 신고해 주십시오',
  },
};

const PARTS: ReadonlyMap<string, Both> = new Map([
  ['config', { en: 'Config', ko: '설정' }],
  ['include', { en: 'Included config files', ko: '포함된 설정 파일' }],
  ['env', { en: 'Environment', ko: '환경 변수' }],
  ['files', { en: 'Files and their permissions', ko: '파일과 권한' }],
  ['transcripts', { en: 'Session transcripts', ko: '세션 기록' }],
  ['pairing', { en: 'Pairing stores', ko: '페어링 저장소' }],
  ['secretFiles', { en: 'Files that hold secrets', ko: '비밀 값 파일' }],
  ['linkedAccounts', { en: 'Linked accounts', ko: '연결된 계정' }],
  ['plugins', { en: 'Plugins', ko: '플러그인' }],
  ['hookPackages', { en: 'Hook packages', ko: '훅 패키지' }],
  ['bindTargets', { en: 'Sandbox mounts', ko: '샌드박스 마운트' }],
  ['skillLinks', { en: 'Skills of workspaces', ko: '작업 공간의 스킬' }],
  ['mcpRegistry', { en: 'Shared MCP servers', ko: '공유 MCP 서버' }],
  ['approvals', { en: 'Exec approvals', ko: '실행 승인' }],
  ['installRecords', { en: 'Install records', ko: '설치 기록' }],
  ['stateDatabase', { en: 'State database', ko: '상태 데이터베이스' }],
  ['containers', { en: 'Sandbox containers', ko: '샌드박스 컨테이너' }],
  ['gatewayProbe', { en: 'Running gateway', ko: '실행 중인 게이트웨이' }],
  ['live', { en: 'Answers of the running gateway', ko: '실행 중인 게이트웨이의 응답' }],
  ['listeners', { en: 'Ports that are open', ko: '열린 포트' }],
  ['tailnet', { en: 'Tailscale', ko: 'Tailscale' }],
  ['published', { en: 'Published container ports', ko: '공개된 컨테이너 포트' }],
  ['tunnels', { en: 'Tunnel programs', ko: '터널 프로그램' }],
  ['proxies', { en: 'Reverse proxies', ko: '리버스 프록시' }],
  ['code', { en: 'Code of plugins and skills', ko: '플러그인과 스킬의 코드' }],
]);

/** What a collector is called in the report; the name itself when it has no better one. */
export function partName(part: string, lang: Lang): string {
  return PARTS.get(part)?.[lang] ?? part;
}
