import type { SinkKind, SourceKind } from '../flow/flow.ts';

// Each pattern is matched against one path of bounded length, `\` read as `/`; none can backtrack
// over more than one run of one class.
const READ: readonly (readonly [SourceKind, RegExp])[] = [
  [
    'wallet',
    /\/(?:wallet\.dat|keystore\/utc--|\.?(?:exodus|electrum|atomic|coinomi|ethereum|solana\/id\.json|bitcoin)(?:\/|$))|nkbihfbeogaeaoehlefnkodbefgpgknn|\/(?:metamask|phantom)(?:\/|$)/i,
  ],
  [
    'browser-profile',
    /\/(?:login data|cookies(?:\.sqlite)?|local state|web data|logins\.json|key[34]\.db|local extension settings)$|\/(?:google\/chrome|google-chrome|chromium|bravesoftware|mozilla\/firefox|firefox\/profiles|microsoft\/edge|opera software)(?:\/|$)|cookies\.binarycookies/i,
  ],
  [
    'key-store',
    /\/library\/keychains(?:\/|$)|\.keychain(?:-db)?$|\/\.gnupg(?:\/|$)|\/\.password-store(?:\/|$)|\.kdbx$|\/gnome-keyring|\/keyrings(?:\/|$)/i,
  ],
  [
    'credential-file',
    /(?:^|\/)\.ssh(?:\/|$)|(?:^|\/)id_(?:rsa|ed25519|ecdsa|dsa)$|(?:^|\/)\.aws(?:\/|$)|(?:^|\/)\.(?:netrc|npmrc|pypirc|git-credentials|pgpass|my\.cnf|htpasswd|vault-token)$|(?:^|\/)\.kube(?:\/|$)|(?:^|\/)\.docker\/config\.json$|(?:^|\/)\.azure(?:\/|$)|gcloud\/(?:credentials|application_default)|application_default_credentials\.json|(?:^|\/)gh\/hosts\.yml$|(?:^|\/)etc\/(?:shadow|passwd)$|(?:^|\/)\.(?:bash|zsh)_history$/i,
  ],
  [
    'agent-memory',
    /(?:^|\/)(?:soul|memory|user|agents|heartbeat|identity|claude)\.md$|\/sessions\/[^/]{0,100}\.jsonl$/i,
  ],
  [
    'state-file',
    /(?:^|\/)\.(?:openclaw|clawdbot|moltbot)\/(?:\.env|openclaw\.json|clawdbot\.json|moltbot\.json|credentials|identity|devices)|\/(?:auth-profiles\.json|openclaw\.json|openclaw\.sqlite)$|(?:^|\/)\.(?:claude|codex|cursor|gemini)\/[^/]{0,60}(?:auth|credentials|settings|token)[^/]{0,60}$/i,
  ],
];

const WRITE: readonly (readonly [SinkKind, RegExp])[] = [
  [
    'autostart',
    /(?:^|\/)\.(?:bashrc|bash_profile|bash_login|profile|zshrc|zprofile|zshenv|zlogin|xinitrc|xprofile|config\/fish\/config\.fish)$|\/launch(?:agents|daemons)\/|\/autostart\/|\/start menu\/programs\/startup\/|\/systemd\/(?:system|user)\/[^/]{0,100}\.(?:service|timer)$|\/etc\/(?:rc\.local|init\.d\/|profile\.d\/|ld\.so\.preload)|currentversion\/run|(?:^|\/)\.git\/hooks\//i,
  ],
  ['cron', /\/etc\/cron|\/spool\/cron|crontab/i],
  [
    'agent-memory',
    /(?:^|\/)(?:soul|memory|user|agents|heartbeat|identity|tools|boot|claude)\.md$/i,
  ],
  [
    'gateway-config',
    /(?:^|\/)(?:openclaw|clawdbot|moltbot)\.json5?$|(?:^|\/)exec-approvals\.json$|(?:^|\/)\.(?:openclaw|clawdbot|moltbot)\/(?:hooks|extensions|credentials|identity|devices|cron)\//i,
  ],
  ['autostart', /(?:^|\/)\.ssh\/(?:authorized_keys|config|rc)$/i],
];
/** What paths look like that only their owner has to read. */
export const PRIVATE: readonly RegExp[] = READ.map(([, path]) => path);
/** What paths look like to which writing matters. */
export const WRITTEN: readonly RegExp[] = WRITE.map(([, path]) => path);
const MAX_PATH = 1000;

/** What reading this path gives away; `file` for any other. */
export function sourceAt(path: string): SourceKind {
  return kindOf(READ, path) ?? 'file';
}

/** What writing this path changes; `file` for any other. */
export function sinkAt(path: string): SinkKind {
  return kindOf(WRITE, path) ?? 'file';
}

function kindOf<K>(table: readonly (readonly [K, RegExp])[], path: string): K | undefined {
  const plain = path.slice(0, MAX_PATH).replaceAll('\\', '/');
  return table.find(([, pattern]) => pattern.test(plain))?.[0];
}
