/** Hosts of OpenClaw and of the names it had before, as its own documentation gives them. */
const OWN =
  /(?:^|\.)(?:openclaw\.ai|openclaw\.org|clawhub\.ai|clawhub\.com|clawdhub\.com|clawd\.bot|clawdbot\.com|molt\.bot|moltbot\.com|moltbook\.com)$/;
const NAMES = /openclaw|clawdbot|clawdhub|clawhub|moltbot/;
/** Where everybody has an account, and names it as they like. */
const SHARED =
  /(?:^|\.)(?:github\.com|github\.io|gitlab\.com|discord\.gg|discord\.com|x\.com|twitter\.com|youtube\.com|githubusercontent\.com|vercel\.app|netlify\.app|pages\.dev|workers\.dev|onrender\.com|web\.app|example\.com)$/;
/** Where programs are published under names that can be held to account. */
const KNOWN =
  /(?:^|\.)(?:github\.com|gitlab\.com|npmjs\.com|npmjs\.org|pypi\.org|docker\.com|docker\.io|crates\.io|rubygems\.org|brew\.sh|nodejs\.org|python\.org|go\.dev|rust-lang\.org|rustup\.rs|google\.com|chrome\.com|apple\.com|microsoft\.com|mozilla\.org|astral\.sh|bun\.sh|deno\.com|deno\.land|git-scm\.com|ffmpeg\.org|anthropic\.com|claude\.com|claude\.ai|openai\.com|ollama\.com|nvidia\.com|tailscale\.com|debian\.org|ubuntu\.com)$/;

/** Whether a host is OpenClaw's own. */
export function isOfOpenClaw(host: string): boolean {
  return OWN.test(host);
}

/** Whether a host bears OpenClaw's name and is not its own. */
export function looksLikeOpenClaw(host: string): boolean {
  return NAMES.test(host.slice(0, 253)) && !OWN.test(host);
}

/** Whether a host belongs to a platform where everyone can have a name. */
export function isShared(host: string): boolean {
  return SHARED.test(host);
}

/** Whether a host is a registry, or the home of widely used software. */
export function isKnownHost(host: string): boolean {
  return KNOWN.test(host);
}
