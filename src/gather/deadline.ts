/** How much time is left for gathering. */
export interface Deadline {
  /** Milliseconds, never below zero. */
  left(): number;
  expired(): boolean;
}

/** A deadline `ms` milliseconds from now. */
export function createDeadline(
  ms: number,
  now: () => number = () => process.uptime() * 1000,
): Deadline {
  const end = now() + ms;
  return {
    left: () => Math.max(0, end - now()),
    expired: () => now() >= end,
  };
}
