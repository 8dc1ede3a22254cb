import { destructiveCommand } from '../rules/shell/destructive-command.ts';
import { hiddenMiner } from '../rules/shell/hidden-miner.ts';
import { openedPermissions } from '../rules/shell/opened-permissions.ts';
import { remoteShell } from '../rules/shell/remote-shell.ts';
import type { Invocation, Machine } from './machine.ts';

const SHELL_PATH = /^(?:\/usr)?\/bin\/(?:ba|z|da)?sh$|^(?:ba|z|da)?sh$|^cmd(?:\.exe)?$/;
/** Deleting these is no tidying up: the root, a home, everything in it, records of what happened. */
const PRECIOUS =
  /^(?:\/|\/\*|~|~\/|~\/\*|~\/\.?\*|\/home\/?\*?|\/Users\/?\*?|\/etc\/?\*?|\/var\/log(?:\/.*)?|\/var\/lib\/?\*?|~\/(?:Documents|Desktop|Pictures|\.ssh|\.openclaw|\.config)\/?\*?|\/\.\.?\*|\.\.\/\*(?:\.\w{1,5})?)$/;

/** Open to everyone, these hand over the machine or its user: programs, settings, homes, what is hidden in them. */
const WAY_IN =
  /^(?:\/|(?:\/(?:home|Users)\/[^/]{1,40}|\/root|~)(?:\/\.[^/]{1,40})?|\/(?:home|Users))\/?\*?$|^\/(?:usr|opt|bin|sbin|lib\d{0,2}|etc|boot|var\/(?:spool|log|lib))(?:\/|$)|\/\.ssh(?:\/|$)/;
/** Commands that are judged by themselves, and beginnings of such. */
export const JUDGED: ReadonlySet<string> = new Set('nc ncat netcat socat rm dd chmod'.split(' '));
export const JUDGED_BEGINNING = 'mkfs';
/** An address of a pool of miners, whatever command it is given to. */
export const POOL = 'stratum+';

/** Judges what a command does by itself, whatever data it is given. */
export function judgeCommand(call: Invocation, machine: Machine): void {
  const { name, args, at } = call;
  if (isGivenPool(args))
    machine.report(hiddenMiner.found('pool', { call: name }, machine.evidence(at)));
  if (!JUDGED.has(name) && !name.startsWith(JUDGED_BEGINNING)) return;
  const words = args.map(({ text }) => text);
  if (name === 'nc' || name === 'ncat' || name === 'netcat') {
    const program = words.findIndex((word) => /^-[a-z]{0,4}[ec]$|^--(?:exec|sh-exec)$/.test(word));
    if (program >= 0 && SHELL_PATH.test(words[program + 1] ?? ''))
      machine.report(remoteShell.found('given', { call: name }, machine.evidence(at)));
    else if (
      words.some((word) => /^-[a-z]{0,4}l/.test(word)) &&
      words.some((word) => /^\d{2,5}$/.test(word))
    )
      machine.report(
        remoteShell.found('listens', { call: name }, machine.evidence(at), {
          severity: 'warn',
          confidence: 'likely',
        }),
      );
  }
  if (
    name === 'socat' &&
    words.some((word) => /^EXEC:/i.test(word)) &&
    words.some((word) => /^(?:TCP|OPENSSL)/i.test(word))
  )
    machine.report(remoteShell.found('given', { call: name }, machine.evidence(at)));
  if (name === 'rm' && words.some((word) => /^-[a-zA-Z]{0,4}[rf]/.test(word))) {
    const path = words.find((word) => PRECIOUS.test(word));
    if (path !== undefined)
      machine.report(destructiveCommand.found('deletes', { path }, machine.evidence(at)));
  }
  if (name === 'dd' && words.some((word) => /^of=\/dev\/(?:sd|nvme|disk|hd)/.test(word)))
    machine.report(destructiveCommand.found('overwrites', { call: name }, machine.evidence(at)));
  if (name.startsWith(JUDGED_BEGINNING))
    machine.report(destructiveCommand.found('overwrites', { call: name }, machine.evidence(at)));
  if (
    name === 'chmod' &&
    words.some((word) => /^0?777$|^[ugo]*a?\+s$|^[ugo]\+s$|^[4267][0-7]{3}$/.test(word))
  ) {
    const path = words.find((word) => /^[/~]/.test(word) && !/^\/tmp\//.test(word));
    // A folder of data for a container is careless; what others run or log in with is a way in.
    const isWayIn =
      path !== undefined && (WAY_IN.test(path) || !words.some((word) => /^0?777$/.test(word)));
    if (path !== undefined)
      machine.report(
        openedPermissions.found('opened', { path }, machine.evidence(at), {
          confidence: isWayIn ? 'likely' : 'possible',
        }),
      );
  }
}

function isGivenPool(args: Invocation['args']): boolean {
  // All words of all commands.
  for (let i = 0; i < args.length; i++) {
    const text = args[i]?.text ?? '';
    if (text.startsWith(POOL) && /^\w+\+(?:tcp|ssl|tls):/.test(text)) return true;
  }
  return false;
}

/** Where a shell opens connections. */
export const DEVICES = '/dev/';
const DEVICE = /(?:bash|sh)\s+-i\s{0,5}[>&<|]{0,3}.{0,40}\/dev\/(?:tcp|udp)\//;
const OPENED = /exec\s+(\d{1,3})<>\s?\/dev\/(?:tcp|udp)\//;

/** Places where a shell is tied to a connection by redirections. */
export function tiedShells(text: string): readonly number[] {
  const found: number[] = [];
  for (
    let at = text.indexOf(DEVICES);
    at >= 0 && found.length < 20;
    at = text.indexOf(DEVICES, at + 1)
  ) {
    const line = Math.max(text.lastIndexOf('\n', at) + 1, at - 120);
    const part = text.slice(line, at + 60);
    // A connection that is opened is a client like any other until a shell reads from it.
    const number = OPENED.exec(part)?.[1];
    const rest = number === undefined ? '' : text.slice(at, at + 2000);
    const obeys = new RegExp(
      `\\bsh\\b[^\\n]{0,40}<&\\s?${number}\\b|<&\\s?${number}\\b[^\\n]{0,60}\\b(?:eval|(?:ba|z)?sh)\\b`,
    );
    if (DEVICE.test(part) || (number !== undefined && obeys.test(rest))) found.push(line);
  }
  return found;
}
