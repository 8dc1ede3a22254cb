import { cut } from '../bounds.ts';
import type { ScanFinding } from '../finding.ts';
import type { SinkKind, Source } from '../flow/flow.ts';
import { judgeFlow } from '../flow/judge-flow.ts';
import type { FrontEnd, Seen } from '../front-end.ts';
import { guardOff } from '../rules/shell/guard-off.ts';
import { weighInstaller } from '../shell/weigh-flow.ts';
import { evidenceAt, positionsIn } from '../snippet.ts';
import { textOfUtf16Base64 } from './decode.ts';

const MAX_SCRIPT = 400_000;
const MAX_LINES = 20_000;
const MAX_LINE = 4000;
/** A longer line is read piece by piece; what lies across their border is in both. */
const OVERLAP = 1000;
const MATTERS =
  /\b(?:iex|invoke-expression|invoke-webrequest|invoke-restmethod|iwr|irm|webclient|start-bitstransfer|bitsadmin|certutil|mshta|regsvr32|msiexec|rundll32|curl|wget|schtasks|defender|mppreference|advfirewall|currentversion)\b|[\s/-]e(?:nc|ncodedcommand)?\s/i;
const FETCHES =
  /\b(?:iwr|irm|invoke-webrequest|invoke-restmethod|curl(?:\.exe)?|wget(?:\.exe)?|webclient|start-bitstransfer|bitsadmin|certutil(?:\.exe)?\b[^\n]{0,80}-urlcache)\b/i;
const URL = /https?:\/\/[^\s'"`)>|;&]{3,500}/i;
/** What comes in, or what is named, is run as a script. */
const EVALUATED =
  /\|\s{0,5}(?:iex|invoke-expression)\b|(?:^|[\s;&({"'|])(?:iex|invoke-expression)\b/i;
/** Programs of Windows that fetch and run in one go. */
const DIRECT =
  /\b(mshta|regsvr32|msiexec|rundll32)(?:\.exe)?\b[^\n]{0,120}?(https?:\/\/[^\s'"`)>|;&]{3,500})/i;
const SAVED =
  /(?:-outfile|-o|-destination|--output|\.downloadfile\([^\n,]{4,300},)\s{0,3}["']?([^\s"')|;&]{2,200})|-urlcache\b[^\n]{0,60}https?:\/\/\S{3,300}\s{1,3}["']?([^\s"'|;&]{2,200})/i;
const ENCODED = /[-/]e(?:nc|ncodedcommand|c)?\s{1,3}["']?([a-z\d+/=]{24,20000})/i;
const RUN_KEY =
  /\breg(?:\.exe)?\s{1,3}add\b[^\n]{0,80}currentversion\\run|\bschtasks(?:\.exe)?\b[^\n]{0,20}\/create\b|\bnew-scheduledtask\b|currentversion\\run/i;
const GUARDS: readonly (readonly [string, RegExp])[] = [
  [
    'Windows Defender',
    /\bset-mppreference\b[^\n]{0,80}-disable\w{3,40}\s{1,3}(?:\$?true|1)|\badd-mppreference\b[^\n]{0,40}-exclusion\w{2,20}|\b(?:sc(?:\.exe)?\s{1,3}(?:stop|delete)|stop-service)\s{1,3}windefend/i,
  ],
  [
    'Windows Firewall',
    /\badvfirewall\b[^\n]{0,40}\bstate\s{1,3}off|\bset-netfirewallprofile\b[^\n]{0,80}-enabled\s{1,3}\$?false/i,
  ],
];

/** PowerShell and batch files, read line by line: what is fetched and run, hidden, planted, switched off. */
export const windowsFrontEnd: FrontEnd = {
  languages: ['powershell'],
  scan({ path: file, text: whole }, context): Seen {
    const findings: ScanFinding[] = [];
    const facts = whole.length > MAX_SCRIPT ? [cut(file, whole.length)] : [];
    const text = whole.slice(0, MAX_SCRIPT);
    if (!MATTERS.test(text)) return { findings, facts };
    const place = positionsIn(file, text);
    const lines = linesOf(text);
    if (lines.length >= MAX_LINES) facts.push(cut(file, whole.length));
    const saved = new Map<string, string>();
    for (const { line, at } of lines) {
      const spot = evidenceAt(place(at), () => line);
      const report = (source: Source, kind: SinkKind, call: string, transforms: string[] = []) => {
        const { file, line: row, column } = spot;
        const here = { file, line: row, column };
        const steps = [
          { ...here, what: source.detail.slice(0, 200) || source.kind },
          { ...here, what: call },
        ];
        const sink = { kind, call, detail: '*' };
        const flow = { ...here, snippet: spot.snippet, source, transforms, sink, steps };
        const finding = weighInstaller(flow) ?? judgeFlow(flow);
        if (finding) findings.push(finding);
      };
      const remote = (detail: string): Source => ({ kind: 'remote', detail });
      const address = URL.exec(line)?.[0];
      const fetched = address !== undefined && FETCHES.test(line) ? address : undefined;
      const direct = DIRECT.exec(line);
      if (direct?.[2]) report(remote(direct[2]), 'shell', direct[1] ?? 'mshta');
      for (const [name, from] of saved)
        if (runs(line, name)) report(remote(from), 'program-file', name);
      if (fetched !== undefined) {
        const name = SAVED.exec(line);
        const target = name?.[1] ?? name?.[2];
        if (EVALUATED.test(line)) report(remote(fetched), 'shell', 'Invoke-Expression');
        else if (target !== undefined && saved.size < 50) {
          saved.set(target, fetched);
          const rest = line.slice((name?.index ?? 0) + (name?.[0].length ?? 0));
          if (runs(rest, target)) report(remote(fetched), 'program-file', target);
        }
      }
      const encoded = ENCODED.exec(line)?.[1];
      const plain = encoded === undefined ? undefined : textOfUtf16Base64(encoded);
      if (plain !== undefined) {
        report({ kind: 'decoded-constant', detail: plain }, 'shell', 'powershell', ['base64']);
        const { line: row, column } = spot;
        const part = {
          language: 'powershell',
          text: plain.replaceAll('\n', ' '),
          line: row,
          column,
        } as const;
        findings.push(
          ...context.scanPart(
            { path: file, language: 'powershell', text: plain, bytes: new Uint8Array() },
            part,
          ).findings,
        );
      }
      if (RUN_KEY.test(line))
        report({ kind: 'file', detail: '' }, 'autostart', line.trim().split(/\s/, 1)[0] ?? 'reg');
      for (const [guard, pattern] of GUARDS)
        if (pattern.test(line)) findings.push(guardOff.found('off', { guard }, spot));
      if (findings.length > 100) break;
    }
    return { findings, facts };
  },
};

/** Whether a line starts a file that was saved before. */
function runs(line: string, name: string): boolean {
  const at = line.toLowerCase().indexOf(name.toLowerCase());
  if (at < 0) return false;
  const before = line.slice(Math.max(0, at - 60), at);
  return /(?:^|[;&|({])\s{0,5}(?:["'.\\/]{0,3}|&\s{0,3}["']?)$|\b(?:start-process|start|invoke-item|call|cmd\s\/c|powershell\b[^\n]{0,40}-file)\s[^;|&]{0,40}$/i.test(
    before,
  );
}

function linesOf(text: string): readonly { readonly line: string; readonly at: number }[] {
  const lines: { line: string; at: number }[] = [];
  for (let at = 0; at < text.length && lines.length < MAX_LINES; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    if (!/^\s{0,200}(?:#|rem\s|::)/i.test(text.slice(at, Math.min(end, at + 300))))
      for (let from = at; from < end && lines.length < MAX_LINES; from += MAX_LINE - OVERLAP)
        lines.push({ line: text.slice(from, Math.min(end, from + MAX_LINE)), at: from });
    at = end + 1;
  }
  return lines;
}
