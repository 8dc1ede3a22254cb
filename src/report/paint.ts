/** How a piece of text is set off. */
type Style = 'critical' | 'warn' | 'info' | 'strong' | 'code' | 'dim' | 'good';

const CODES: { readonly [S in Style]: string } = {
  critical: '1;31',
  warn: '1;33',
  info: '1;34',
  strong: '1',
  code: '36',
  dim: '2',
  good: '32',
};

export interface Paint {
  (style: Style, text: string): string;
  /** Text whose `code` is styled; without colour the backticks stay. */
  prose(text: string): string;
  /** Text that is styled as a whole: with colour, the backticks go. */
  bare(text: string): string;
}

/** Sets text off with colour, or leaves it as it is. */
export function createPaint(color: boolean): Paint {
  const paint = (style: Style, text: string) =>
    color && text !== '' ? `\x1b[${CODES[style]}m${text}\x1b[0m` : text;
  const prose = (text: string) =>
    color ? text.replace(/`([^`]+)`/g, (_, code: string) => paint('code', code)) : text;
  const bare = (text: string) => (color ? text.replaceAll('`', '') : text);
  return Object.assign(paint, { prose, bare });
}
