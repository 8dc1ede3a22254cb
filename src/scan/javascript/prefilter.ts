// Whether a file can matter at all, by words: one pass each, no pattern can backtrack.
const RUNS =
  /\beval\b|\bFunction\s*\(|child_process|\bvm['"`]|execa|\bshelljs|cross-spawn|\bzx['"`]|Bun\.|Deno\.|_compile|\bimport\s*\(\s*[^'"`\s)]|\bdata:text\/javascript|\.constructor\s*(?:\(|\[|\??\.\s*(?:constructor|call|apply|bind)\b)|=\s*[\w$.]{1,80}\.constructor\s*[;,\n]|['"`]constructor|mainModule|process\.binding|createRequire|\brequire\s*\(\s*[^'"`\s)]|\b(?:globalThis|global|window|self|process|module|Reflect)\s*(?:\[|\.get)|new\s+Worker|\brequire\s*[;,)\]]/;
const SENDS =
  /\bfetch\b|\baxios|\bundici|\bgot['"`]|superagent|\bneedle|\bky['"`]|['"`](?:node:)?(?:https?|net|tls|dns|dgram|http2)(?:\/promises)?['"`]|WebSocket|['"`]ws['"`]|XMLHttpRequest|sendBeacon|EventSource|['"`]request['"`]|socket\.io/;
const READS =
  /process\s*\??\.\s*(?:env|argv)\b|\benv\s*[:},]|readFile|readJson|createReadStream|clipboard|keytar|copyFile/;
/** Names that many honest things bear; they count where the module they belong to is named too. */
const ASKS = /\bhostname\b|userInfo|networkInterfaces/;
const SYSTEM = /['"`](?:node:)?os['"`]/;
const WRITES =
  /writeFile|appendFile|createWriteStream|outputFile|copyFile|Bun\.write|writeTextFile/;
/**
 * Places of `knowledge/paths.ts` that outlive the item. Each is named by a whole part of a path, and
 * in the text a part begins where a string, a slash or a substitution does: `core.config` is none.
 */
const PLACES =
  /['"`/\\}](?:\.(?:bash|z(?:sh|profile|login)|profile|xinitrc|xprofile|ssh|git\b|openclaw|clawdbot|moltbot|config)|(?:cron|Startup|SOUL|MEMORY|AGENTS|HEARTBEAT|CLAUDE|hooks))|LaunchAgents|LaunchDaemons|autostart|systemd|crontab/;
const HIDES =
  /fromCharCode|fromCodePoint|\batob\b|['"`](?:base64|hex)['"`]|(?:\\x[0-9a-f]{2}){4}|_0x[0-9a-f]{4}/i;

const COMPUTED =
  /['"]\s*\+\s*['"]|\[\s*['"`][^'"`\]]{0,40}['"`]\s*(?:\+|\]\s*\()|\.(?:join|reverse)\s*\(/;
const SHELLS = /child_process|execa|shelljs|cross-spawn|\bzx['"`]|Bun\.|Deno\./;

/** What a text holds, by words; each is looked for when first asked, and once. */
export interface Words {
  readonly sends: boolean;
  readonly writes: boolean;
  readonly places: boolean;
  readonly hides: boolean;
}

export function wordsIn(text: string): Words {
  let sends: boolean | undefined;
  let writes: boolean | undefined;
  let places: boolean | undefined;
  let hides: boolean | undefined;
  return {
    get sends() {
      sends ??= SENDS.test(text);
      return sends;
    },
    get writes() {
      writes ??= WRITES.test(text);
      return writes;
    },
    get places() {
      places ??= PLACES.test(text);
      return places;
    },
    get hides() {
      hides ??= HIDES.test(text);
      return hides;
    },
  };
}

/** Cheap: most files of a large tree end here. */
export function mayMatter(text: string, words: Words): boolean {
  const { sends } = words;
  if (sends && (READS.test(text) || SHELLS.test(text))) return true;
  if (sends && ASKS.test(text) && (SYSTEM.test(text) || COMPUTED.test(text))) return true;
  if (words.writes && (sends || words.places)) return true;
  return RUNS.test(text) && (sends || words.hides || COMPUTED.test(text) || SHELLS.test(text));
}
