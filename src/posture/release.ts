/** Whether a release is 2026.9 or later, which keeps its state in databases. */
export function isFrom2026x9(release: string): boolean {
  const [year = 0, month = 0] = release.split('.').map(Number);
  return year > 2026 || (year === 2026 && month >= 9);
}
