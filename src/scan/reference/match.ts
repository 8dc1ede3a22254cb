/** A rule of the reference that a text meets, and the line where it does. */
export interface CodeMatch {
  readonly rule: string;
  readonly level: 'critical' | 'warn';
  readonly line: number;
}
