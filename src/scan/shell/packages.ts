import type { Handler, Invocation, Machine } from './machine.ts';
import { type Taint, tainted, UNKNOWN } from './value.ts';

const INSTALL = /^(?:install|i|add|get|wheel)$/;
const INDEX = /^(?:-i|--index-url|--extra-index-url|--find-links|-f|--registry)$/;

/** A package that is installed from an address runs scripts of its own on the way. */
export const packages: Handler = (call: Invocation, machine: Machine) => {
  const { name, args, at } = call;
  const words = args.map(({ text }) => text);
  if (!words.some((word) => INSTALL.test(word))) return UNKNOWN;
  for (const [index, word] of words.entries()) {
    const previous = words[index - 1] ?? '';
    const value = /^--(?:extra-)?index-url=(.{4,500})$|^--registry=(.{4,500})$/.exec(word);
    const address = value?.[1] ?? value?.[2] ?? word;
    if (!/^(?:git\+)?https?:\/\//.test(address)) continue;
    // A registry or a repository that is named by a name is somebody's; an address alone is nobody's.
    if (
      !INDEX.test(previous) &&
      value === null &&
      !/\.(?:tgz|tar\.gz|zip|whl)(?:[?#]|$)/.test(address)
    )
      continue;
    if (!/^(?:git\+)?https?:\/\/(?:\d{1,3}(?:\.\d{1,3}){3}|\[)/.test(address)) continue;
    const detail = address.replace(/^git\+/, '');
    const taints: readonly Taint[] = tainted(
      '*',
      { kind: 'remote', detail },
      machine.step(at, detail),
    ).taints;
    machine.flow(taints, { kind: 'shell', call: `${name} install`, detail: '*' }, at);
  }
  return UNKNOWN;
};
