import type { Scenario } from '../define.ts';

interface FakeContainer {
  readonly hash: string;
  readonly epoch: string;
  /** Lines of `docker port`. */
  readonly ports?: readonly string[];
}

/** Epoch label that OpenClaw puts on the browser containers it starts. */
export const BROWSER_EPOCH = '2026-02-21-novnc-auth-default';

/** For examples: a gateway on whose host docker shows these browser containers, `oc-1` first. */
export function withContainers(...containers: readonly FakeContainer[]): Scenario {
  const cases = (line: (container: FakeContainer) => string) =>
    containers.map((container, i) => `oc-${i + 1}) ${line(container)} ;;`).join(' ');
  const content = [
    '#!/bin/sh',
    'case "$1" in',
    `ps) printf '${containers.map((_, i) => `oc-${i + 1}\\n`).join('')}' ;;`,
    `inspect) case "$4" in ${cases(({ hash, epoch }) => `printf '${hash}\\t${epoch}\\n'`)} esac ;;`,
    `port) case "$2" in ${cases(({ ports }) => `printf '${(ports ?? []).map((p) => `${p}\\n`).join('')}'`)} esac ;;`,
    'esac',
    '',
  ].join('\n');
  return { bin: [{ name: 'docker', content }] };
}
