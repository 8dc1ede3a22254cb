import type { Redirection } from 'unbash';
import type { Machine } from './machine.ts';
import { constant, tainted, type Value } from './value.ts';
import { expanded } from './words.ts';

/** `/dev/tcp/host/port`: where a shell opens connections by itself. */
const DEVICE = /^\/dev\/(?:tcp|udp)\/([^/\s]{1,200})\/[^/\s]{1,20}$/;

/** The host that is behind a redirection: `> /dev/tcp/host/80`, or `>&3` after `exec 3<>/dev/tcp/host/80`. */
export function hostBehind(redirection: Redirection, machine: Machine): string | undefined {
  if (redirection.type !== 'Redirect' || !redirection.target) return undefined;
  const { operator, target, descriptor } = redirection;
  const path = expanded(target, machine).text;
  if (/^[<>]&$/.test(operator)) return machine.variables.get(numbered(path))?.text;
  const host = DEVICE.exec(path)?.[1];
  if (host !== undefined && descriptor?.type === 'FileDescriptor')
    machine.variables.set(numbered(`${descriptor.value}`), constant(host));
  return host;
}

/** No variable has such a name. */
function numbered(descriptor: string): string {
  return `&${descriptor}`;
}

/** What comes in from a host over a connection. */
export function received(host: string, at: number, machine: Machine): Value {
  return tainted('*', { kind: 'remote', detail: host }, machine.step(at, `/dev/tcp/${host}`));
}
