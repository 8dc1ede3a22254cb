import { guardOff } from '../rules/shell/guard-off.ts';
import type { Invocation, Machine } from './machine.ts';

interface Guard {
  readonly commands: readonly string[];
  /** One of these stands among the words. */
  readonly words: readonly string[];
  /** Of the words, joined by blanks. */
  readonly pattern: RegExp;
  /** What it protects. */
  readonly guard: string;
}

/** Commands that switch a protection off. */
export const GUARDS: readonly Guard[] = [
  {
    commands: ['xattr'],
    words: ['-'],
    pattern:
      /^(?:-[a-z]{0,3}c[a-z]{0,3}\b|(?:-[a-z]{1,3}\s)*-[a-z]{0,3}d[a-z]{0,3}\s\S{0,40}quarantine)/,
    guard: 'Gatekeeper (com.apple.quarantine)',
  },
  {
    commands: ['spctl'],
    words: ['-disable'],
    pattern: /--(?:master|global)-disable/,
    guard: 'Gatekeeper',
  },
  {
    commands: ['csrutil'],
    words: ['disable'],
    pattern: /^disable/,
    guard: 'System Integrity Protection',
  },
  {
    commands: ['setenforce'],
    words: ['0', 'permissive'],
    pattern: /^(?:0|permissive)$/i,
    guard: 'SELinux',
  },
  { commands: ['ufw'], words: ['disable'], pattern: /^disable/, guard: 'ufw' },
  {
    commands: ['systemctl'],
    words: ['stop', 'disable', 'mask'],
    pattern:
      /^(?:stop|disable|mask)\b.{0,40}\b(?:firewalld|apparmor|auditd|clamav|falcon-sensor|ufw)/,
    guard: 'a system guard',
  },
  {
    commands: ['openclaw', 'clawdbot', 'moltbot'],
    words: ['config', 'approvals', 'sandbox'],
    pattern:
      /^config\sset\s.{0,60}(?:(?:exec|approvals?)[\w.]{0,30}\.ask\s["']?off|exec[\w.]{0,30}\.security\s["']?full|sandbox\.mode\s["']?off)|^approvals\s.{0,60}(?:off|allow-all)|^sandbox\s(?:off|disable)/,
    guard: 'OpenClaw',
  },
];

const BY_COMMAND: ReadonlyMap<string, Guard> = new Map(
  GUARDS.flatMap((guard) => guard.commands.map((command) => [command, guard] as const)),
);

/** Reports a command that takes a guard out of the way of what follows it. */
export function judgeGuards({ name, args, at }: Invocation, machine: Machine): void {
  const row = BY_COMMAND.get(name);
  if (!row) return;
  const all = args
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 1000);
  if (!row.words.some((it) => all.toLowerCase().includes(it)) || !row.pattern.test(all)) return;
  // Programs that nobody signed come with this command, honest ones among them.
  const confidence = name === 'xattr' ? 'possible' : 'likely';
  machine.report(guardOff.found('off', { guard: row.guard }, machine.evidence(at), { confidence }));
}
