const MAX_LENGTH = 64;

/** The candidate that was probably meant by a mistyped word. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > MAX_LENGTH) return undefined;
  const typed = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = 1 + Math.max(2, Math.floor(typed.length / 3));
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    if (candidate.length > MAX_LENGTH) continue;
    const begun = typed.length > 2 && known.startsWith(typed);
    const away = begun ? 1 : distance(typed, known);
    if (away >= bestDistance || away >= Math.max(typed.length, 2)) continue;
    best = candidate;
    bestDistance = away;
  }
  return best;
}

/** Levenshtein distance, a swap of neighbours counted as one. */
function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : change;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change, swap));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
