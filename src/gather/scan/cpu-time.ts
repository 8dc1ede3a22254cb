/** CPU time of all threads of this process so far, in ms. On a busy machine it stands still with them. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
