import {
  COMMAND_NAMES,
  DECODING_NAMES,
  NETWORK_NAMES,
  READING_NAMES,
  RUNNING_NAMES,
} from './names.ts';

/** The same letters in other forms, which Python reads as the plain ones. */
const COMPATIBLE = /[\u{1d400}-\u{1d7ff}\uff21-\uff5a\u2100-\u214f\u24b6-\u24e9]/u;
/** Commands about which the rules of the shell have something to say. */
const COMMANDS =
  /\b(?:curl|wget|ncat|netcat|nc|socat|telnet|scp|rsync|dig|nslookup|drill|base64|base32|xxd|openssl|crontab|osascript|mkfs|rm|dd|chmod|xattr|spctl|csrutil|setenforce|ufw|openclaw|clawdbot|moltbot|pip3?|npm|uv|pnpm|gem|security)\b|\/dev\/(?:tcp|udp)\/|stratum\+/;
const WRITES = /\bwrite|\bdump\b|\bcopy/;
const PLACES =
  /\.(?:bash|zsh|profile|zlogin|xinitrc|xprofile|git\b|ssh)|config\.fish|launch(?:agents|daemons)|autostart|systemd|crontab|\bcron\b|start menu|rc\.local|init\.d|profile\.d|ld\.so|currentversion/i;
/** A plain name that is looked up is a word like others; these are put together at run time. */
const LOOKED_UP = /\bgetattr\s*\(\s*([^,\n]{1,200}),\s*(?!["'][^"'\n]{0,80}["']\s*[,)])/g;
const BY_NAME =
  /\b(?:__import__|import_module)\s*\(\s*(?!["'][^"'\n]{0,80}["']\s*[,)])|\b(?:globals|locals|vars)\s*\([^()\n]{0,80}\)\s*[[.]|\b__dict__\s*[[.]|\b(?:__builtins__|builtins)\b/;
const IMPORTED =
  /^[ \t]{0,80}(?:import|from)\b[^\n]{0,400}|=[ \t]{0,4}(?:os|subprocess|pty|ctypes)[ \t]{0,4}$/gm;

/** Whether something is looked up in a module, or in what is no plain name, by a name not written out. */
function looksUp(text: string): boolean {
  if (BY_NAME.test(text)) return true;
  const objects = [...text.matchAll(LOOKED_UP)].map(([, object = '']) => object.trim());
  if (objects.length === 0) return false;
  const imported = new Set<string>();
  for (const [line] of text.matchAll(IMPORTED)) {
    if (line.startsWith('=')) return true;
    for (const [word] of line.matchAll(/\w{1,80}/g)) imported.add(word);
  }
  return objects.some((object) => imported.has(object) || /[([]/.test(object));
}

/** What a text names of what the tables know; asked for once for all who want to know. */
export interface Words {
  readonly sends: boolean;
  readonly reads: boolean;
  readonly runs: boolean;
  readonly starts: boolean;
  readonly decodes: boolean;
  readonly writes: boolean;
  readonly places: boolean;
  /** Whether something is looked up by a name that is put together at run time. */
  readonly looksUp: boolean;
  /** Whether a command is written out about which the rules of the shell have something to say. */
  readonly commands: boolean;
}

export function wordsIn(text: string): Words {
  const plain = COMPATIBLE.test(text) ? text.normalize('NFKC') : text;
  const starts = COMMAND_NAMES.test(plain);
  const writes = WRITES.test(plain);
  return {
    sends: NETWORK_NAMES.test(plain),
    reads: READING_NAMES.test(plain),
    runs: RUNNING_NAMES.test(plain),
    starts,
    decodes: DECODING_NAMES.test(plain),
    writes,
    places: writes && PLACES.test(plain),
    looksUp: looksUp(plain),
    commands: starts && COMMANDS.test(plain),
  };
}

/**
 * Whether a text can lead to a finding: it names both what data comes from and where it goes. The
 * names are those of the tables of calls; a text that builds names at run time is always looked at.
 */
export function mayMatter(words: Words): boolean {
  const { sends, reads, runs, starts, decodes, places, commands } = words;
  if (words.looksUp || commands || (reads && places)) return true;
  if (sends && (reads || runs || starts)) return true;
  return decodes && (runs || starts);
}
