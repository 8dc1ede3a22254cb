/** What the head of a SKILL.md says. Undefined where nothing, or only blanks, is written. */
export interface SkillHead {
  readonly name?: string;
  readonly description?: string;
}

const MAX_LINES = 200;
const MAX_TEXT = 128;

/** Reads `name` and `description` of the YAML head between two lines of dashes. */
export function readSkillHead(text: string): SkillHead {
  const lines = text
    .slice(0, 64 * 1024)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/, MAX_LINES);
  if (lines[0]?.trimEnd() !== '---') return {};
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end < 0) return {};
  const head = lines.slice(1, end);
  const name = textOf(head, 'name');
  const description = textOf(head, 'description');
  return { ...(name ? { name } : {}), ...(description ? { description } : {}) };
}

function textOf(head: readonly string[], key: string): string {
  const at = head.findIndex((line) => line.startsWith(`${key}:`));
  if (at < 0) return '';
  const written = (head[at] ?? '').slice(key.length + 1).trim();
  const quote = /^(["'])(.*)\1(?:\s+#.*)?$/.exec(written);
  if (quote) return (quote[2] ?? '').trim().slice(0, MAX_TEXT);
  const plain = written.replace(/(?:^|\s)#.*$/, '').trim();
  // A block (`|`, `>`) or nothing: the value is what is indented below.
  if (plain && !/^[|>][-+0-9]{0,2}$/.test(plain)) return plain.slice(0, MAX_TEXT);
  const rest = head.slice(at + 1);
  const stop = rest.findIndex((line) => /^\S/.test(line));
  const below = stop < 0 ? rest : rest.slice(0, stop);
  return below
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
    .slice(0, MAX_TEXT);
}
