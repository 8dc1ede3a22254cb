import { cut } from '../bounds.ts';
import type { ScanFinding } from '../finding.ts';
import type { FrontEnd, Seen } from '../front-end.ts';
import { nativeProgram } from '../rules/file/native-program.ts';
import { snippetOf } from '../snippet.ts';
import type { SourceFile } from '../source-file.ts';
import { areStringsCut } from '../strings.ts';

/** Files that are no text: what they are, and what their readable strings say. */
export const binaryFrontEnd: FrontEnd = {
  languages: ['binary'],
  scan(file, context): Seen {
    const own = programFindings(file);
    const { findings, facts } = context.scanPart(file, {
      language: 'text',
      text: file.text,
      line: 1,
      column: 1,
    });
    const rest = areStringsCut(file.bytes, file.text) ? [cut(file.path, file.bytes.length)] : [];
    return { findings: [...own, ...findings], facts: [...facts, ...rest] };
  },
};

const PLATFORMS: readonly (readonly [platform: string, magic: readonly number[]])[] = [
  ['Linux', [0x7f, 0x45, 0x4c, 0x46]],
  ['Windows', [0x4d, 0x5a]],
  ['macOS', [0xcf, 0xfa, 0xed, 0xfe]],
  ['macOS', [0xce, 0xfa, 0xed, 0xfe]],
  ['macOS', [0xca, 0xfe, 0xba, 0xbe]],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** Parts that a loader of the language asks for by name, and packages ship for every platform. */
const LIBRARY = /\.(?:node|so(?:\.\d+)*|dylib|dll|wasm|class|jar)$|(?:^|\/)node_modules\//i;

function programFindings({ path, bytes }: SourceFile): readonly ScanFinding[] {
  const starts = (magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);
  const at = placeOf(path);
  const quiet = LIBRARY.test(path);
  const weight = quiet ? ({ severity: 'info' } as const) : {};
  const platform = PLATFORMS.find(([, magic]) => starts(magic))?.[0];
  if (platform !== undefined)
    return [nativeProgram.found('program', { path, platform }, at, weight)];
  if (/\.py[co]$/i.test(path)) {
    const leftover = /(?:^|\/)__pycache__\//.test(path);
    return [nativeProgram.found('bytecode', { path }, at, leftover ? { severity: 'info' } : {})];
  }
  if (starts(OLE) || /!\/(?:word|xl|ppt)\/vbaProject\.bin$/i.test(path))
    return [nativeProgram.found('macros', { path }, at, { confidence: 'possible' })];
  return [];
}

function placeOf(path: string) {
  return { file: path, line: 1, column: 1, snippet: snippetOf(path) };
}
