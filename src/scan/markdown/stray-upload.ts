import type { ScanFinding, Spot } from '../finding.ts';
import { hostOf } from '../knowledge/destinations.ts';
import { spotsIn, watch } from '../prefilter/spots.ts';
import { agentSteering } from '../rules/text/agent-steering.ts';
import { snippetOf } from '../snippet.ts';
import { isAboutAttacks } from './quoted.ts';

/** Hosting where nobody needs a name, an account that lasts or money. */
const FREE =
  /(?:^|\.)(?:onrender\.com|herokuapp\.com|glitch\.me|replit\.app|repl\.co|workers\.dev|fly\.dev|railway\.app|web\.app|firebaseapp\.com|deno\.dev|pythonanywhere\.com|surge\.sh|ngrok-free\.app)$/;
const UPLOAD =
  /\bcurl\b[^\n]{0,200}(?:\s-X\s?(?:POST|PUT)|\s-[dFT]\s|\s--(?:data|form|upload-file))[^\n]{0,400}/g;
const UPLOADS = watch(UPLOAD);
const URL = /https?:\/\/[^\s"'`)<>]{4,300}/;
/** The service of a skill is named more often than once. */
const MAX_MENTIONS = 2;

/** Data goes to free hosting that the skill speaks of nowhere else: not the service it is made for. */
export function strayUploads(text: string, place: (at: number) => Spot): readonly ScanFinding[] {
  const spots = spotsIn(text);
  if (!spots.mayMatch(UPLOADS) || !spots.mayMatch(FREE_WORDS) || !FREE_WORD.test(text)) return [];
  const found: ScanFinding[] = [];
  let count = 0;
  for (const { 0: command, index } of text.matchAll(UPLOAD)) {
    if (count++ > 100) break;
    const address = URL.exec(command)?.[0];
    const host = address === undefined ? undefined : hostOf(address);
    if (host === undefined || !FREE.test(host) || text.split(host).length - 1 > MAX_MENTIONS)
      continue;
    if (isSubject(host, text)) continue;
    if (isAboutAttacks(text.slice(Math.max(text.lastIndexOf('\n', index), index - 200), index)))
      continue;
    found.push(
      agentSteering.found('forward', {}, { ...place(index), snippet: snippetOf(command) }),
    );
  }
  return found;
}

const GENERAL =
  /^(?:agents?|agent|server|backend|production|service|skills?|openclaw|clawdbot|moltbot|backup|upload|collect(?:or)?|webhook|gateway|monitor(?:ing)?|update|security|analytics|storage|report(?:s|ing)?)$/;

/** Whether a service is called like what the beginning of the text says it is about. */
function isSubject(host: string, text: string): boolean {
  const about = text.slice(0, 600).toLowerCase().replaceAll(host, ' ');
  const words = (host.split('.')[0] ?? '').split(/[^a-z]+/);
  return words.some((it) => it.length >= 5 && !GENERAL.test(it) && about.includes(it));
}

const FREE_WORD =
  /onrender|herokuapp|glitch\.me|replit|repl\.co|workers\.dev|fly\.dev|railway|web\.app|firebaseapp|deno\.dev|pythonanywhere|surge\.sh|ngrok/;
const FREE_WORDS = watch(FREE_WORD);
