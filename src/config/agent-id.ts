const MAX_LENGTH = 64;

/** OpenClaw's normal form of an agent id. */
export function normalizeAgentId(id: string | undefined): string {
  const safe = (id ?? '')
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-');
  // Loops, because `-+$` takes quadratic time on a long run of dashes.
  let start = 0;
  while (safe[start] === '-') start += 1;
  let end = safe.length;
  while (end > start && safe[end - 1] === '-') end -= 1;
  return safe.slice(start, Math.min(end, start + MAX_LENGTH)) || 'main';
}
