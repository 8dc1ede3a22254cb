/** What a file is written in, as far as a front end is concerned. */
export type Language =
  | 'javascript'
  | 'shell'
  | 'python'
  | 'powershell'
  | 'markdown'
  | 'json'
  | 'text'
  | 'binary';

/** A file, or a part of one, as a front end gets it. */
export interface SourceFile {
  /** Relative to the item. */
  readonly path: string;
  readonly language: Language;
  /** Empty for a binary file. */
  readonly text: string;
  readonly bytes: Uint8Array;
}

const BY_EXTENSION: ReadonlyMap<string, Language> = new Map<string, Language>([
  ...each('javascript', 'js mjs cjs jsx ts mts cts tsx'),
  ...each('shell', 'sh bash zsh ksh fish command bats profile bashrc zshrc'),
  ...each('python', 'py pyw pyi'),
  ...each('powershell', 'ps1 psm1 psd1 bat cmd'),
  ...each('markdown', 'md markdown mdx mdc'),
  ...each('json', 'json jsonc json5 webmanifest'),
  ...each('text', 'txt yaml yml toml ini cfg conf env html htm xml csv rst'),
]);
const INTERPRETERS: readonly (readonly [RegExp, Language])[] = [
  [/^#![^\n]{0,100}\b(?:node|deno|bun|tsx|ts-node)\b/, 'javascript'],
  [/^#![^\n]{0,100}\bpython[\d.]{0,5}\b/, 'python'],
  [/^#![^\n]{0,100}\b(?:ba|z|k|da|fi)?sh\b/, 'shell'],
  [/^#![^\n]{0,100}\bpwsh\b/, 'powershell'],
];

function each(language: Language, extensions: string): readonly (readonly [string, Language])[] {
  return extensions.split(' ').map((extension) => [extension, language]);
}

/** The language of a text: by its interpreter line, else by its name. */
export function languageOf(path: string, head: string): Language {
  const said = head.startsWith('#!') ? INTERPRETERS.find(([line]) => line.test(head)) : undefined;
  return said?.[1] ?? languageOfName(path) ?? 'text';
}

/** The language that a name stands for; undefined when it says nothing of its contents. */
export function languageOfName(path: string): Language | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return BY_EXTENSION.get(name.slice(name.lastIndexOf('.') + 1));
}

const MARKED_WITHIN = 8000;

/** Whether bytes are no text: a NUL among the first few thousand (UTF-16 with its mark excepted). */
export function isBinary(bytes: Uint8Array): boolean {
  if (hasUtf16Mark(bytes)) return false;
  const at = bytes.indexOf(0);
  return at >= 0 && at < MARKED_WITHIN;
}

const UTF8 = new TextDecoder();

/** The text of a file in UTF-8 or, when its mark says so, UTF-16; wrong bytes become U+FFFD. */
export function decode(bytes: Uint8Array): string {
  if (!hasUtf16Mark(bytes)) return UTF8.decode(bytes);
  return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
}

export function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
