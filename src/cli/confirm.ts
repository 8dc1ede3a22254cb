import { createInterface } from 'node:readline/promises';
import { isatty } from 'node:tty';

/** Whether someone sits there who can be asked. */
export const canAsk = () => isatty(0) && isatty(1);

/** Asks on the terminal; anything but a yes is a no, the end of the input too. */
export async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    const answer = await Promise.race([terminal.question(question), ended]);
    return /^(y|yes|예|네)$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
