/** What is known of an address that data is sent to or fetched from. */
export type Destination =
  /** This machine or a private network. */
  | 'local'
  /** A public address without a name. */
  | 'bare-address'
  /** A service whose purpose is to catch requests: webhook testers, tunnels, out-of-band hosts. */
  | 'catcher'
  /** Where anyone can put text or files: paste sites, file drops, raw files. */
  | 'drop'
  /** A chat's incoming webhook or bot: honest for notices, popular with thieves. */
  | 'chat'
  | 'named'
  /** Not known before the code runs. */
  | 'unknown';

const CATCHERS =
  /(?:^|\.)(?:webhook\.site|requestbin\.(?:com|net)|pipedream\.net|hookbin\.com|beeceptor\.com|interact\.sh|oast\.(?:pro|live|site|online|fun|me)|burpcollaborator\.net|ngrok\.io|ngrok\.app|ngrok-free\.(?:app|dev)|trycloudflare\.com|localtunnel\.me|loca\.lt|serveo\.net|requestcatcher\.com|dnslog\.cn|ceye\.io|canarytokens\.(?:com|org))$/;
const DROPS =
  /(?:^|\.)(?:pastebin\.com|glot\.io|paste\.ee|hastebin\.com|rentry\.(?:co|org)|dpaste\.(?:com|org)|ghostbin\.com|controlc\.com|termbin\.com|ix\.io|0x0\.st|transfer\.sh|file\.io|gofile\.io|catbox\.moe|anonfiles\.com|temp\.sh|bashupload\.com|raw\.githubusercontent\.com|gist\.githubusercontent\.com|cdn\.discordapp\.com|pastefy\.app)$/;
const CHATS = /(?:^|\.)(?:discord(?:app)?\.com|api\.telegram\.org|hooks\.slack\.com)$/;
const PRIVATE =
  /^(?:localhost|.*\.(?:local|localhost|internal|lan)|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|0\.0\.0\.0|169\.254\.[\d.]+|\[?::1\]?|\[?f[cd][0-9a-f:]+\]?|\[?fe80:[0-9a-f:]+\]?)$/;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\d{8,10}|0x[0-9a-f]{8}|\[[0-9a-f:.]+\])$/;
const URL_HOST =
  /^\s*(?:[a-z][a-z\d+.-]{0,20}:)?\/\/(?:[^/?#@\s]{0,200}@)?(\[[^\]\s]{1,60}\]|[^/?#:\s]{1,260})/i;
const BARE_HOST =
  /^(\[[^\]\s]{1,60}\]|(?:[a-z\d_-]{1,63}\.){1,10}[a-z]{2,24}|\d{1,3}(?:\.\d{1,3}){3}|localhost)(?=[:/?#]|$)/i;

/** The lower-case host of an address or of `host`, `host:port`; undefined when it is not constant. */
export function hostOf(address: string): string | undefined {
  const text = address.slice(0, 2000);
  const host = (URL_HOST.exec(text) ?? BARE_HOST.exec(text))?.[1]?.toLowerCase();
  return host === undefined || host.includes('*') ? undefined : host;
}

/** What is known of where an address leads. */
export function destinationOf(address: string): Destination {
  const host = hostOf(address);
  if (host === undefined) return 'unknown';
  if (PRIVATE.test(host)) return 'local';
  if (ADDRESS.test(host)) return 'bare-address';
  if (CATCHERS.test(host)) return 'catcher';
  if (DROPS.test(host)) return 'drop';
  return CHATS.test(host) ? 'chat' : 'named';
}
