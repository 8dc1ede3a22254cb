import { ASKS_FACT, SENDS_FACT } from '../fact-kinds.ts';
import type { Fact, Spot } from '../finding.ts';
import type { Flow } from '../flow/flow.ts';
import { belongsTo } from '../knowledge/variables.ts';
import { lean } from '../lean-pattern.ts';
import type { Stretch } from '../markdown/blocks.ts';
import { isAboutAttacks } from '../markdown/quoted.ts';
import { nextOf, type Spots, spotsIn, watch } from '../prefilter/spots.ts';
import type { SecretKind } from './asked.ts';

const NOUN =
  'seed[ _-]?phrase|recovery[ _-]?phrase|secret[ _-]?phrase|mnemonic|private[ _-]?key|master[ _-]?password|password|passphrase|pass[ _-]?code|(?:personal[ _-])?(?:api|access|auth|bot|secret|session)[ _-]?(?:key|token)|token|cookie|credentials?|otp|2fa[ _-]?code|verification[ _-]?code';
const ASKING = lean(
  new RegExp(
    `\\b(?:(?:ask|prompt|request|require|tell|instruct|have|get)s?\\b[^.\\n]{0,25}\\b(?:user|human|owner|operator|them|him|her)\\b[^.\\n]{0,40}?|(?:enter|paste|provide|type|share|give|supply|input|reply with|send (?:me|us))\\b(?![=&])[^.\\n]{0,30}?)\\b(?:(?:your|their|his|her|the|user'?s|a|an|new)\\s+){0,3}((?:[A-Z][\\w.]{1,30}[ _-]){0,2})(${NOUN})s?\\b`,
    'gi',
  ),
);
const ASKING_ELSEWHERE =
  /(시드 ?(?:구문|문구)|복구 ?(?:구문|문구)|니모닉|개인 ?키|비밀번호|암호|API ?키|토큰|助记词|私钥|密码|令牌|密钥|验证码)[^.。\n]{0,20}(?:입력|알려|보내|제공|공유|물어|요청)|(?:输入|提供|发送|告诉|索要|询问|要求)[^.。\n]{0,20}(助记词|私钥|密码|令牌|密钥|验证码|API ?key)/gi;
const COMMAND =
  /\b(?:curl|wget|fetch|axios|requests\.\w+|Invoke-(?:WebRequest|RestMethod)|irm|iwr)\b|\b(?:send|post|submit|forward|upload|transmit|report)s?\b/i;
const ADDRESS = /https?:\/\/[^\s"'`<>)\]]{4,300}/;
const FILLED = lean(
  new RegExp(
    `[<{\\[]\\s*(?:your|users?'?s?|the)?[ _-]*((?:[A-Za-z]\\w{1,30}[ _-]){0,2})(${NOUN})[^>}\\]\\n]{0,20}[>}\\]]|\\bYOUR_((?:[A-Z]+_){0,2})(API_KEY|TOKEN|PASSWORD|SEED_PHRASE|MNEMONIC|PRIVATE_KEY|SECRET)\\b|\\b(?:the|their|this|user'?s)\\s+((?:[A-Z]\\w{1,30} ){0,2})(${NOUN})\\b`,
    'i',
  ),
);
const MAX_FOUND = 40;
const MAX_LINE = 1000;
const MAX_PART = 8000;
const MAX_TEXT = 300_000;
const WORTH = new RegExp(
  `${NOUN}|시드|복구|니모닉|개인 ?키|비밀번호|암호|토큰|API ?키|助记词|私钥|密码|令牌|密钥`,
  'i',
);
const WORTHS = watch(WORTH);
const ASKS = watch(ASKING);
const ASKS_ELSEWHERE = watch(ASKING_ELSEWHERE);
const NAMES_ADDRESS = watch(ADDRESS);
const SENDS = watch(COMMAND);
const FILLS = watch(FILLED);
const DENIED = /\b(?:never|not|avoid|without|instead of|refuse)\b|n't\b|n’t\b/i;

/** What a text asks for, and where it has that sent. */
export function requestsIn(
  text: string,
  parts: readonly (Stretch & { readonly under: string })[],
  place: (at: number) => Spot,
): readonly Fact[] {
  const facts: Fact[] = [];
  const spots = spotsIn(text);
  if (!spots.mayMatch(WORTHS)) return facts;
  const mayAsk = spots.mayMatch(ASKS);
  const mayAskElsewhere = spots.mayMatch(ASKS_ELSEWHERE);
  const maySend = spots.mayMatch(SENDS) && spots.mayMatch(FILLS);
  const next = nextOf(spots, [
    ...(mayAsk ? [ASKS] : []),
    ...(mayAskElsewhere ? [ASKS_ELSEWHERE] : []),
    ...(maySend ? [NAMES_ADDRESS] : []),
  ]);
  // All stretches of all texts: by number, as few of them are looked into.
  for (let i = 0; i < parts.length && facts.length < MAX_FOUND; i++) {
    const stretch = parts[i];
    if (!stretch || stretch.start > MAX_TEXT) break;
    const { start, end } = stretch;
    const stop = Math.min(end, start + MAX_PART);
    if (next(start) >= stop) continue;
    const asks = mayAsk && spots.mayMatch(ASKS, start, stop);
    const asksElsewhere = mayAskElsewhere && spots.mayMatch(ASKS_ELSEWHERE, start, stop);
    const addresses = maySend ? addressLines(text, spots, start, stop) : [];
    if ((!asks && !asksElsewhere && addresses.length === 0) || isAboutAttacks(stretch.under))
      continue;
    const part = text.slice(start, stop);
    for (const match of asks ? part.matchAll(ASKING) : [])
      if (!DENIED.test(part.slice(Math.max(0, match.index - 40), match.index + match[0].length)))
        facts.push(
          factAt(ASKS_FACT, match[2] ?? '', match[1] ?? '', '', place(start + match.index)),
        );
    for (const match of asksElsewhere ? part.matchAll(ASKING_ELSEWHERE) : [])
      facts.push(factAt(ASKS_FACT, match[1] ?? match[2] ?? '', '', '', place(start + match.index)));
    for (const line of addresses) {
      const { start: at, end } = line;
      const sent = sentIn(text.slice(at, Math.min(end, at + MAX_LINE)), () => place(at));
      if (sent) facts.push(sent);
    }
  }
  return facts.length > 0 && WORTH.test(text) ? facts.slice(0, MAX_FOUND) : [];
}

/** The lines between two offsets that name an address. */
function addressLines(text: string, spots: Spots, start: number, stop: number): readonly Stretch[] {
  const lines: Stretch[] = [];
  for (let at = spots.next(NAMES_ADDRESS, start); at < stop; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? stop : Math.min(newline, stop);
    lines.push({ start: Math.max(start, text.lastIndexOf('\n', at) + 1), end });
    at = spots.next(NAMES_ADDRESS, end);
  }
  return lines;
}

function sentIn(line: string, spot: () => Spot): Fact | undefined {
  const address = COMMAND.test(line) ? ADDRESS.exec(line)?.[0] : undefined;
  const filled = address === undefined ? null : FILLED.exec(line);
  if (address === undefined || !filled) return undefined;
  const noun = filled[2] ?? filled[4] ?? filled[6] ?? '';
  const service = filled[1] ?? filled[3] ?? filled[5] ?? '';
  return factAt(SENDS_FACT, noun, service, address, spot());
}

/** Code that sends a parameter of its own: it may be what the text asks for. */
export function requestOf({ source, sink, file, line, column }: Flow): Fact | undefined {
  if (source.kind !== 'argument' || sink.kind !== 'network') return undefined;
  return { kind: SENDS_FACT, value: `any  ${sink.detail}`, file, line, column };
}

/**
 * A script that sends a parameter, or a variable that its user fills in: it may be what the text asks
 * for, the more so when it is called a secret where it is sent.
 */
export function givenSecretOf(flow: Flow): Fact | undefined {
  const { source, sink, file, line, column } = flow;
  const spot = { file, line, column };
  if (sink.kind !== 'network') return undefined;
  if (source.kind === 'argument') {
    const kind = CALLED_SECRET.test(flow.snippet) ? 'any' : 'other';
    return { kind: SENDS_FACT, value: `${kind}  ${sink.detail}`, ...spot };
  }
  if (source.kind !== 'secret-variable' || belongsTo(source.detail, sink.detail)) return undefined;
  const service = source.detail.replace(SECRET_PART, '');
  return factAt(SENDS_FACT, source.detail, service, sink.detail, spot);
}

const CALLED_SECRET = new RegExp(`(?:${NOUN}|secret|passwd|api[_-]?key)`, 'i');
/** The part of a variable's name that says that it is a secret. */
const SECRET_PART =
  /(?:(?:^|_)(?:PERSONAL|API|ACCESS|AUTH|BOT|SECRET|SESSION|PRIVATE|MASTER|SEED|RECOVERY|BEARER|USER|MY))*_?(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|PHRASE|MNEMONIC|CREDENTIALS?|COOKIE|PAT|APIKEY)$/i;

function factAt(kind: string, noun: string, service: string, address: string, spot: Spot): Fact {
  const name = service
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z\d]+/g, '_')
    .replaceAll(/^_|_$/g, '');
  return { kind, value: `${secretKind(noun)} ${name} ${address}`, ...spot };
}

function secretKind(noun: string): SecretKind {
  if (
    /phrase|mnemonic|private|시드|복구|니모닉|개인|助记|私钥/i.test(noun) &&
    !/^passphrase/i.test(noun)
  )
    return 'phrase';
  return /pass|otp|code|비밀번호|암호|密码|验证/i.test(noun) ? 'password' : 'token';
}
