import type { RiskyContext } from '../../posture/exposure.ts';

/** `agents.list.dev (sandbox=off: exec, process, read)`: a context and what it reaches. */
export function describeContexts(contexts: readonly RiskyContext[]): readonly string[] {
  return contexts.map(({ tools, runtimeTools, fsTools }) => {
    const reached = [...runtimeTools, ...fsTools].join(', ');
    return `${tools.label} (sandbox=${tools.sandboxMode}: ${reached})`;
  });
}
