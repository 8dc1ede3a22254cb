import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { PowerShell } from '../../src/gather/windows-powershell.ts';

export const ME = 'S-1-5-21-1004336348-1177238915-682003330-1001';
/** Inherited; Users may read. */
export const OPEN = `D:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;FA;;;${ME})(A;ID;0x1200a9;;;BU)`;

/**
 * Speaks as PowerShell does for the two fixed scripts, with lists that are kept in a file. A directory
 * hands a new list down to everything in it that has none of its own.
 */
const PROGRAM = `
const fs = require('node:fs');
const { LISTS, MODE, ME, OPEN } = process.env;
const state = JSON.parse(fs.readFileSync(LISTS, 'utf8'));
const input = fs.readFileSync(0, 'latin1');
const listOf = (path) => state.lists[path] ?? OPEN;
const say = (text) => fs.writeSync(1, text + '\\r\\n');
state.calls.push({ args: process.argv.slice(2), input });
if (input.startsWith('{"paths"')) {
  say('me\\t' + ME);
  JSON.parse(input).paths.forEach((path, i) => say(i + '\\tO:' + (state.owners[path] ?? ME) + 'G:BU' + listOf(path)));
  say('end');
} else if (MODE === 'hang') setInterval(() => {}, 1000);
else if (MODE === 'garbage') say('Zugriff verweigert \\x00 {"i":0,"state":"set" {{');
else {
  input.split('\\n').filter(Boolean).forEach((line, i) => {
    const { path, kind, from, to } = JSON.parse(line);
    const now = listOf(path);
    if (MODE === 'refuse') return say(JSON.stringify({ i, state: 'failed', error: 'UnauthorizedAccessException' }));
    if (MODE === 'lies') return say(JSON.stringify({ i, state: 'set', dacl: now }));
    if (now === to) return say(JSON.stringify({ i, state: 'already', dacl: now }));
    if (now !== from) return say(JSON.stringify({ i, state: 'changed', dacl: now }));
    state.lists[path] = to;
    if (kind === 'directory')
      for (const one of Object.keys(state.lists))
        if (one.startsWith(path + '/') && !state.lists[one].startsWith('D:P'))
          state.lists[one] = to === OPEN ? OPEN : 'D:AI(A;ID;FA;;;SY)';
    say(JSON.stringify({ i, state: 'set', dacl: to }));
  });
  say('end');
}
fs.writeFileSync(LISTS, JSON.stringify(state));
`;

export interface Invented {
  readonly shell: PowerShell;
  readonly lists: () => { readonly [path: string]: string };
  readonly calls: () => readonly { readonly args: readonly string[]; readonly input: string }[];
  set(lists: { readonly [path: string]: string }): void;
  setOwner(path: string, sid: string): void;
  readonly in: (mode: 'hang' | 'garbage' | 'refuse' | 'lies') => PowerShell;
  remove(): void;
}

export function inventPowerShell(): Invented {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'ocsec-ps-'));
  const command = path.join(dir, 'powershell.exe');
  const file = path.join(dir, 'lists.json');
  fs.writeFileSync(command, `#!${process.execPath}\n${PROGRAM}`, { mode: 0o755 });
  const save = (state: unknown) => fs.writeFileSync(file, JSON.stringify(state));
  const load = () => JSON.parse(fs.readFileSync(file, 'utf8'));
  save({ lists: {}, owners: {}, calls: [] });
  const env = { LISTS: file, ME, OPEN };
  return {
    shell: { command, env },
    lists: () => load().lists,
    calls: () => load().calls,
    set: (lists) => save({ ...load(), lists: { ...load().lists, ...lists } }),
    setOwner: (path, sid) => save({ ...load(), owners: { ...load().owners, [path]: sid } }),
    in: (mode) => ({ command, env: { ...env, MODE: mode } }),
    remove: () => fs.rmSync(dir, { recursive: true }),
  };
}
