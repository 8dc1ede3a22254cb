import type { Posture } from '../../posture/posture.ts';
import { defineCheck } from '../define.ts';

/** What OpenClaw looks for anywhere in the lower-case paths. */
const WORDS = ['icloud', 'dropbox', 'google drive', 'googledrive', 'onedrive'];
/** Names that sync programs give to their folders, whole and in lower case. */
const FOLDERS = new Set([
  'com~apple~clouddocs',
  'icloud drive',
  'iclouddrive',
  'dropbox',
  'google drive',
  'googledrive',
  'my drive',
  'onedrive',
]);
/** The same with the name of an account or company: `OneDrive - Example`, `Dropbox (Personal)`. */
const NAMED_FOLDERS = ['onedrive - ', 'dropbox (', 'google drive ('];

type Target = Posture['snapshot']['target'];

function hasSyncedWord(path: string): boolean {
  const lower = path.toLowerCase();
  return WORDS.some((word) => lower.includes(word));
}

/** Whether a folder on the way is one that a sync program keeps. `~/iCloud` is a usual shortcut. */
function isInSyncedFolder(path: string, home: string): boolean {
  const split = (text: string) => text.toLowerCase().split(/[\\/]/).filter(Boolean);
  const folders = split(path);
  const atHome = split(home);
  const belowHome = atHome.every((name, i) => folders[i] === name);
  return folders.some(
    (name, i) =>
      FOLDERS.has(name) ||
      NAMED_FOLDERS.some((start) => name.startsWith(start)) ||
      (folders[i - 1] === 'cloudstorage' && hasSyncedWord(name)) ||
      (name === 'icloud' && belowHome && i === atHome.length),
  );
}

const isSynced = (path: string, target: Target, truly: boolean) =>
  truly ? isInSyncedFolder(path, target.home) : hasSyncedWord(path);

export default defineCheck({
  id: 'fs.synced_dir',
  severity: 'warn',
  needs: ['snapshot'],
  refs: ['CWE-922'],
  departures: {
    folder_names: {
      reference:
        'Looks for `icloud`, `dropbox`, `google drive`, `googledrive` or `onedrive` anywhere in the path.',
      why: 'A user or folder called onedrive-bob is not synced, and the real iCloud folder is called com~apple~CloudDocs; whole folder names are compared.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  text: {
    en: {
      title: 'State lies in a folder that is synced to a cloud',
      why: 'Tokens, credentials and transcripts are copied to the provider and to every other device of the account.',
      remedy:
        'Move the state directory to a folder of this machine that is not synced, for example `~/.openclaw`, and point `OPENCLAW_STATE_DIR` and `OPENCLAW_CONFIG_PATH` there.',
      synced: 'State directory: `{stateDir}`, config: `{configPath}`.',
    },
    ko: {
      title: '상태 디렉터리가 클라우드와 동기화되는 폴더에 있습니다',
      why: '토큰, 자격 증명, 대화 기록이 서비스 제공자와 같은 계정의 다른 기기로 모두 복사됩니다.',
      remedy:
        '상태 디렉터리를 `~/.openclaw`처럼 동기화되지 않는 로컬 폴더로 옮기고 `OPENCLAW_STATE_DIR`과 `OPENCLAW_CONFIG_PATH`가 그곳을 가리키게 합니다.',
      synced: '상태 디렉터리: `{stateDir}`, 설정 파일: `{configPath}`.',
    },
  },
  examples: {
    bad: [
      { env: { OPENCLAW_STATE_DIR: '@@HOME@@/Dropbox/oc' } },
      { env: { OPENCLAW_STATE_DIR: '@@HOME@@/iCloud/oc' } },
      { env: { OPENCLAW_STATE_DIR: '@@HOME@@/Library/CloudStorage/OneDrive-Personal/oc' } },
      {
        env: {
          OPENCLAW_STATE_DIR: '@@HOME@@/Library/Mobile Documents/com~apple~CloudDocs/oc',
        },
      },
      { env: { OPENCLAW_STATE_DIR: '@@HOME@@/onedrive-bob/oc' }, compat: true },
    ],
    good: [
      '{}',
      { env: { OPENCLAW_STATE_DIR: '@@HOME@@/onedrive-bob/oc' } },
      { env: { OPENCLAW_STATE_DIR: '@@HOME@@/one-drive/oc' }, compat: true },
      {
        env: { OPENCLAW_STATE_DIR: '@@HOME@@/Mobile Documents/com~apple~CloudDocs/oc' },
        compat: true,
      },
    ],
  },
  *run({ snapshot }, report, departs) {
    const { target } = snapshot;
    const { stateDir, configPath } = target;
    const synced = [stateDir, configPath].filter((path) =>
      isSynced(path, target, departs('folder_names')),
    );
    if (synced.length === 0) return;
    yield report(
      'synced',
      { stateDir, configPath },
      synced.map((path) => ({ kind: 'file', path })),
    );
  },
});
