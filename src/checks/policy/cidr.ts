/** Widest block of IPv4 and IPv6 addresses that can still be one organisation's proxies. */
const MIN_PREFIX_V4 = 8;
const MIN_PREFIX_V6 = 32;
const MAPPED = '::ffff:';

/** Whether `address/prefix` covers more than a proxy can need: `0.0.0.0/0`, `::/0`, `128.0.0.0/1` … */
export function isTooWide(entry: string): boolean {
  const [address = '', prefix = ''] = entry.trim().split('/');
  if (!/^\d{1,3}$/.test(prefix)) return false;
  const bits = Number(prefix);
  if (!address.includes(':')) return bits < MIN_PREFIX_V4;
  if (address.toLowerCase().startsWith(MAPPED)) return bits < 96 + MIN_PREFIX_V4;
  return bits < MIN_PREFIX_V6;
}
