// Whether a file can matter at all, by words: one pass each, no pattern can backtrack.
const RUNS =
  /\beval\b|\bFunction\s*\(|child_process|\bvm['"`]|execa|\bshelljs|cross-spawn|\bzx['"`]|Bun\.|Deno\.|_compile|\bimport\s*\(\s*[^'"`\s)]|\bdata:text\/javascript|\.constructor\s*(?:\(|\[|\??\.\s*(?:constructor|call|apply|bind)\b)|=\s*[\w$.]{1,80}\.constructor\s*[;,\n]|['"`]constructor|mainModule|process\.binding|createRequire|\brequire\s*\(\s*[^'"`\s)]|\b(?:globalThis|global|window|self|process|module|Reflect)\s*(?:\[|\.get)|new\s+Worker|\brequire\s*[;,)\]]/;
export const SENDS =
  /\bfetch\b|\baxios|\bundici|\bgot['"`]|superagent|\bneedle|\bky['"`]|['"`](?:node:)?(?:https?|net|tls|dns|dgram|http2)(?:\/promises)?['"`]|WebSocket|['"`]ws['"`]|XMLHttpRequest|sendBeacon|EventSource|['"`]request['"`]|socket\.io/;
const READS =
  /process\.(?:env|argv)\b|\benv\s*[:},]|readFile|readJson|createReadStream|clipboard|keytar|copyFile/;
/** Names that many honest things bear; they count where the module they belong to is named too. */
const ASKS = /\bhostname\b|userInfo|networkInterfaces/;
const SYSTEM = /['"`](?:node:)?os['"`]/;
export const WRITES =
  /writeFile|appendFile|createWriteStream|outputFile|copyFile|Bun\.write|writeTextFile/;
export const PLACES =
  /\.(?:bash|zsh|profile|ssh|openclaw|clawdbot|moltbot|config)|LaunchAgents|LaunchDaemons|autostart|systemd|crontab|cron|Startup|SOUL|MEMORY|AGENTS|HEARTBEAT|CLAUDE|hooks/;
export const HIDES =
  /fromCharCode|fromCodePoint|\batob\b|['"`](?:base64|hex)['"`]|(?:\\x[0-9a-f]{2}){4}|_0x[0-9a-f]{4}/i;

/** Cheap: most files of a large tree end here. */
export function mayMatter(text: string): boolean {
  const sends = SENDS.test(text);
  if (sends && (READS.test(text) || SHELLS.test(text))) return true;
  if (sends && ASKS.test(text) && (SYSTEM.test(text) || COMPUTED.test(text))) return true;
  if (WRITES.test(text) && (PLACES.test(text) || sends)) return true;
  return RUNS.test(text) && (sends || HIDES.test(text) || COMPUTED.test(text) || SHELLS.test(text));
}

const COMPUTED =
  /['"]\s*\+\s*['"]|\[\s*['"`][^'"`\]]{0,40}['"`]\s*(?:\+|\]\s*\()|\.(?:join|reverse)\s*\(/;
const SHELLS = /child_process|execa|shelljs|cross-spawn|\bzx['"`]|Bun\.|Deno\./;
