import type { SourceKind } from '../flow/flow.ts';
import { sourceAt } from '../knowledge/paths.ts';
import { isOfOneService, ownerOfSetting } from '../knowledge/settings.ts';
import { bare } from './well-known.ts';

/** Words by which a description owns up to what is read, for each kind of private data. */
const SUBJECTS: ReadonlyMap<SourceKind, RegExp> = new Map<SourceKind, RegExp>([
  [
    'wallet',
    /wallet|crypto|bitcoin|ethereum|solana|chain|web3|defi|nft|token|trad|지갑|钱包|加密|链/i,
  ],
  [
    'browser-profile',
    /browser|chrome|chromium|firefox|brave|edge|cookie|bookmark|history|login|session|브라우저|쿠키|浏览器/i,
  ],
  [
    'credential-file',
    /\bssh\b|credential|\baws\b|kube|cloud|deploy|server|\bgit|docker|\bnpm\b|registry|publish|remote|backup|dotfile|audit|security|shell|terminal|host|인증|서버|배포|백업|凭|服务器|部署|备份/i,
  ],
  ['key-store', /key|password|secret|vault|gpg|pgp|encrypt|sign|키|비밀|密/i],
  [
    'state-file',
    /openclaw|claw|molt|claude|codex|cursor|gemini|agent|gateway|config|backup|usage|quota|auth|에이전트|设置|配置/i,
  ],
]);

/**
 * What kind of private data `what` is, where a text about its owner's purpose does not speak of it;
 * undefined for anything that it may well be about, and for a key of one service that goes `to` a
 * host after which the text is called: that is what keys are kept there for.
 */
export function unspokenKind(what: string, purpose: string, to: string): SourceKind | undefined {
  const { 1: file = what, 2: part } = /^(.+) \(([^)]{1,250})\)$/.exec(what.slice(0, 1500)) ?? [];
  const kind = sourceAt(file);
  const owner = kind === 'state-file' ? ownerOfSetting(file, part) : undefined;
  const name = owner === undefined ? '' : bare(owner);
  if (name !== '' && bare(purpose).includes(name)) return undefined;
  if (kind === 'state-file' && isOfOneService(file, part) && speaksOf(to, purpose))
    return undefined;
  const subject = SUBJECTS.get(kind);
  return subject && !subject.test(purpose.slice(0, 4000)) ? kind : undefined;
}

/** Whether a text names a host: by its last two names together, `x.ai` as `xAI`, or the first of them. */
function speaksOf(host: string, purpose: string): boolean {
  const [name = '', top] = host.slice(0, 260).split('.').slice(-2);
  if (top === undefined) return false;
  const words = purpose
    .slice(0, 4000)
    .toLowerCase()
    .split(/[^a-z\d]+/);
  return words.includes(name + top) || (name.length >= 4 && words.includes(name));
}
