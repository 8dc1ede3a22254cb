import type { Location } from '../judge/report.ts';
import { formatValue } from '../text/format.ts';
import { visible } from '../text/visible.ts';
import { pad, takeEnd, takeStart, widthOf } from './layout.ts';
import type { Paint } from './paint.ts';

/** `~` for the home directory, where a path begins with it. */
export function shortenHome(path: string, home: string): string {
  if (home.length < 2 || !path.startsWith(home)) return path;
  const rest = path.slice(home.length);
  return rest === '' || rest.startsWith('/') || rest.startsWith('\\') ? `~${rest}` : path;
}

/** `~/.openclaw/openclaw.json:12:5`. */
export function placeName(location: Location, home: string): string {
  const { line, column } = location;
  const position = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
  return formatValue(shortenHome(location.file, home)) + position;
}

/** The line that is meant, cut to fit, and carets below the place in it. */
export function renderSnippet(
  location: Location,
  width: number | null,
  paint: Paint,
): readonly string[] {
  const { snippet, snippetStart, snippetLength, line } = location;
  if (snippet === undefined || snippet.trim() === '') return [];
  const number = line === undefined ? '' : String(line);
  const gutter = `    ${number} | `;
  const blank = `${pad('', widthOf(gutter) - 2)}| `;
  const start = clamp(snippetStart ?? 0, 0, snippet.length);
  const end = clamp(start + (snippetLength ?? 0), start, snippet.length);
  const room = width === null ? Number.POSITIVE_INFINITY : Math.max(10, width - widthOf(gutter));
  const marked = show(snippet.slice(start, end));
  const mark = takeStart(marked, room);
  const left = show(snippet.slice(0, start)).trimStart();
  const before = takeEnd(left, Math.max(0, Math.floor((room - widthOf(mark)) / 2)));
  const after = takeStart(
    show(snippet.slice(end)).trimEnd(),
    Math.max(0, room - widthOf(before) - widthOf(mark)),
  );
  const lines = [paint('dim', gutter) + before + paint('strong', mark) + after];
  // Carets below the whole line would point at nothing.
  if (snippetStart !== undefined && mark !== '' && before + after !== '')
    lines.push(
      paint('dim', blank) + pad('', widthOf(before)) + paint('warn', '^'.repeat(widthOf(mark))),
    );
  return lines;
}

const show = (text: string) => visible(text.replaceAll('\t', '  '));

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
