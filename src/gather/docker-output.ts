import type { BrowserContainer } from './reach.ts';

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,254}$/;
const MAX_PORT = 65_535;
/** A range of ports is printed one by one. */
const MAX_PUBLISHED = 512;

/** Names of `docker ps`; what docker itself would never name a container is refused, not passed on. */
export function parseNames(text: string): {
  readonly names: readonly string[];
  readonly refused: number;
} {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const names = lines.filter((line) => NAME.test(line));
  return { names: [...new Set(names)], refused: lines.length - names.length };
}

/** The two labels, separated by a tab; blank and `<no value>` mean that there is none. */
export function parseLabels(
  text: string,
): Pick<BrowserContainer, 'configHash'> & Pick<BrowserContainer, 'configEpoch'> {
  const tab = text.indexOf('\t');
  const configHash = labelOf(tab < 0 ? text : text.slice(0, tab));
  const configEpoch = labelOf(tab < 0 ? '' : text.slice(tab + 1));
  return { ...(configHash && { configHash }), ...(configEpoch && { configEpoch }) };
}

function labelOf(text: string): string | undefined {
  const value = text.trim();
  return value === '<no value>' ? undefined : value || undefined;
}

/** Lines such as `9222/tcp -> 0.0.0.0:49153` or `9222/tcp -> [::]:49153`. */
export function parsePorts(text: string): BrowserContainer['published'] {
  const published: { container: string; host: string; port: number }[] = [];
  for (const line of text.split('\n')) {
    const arrow = line.indexOf('->');
    const colon = line.lastIndexOf(':');
    if (arrow < 0 || colon < arrow || published.length >= MAX_PUBLISHED) continue;
    const digits = line.slice(colon + 1).trim();
    const port = Number(digits);
    if (!/^\d{1,5}$/.test(digits) || port > MAX_PORT) continue;
    published.push({
      container: line.slice(0, arrow).trim(),
      host: hostOf(line.slice(arrow + 2, colon).trim()),
      port,
    });
  }
  return published;
}

/** Podman leaves the address out when it means all of them. */
function hostOf(text: string): string {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  return bare || '0.0.0.0';
}
