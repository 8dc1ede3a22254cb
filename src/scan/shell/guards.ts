import { guardOff } from '../rules/shell/guard-off.ts';
import type { Invocation, Machine } from './machine.ts';

/** Commands that switch a protection off: the command, its words joined by blanks, and what it protects. */
const GUARDS: readonly (readonly [name: RegExp, words: RegExp, guard: string])[] = [
  [
    /^xattr$/,
    /^(?:-[a-z]{0,3}c[a-z]{0,3}\b|(?:-[a-z]{1,3}\s)*-[a-z]{0,3}d[a-z]{0,3}\s\S{0,40}quarantine)/,
    'Gatekeeper (com.apple.quarantine)',
  ],
  [/^spctl$/, /--(?:master|global)-disable/, 'Gatekeeper'],
  [/^csrutil$/, /^disable/, 'System Integrity Protection'],
  [/^setenforce$/, /^(?:0|permissive)$/i, 'SELinux'],
  [/^ufw$/, /^disable/, 'ufw'],
  [
    /^systemctl$/,
    /^(?:stop|disable|mask)\b.{0,40}\b(?:firewalld|apparmor|auditd|clamav|falcon-sensor|ufw)/,
    'a system guard',
  ],
  [
    /^(?:openclaw|clawdbot|moltbot)$/,
    /^config\sset\s.{0,60}(?:(?:exec|approvals?)[\w.]{0,30}\.ask\s["']?off|exec[\w.]{0,30}\.security\s["']?full|sandbox\.mode\s["']?off)|^approvals\s.{0,60}(?:off|allow-all)|^sandbox\s(?:off|disable)/,
    'OpenClaw',
  ],
];

/** Reports a command that takes a guard out of the way of what follows it. */
export function judgeGuards({ name, args, at }: Invocation, machine: Machine): void {
  const rows = GUARDS.filter(([command]) => command.test(name));
  if (rows.length === 0) return;
  const words = args
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 1000);
  for (const [, pattern, guard] of rows)
    if (pattern.test(words))
      machine.report(
        // Programs that nobody signed come with this command, honest ones among them.
        guardOff.found('off', { guard }, machine.evidence(at), {
          confidence: name === 'xattr' ? 'possible' : 'likely',
        }),
      );
}
