import { register } from './plugin.js';

export function run(code: string): void {
  // finds: remote-code
  new Function(code)();
}
export const again = (): Promise<void> => register();
