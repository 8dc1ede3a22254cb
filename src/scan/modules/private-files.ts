// The files of `READ` in `knowledge/paths.ts`, each by the part of its path that nothing else bears.
// In code a part of a path begins behind a quote, a slash or a substitution, and ends before one.
const BEGINS = '[\'"`/\\\\}]';
const ENDS = '(?=[\'"`/\\\\$])';
const WHOLE_PARTS = [
  '\\.?(?:exodus|electrum|atomic|coinomi|ethereum|solana|bitcoin)|keystore|metamask|phantom',
  'login data|cookies|local state|web data|local extension settings|chrome|google-chrome|chromium',
  'bravesoftware|firefox|edge|opera software|keychains|keyrings|shadow|passwd|gh|sessions',
  '\\.(?:ssh|aws|kube|docker|azure|gnupg|claude|codex|cursor|gemini)|gcloud',
  '\\.(?:openclaw|clawdbot|moltbot)',
];
const BEGINNINGS = [
  'wallet\\.dat|cookies\\.sqlite|logins\\.json|key[34]\\.db|gnome-keyring|\\.password-store',
  'id_(?:rsa|ed25519|ecdsa|dsa)|hosts\\.yml|\\.(?:bash|zsh)_history|application_default_credentials',
  '\\.(?:netrc|npmrc|pypirc|git-credentials|pgpass|my\\.cnf|htpasswd|vault-token)',
  '(?:soul|memory|user|agents|heartbeat|identity|claude)\\.md',
  'auth-profiles\\.json|openclaw\\.(?:json|sqlite)',
];
const ANYWHERE =
  'nkbihfbeogaeaoehlefnkodbefgpgknn|cookies\\.binarycookies|\\.keychain|\\.kdbx|\\.jsonl';
const NAMED = new RegExp(
  `${BEGINS}(?:(?:${WHOLE_PARTS.join('|')})${ENDS}|${BEGINNINGS.join('|')})|${ANYWHERE}`,
  'i',
);

/** Whether a text of code names a file that nobody but its owner has to read. Linear in the text. */
export function namesPrivateFile(text: string): boolean {
  return NAMED.test(text);
}
