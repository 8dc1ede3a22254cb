/** Hosts of OpenClaw and of the names it had before, as its own documentation gives them. */
const OWN =
  /(?:^|\.)(?:openclaw\.ai|openclaw\.org|clawhub\.ai|clawhub\.com|clawdhub\.com|clawd\.bot|clawdbot\.com|molt\.bot|moltbot\.com|moltbook\.com)$/;
const NAMES = /openclaw|clawdbot|clawdhub|clawhub|moltbot/;
/** A program of OpenClaw, as a lure would call it. */
const PROGRAMS =
  /(?:openclaw|clawdbot|moltbot)[-_]?(?:cli|core|app|set-?up|install(?:er)?|downloads?|drivers?|provider|updater?|desktop|client)(?![a-z])/;
/** Where everybody has an account, and names it as they like. */
const SHARED =
  /(?:^|\.)(?:github\.com|github\.io|gitlab\.com|discord\.gg|discord\.com|x\.com|twitter\.com|youtube\.com|githubusercontent\.com|vercel\.app|netlify\.app|pages\.dev|workers\.dev|onrender\.com|web\.app|example\.com)$/;
/** Whether a host is OpenClaw's own. */
export function isOfOpenClaw(host: string): boolean {
  return OWN.test(host);
}

/** Whether a host bears OpenClaw's name and is not its own. */
export function looksLikeOpenClaw(host: string): boolean {
  return NAMES.test(host.slice(0, 253)) && !OWN.test(host);
}

/** Whether a host is called like a program of OpenClaw: `openclawcli.example`. */
export function isNamedAsProgram(host: string): boolean {
  return PROGRAMS.test(host.slice(0, 253));
}

/** Whether a host belongs to a platform where everyone can have a name. */
export function isShared(host: string): boolean {
  return SHARED.test(host);
}
