import type { PowerShell } from '../gather/windows-powershell.ts';

/** What access control lists are read and set with; empty where there are none. */
export interface HostShell {
  readonly shell?: PowerShell;
}

export async function hostShell(env: NodeJS.ProcessEnv): Promise<HostShell> {
  if (process.platform !== 'win32') return {};
  const { powerShell } = await import('../gather/windows-powershell.ts');
  return { shell: powerShell(env) };
}
