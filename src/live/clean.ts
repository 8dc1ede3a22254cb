import { shorten, visible } from '../text/visible.ts';

const MASK = '***';
const MAX_READ = 64 * 1024;
const MAX_SHOWN = 160;
const LONG = 8;
/** A part of a credential that is this long is as good as the whole. */
const PIECES = /[\p{L}\p{N}_-]{8,}/gu;

/** Makes texts of a stranger fit to be shown: short, visible, and without the credentials it was sent. */
export function createCleaner(secrets: readonly string[]): (text: string) => string {
  const known = [...new Set(secrets)]
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length);
  return (text) => {
    let rest = text.slice(0, MAX_READ);
    for (const secret of known) rest = rest.replaceAll(patternOf(secret), MASK);
    const piece = (word: string) => (known.some((secret) => secret.includes(word)) ? MASK : word);
    return shorten(visible(rest.replace(PIECES, piece)), MAX_SHOWN);
  };
}

/** A short one only where it stands alone: a mask inside of other words would give it away. */
function patternOf(secret: string): string | RegExp {
  if (secret.length >= LONG) return secret;
  const escaped = secret.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu');
}
