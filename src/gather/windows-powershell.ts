import { win32 } from 'node:path';
import { isSid } from './windows-principals.ts';

/**
 * Keeps to what the constrained language mode allows as well: no method is called but under `try`.
 * Everything it prints is ASCII, so no code page matters.
 */
const SCRIPT = `
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$asked = (ConvertFrom-Json (@($input) -join '')).paths
$me = ''
try { $me = [Security.Principal.WindowsIdentity]::GetCurrent().User.Value } catch {}
if (-not $me) {
  try {
    $who = & "$env:SystemRoot\\System32\\whoami.exe" /user /fo csv /nh
    if ("$who" -match '"(S-1-[0-9-]+)"') { $me = $Matches[1] }
  } catch {}
}
"me\`t$me"
$i = 0
foreach ($path in $asked) {
  try { "$i\`t$((Get-Acl -LiteralPath $path).Sddl)" }
  catch { "$i\`t!$($_.CategoryInfo.Category)" }
  $i++
}
'end'
`;

/** Arguments of powershell.exe for a fixed script; what it works on goes in through standard input. */
export const argumentsFor = (script: string): readonly string[] => [
  '-NoLogo',
  '-NoProfile',
  '-NonInteractive',
  '-InputFormat',
  'Text',
  '-OutputFormat',
  'Text',
  '-EncodedCommand',
  Buffer.from(script, 'utf16le').toString('base64'),
];

/** Arguments of powershell.exe for reading ACLs. */
export const POWERSHELL_ARGS = argumentsFor(SCRIPT);

/** A Windows PowerShell, by its absolute path, and the environment that it needs. */
export interface PowerShell {
  readonly command: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The one that comes with Windows; none that lies on the PATH is ever started. */
export function powerShell(env: NodeJS.ProcessEnv): PowerShell {
  const command = win32.join(systemRoot(env), 'System32\\WindowsPowerShell\\v1.0\\powershell.exe');
  return { command, env: withoutModulePath(env) };
}

/** The directory of Windows; the usual one where the variable names no absolute path. */
export function systemRoot(env: NodeJS.ProcessEnv): string {
  const name = Object.keys(env).find((key) => key.toLowerCase() === 'systemroot');
  const root = name === undefined ? undefined : env[name];
  return root && win32.isAbsolute(root) ? root : 'C:\\Windows';
}

/** A path of PowerShell 7 in this variable keeps Windows PowerShell from loading `Get-Acl`. */
function withoutModulePath(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => name.toLowerCase() !== 'psmodulepath'),
  );
}

/** The paths as ASCII-only JSON, one a line: PowerShell reads its input in the OEM code page. */
export function question(paths: readonly string[]): string {
  return `{"paths":[\n${paths.map(asciiJson).join(',\n')}\n]}\n`;
}

/** JSON on one line, ASCII only. */
export const asciiJson = (value: unknown) =>
  JSON.stringify(value).replace(
    /[^ -~]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export interface PowerShellAnswer {
  readonly me: string | undefined;
  /** SDDL or `!category`, by the index of the path. */
  readonly lines: ReadonlyMap<number, string>;
}

/** Reads the answer; undefined when its end is missing. Lines that were wrapped are joined again. */
export function parseAnswer(text: string): PowerShellAnswer | undefined {
  let me: string | undefined;
  let last: number | undefined;
  let ended = false;
  const lines = new Map<number, string>();
  for (const line of text.split(/\r?\n/)) {
    const tab = line.indexOf('\t');
    const head = line.slice(0, Math.max(tab, 0));
    if (head === 'me') me = isSid(line.slice(tab + 1)) ? line.slice(tab + 1) : undefined;
    else if (/^\d{1,6}$/.test(head)) {
      last = Number(head);
      lines.set(last, line.slice(tab + 1));
    } else if (line === 'end') ended = true;
    else if (last !== undefined && !ended) lines.set(last, `${lines.get(last) ?? ''}${line}`);
  }
  return ended ? { me, lines } : undefined;
}
