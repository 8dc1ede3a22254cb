/** Whether later releases take a directory for a plugin that is switched off or kept for later. */
export function isPutAside(name: string): boolean {
  return (
    name === 'node_modules' ||
    name.startsWith('.') ||
    name.endsWith('.bak') ||
    name.includes('.backup-') ||
    name.includes('.disabled')
  );
}
