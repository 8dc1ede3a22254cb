import { ASKS_FACT, SENDS_FACT } from '../../fact-kinds.ts';
import type { Confidence, Fact, ScanFinding, Severity } from '../../finding.ts';
import { destinationOf, hostOf } from '../../knowledge/destinations.ts';
import { ownerHas } from '../../knowledge/variables.ts';
import { askedIn } from '../../purpose/asked.ts';
import { isOwnKey } from '../../purpose/own-key.ts';
import { defineRule } from '../../rule.ts';
import type { ItemView } from '../../scan-item.ts';
import { snippetOf } from '../../snippet.ts';

/** A secret that the user is asked for goes to somebody else than the one who gave it. */
export const requestedSecret = defineRule({
  id: 'requested-secret',
  severity: 'critical',
  confidence: 'likely',
  refs: ['CWE-522', 'CWE-1021', 'ASI04', 'ASI09'],
  text: {
    en: {
      title: 'The user is asked for a secret that goes elsewhere',
      why: 'A token or password belongs to the service that issued it and to its owner. Whoever else gets it can act as them; who has the words of a wallet has the wallet.',
      check:
        'Ask whether the place it is sent to is that service. A gateway that you chose yourself may be honest; nobody needs the words of a wallet.',
      sent: 'What the user is asked for here is sent to `{to}`.',
      foreign: 'A secret of `{service}` is asked for here and sent to `{to}`, which is not theirs.',
      wallet: 'The words or the key of a wallet are asked for here and sent to `{to}`.',
    },
    ko: {
      title: '사용자에게 요구한 비밀 값이 다른 곳으로 전송됩니다',
      why: '토큰이나 비밀번호는 그것을 발급한 서비스와 소유자의 것입니다. 다른 사람이 얻으면 소유자 행세를 할 수 있고, 지갑 구문을 가진 사람은 지갑을 가진 것과 같습니다.',
      check:
        '전송되는 곳이 그 서비스가 맞는지 확인하십시오. 직접 선택한 게이트웨이라면 정상일 수 있지만, 지갑 구문이 필요한 곳은 없습니다.',
      sent: '여기서 사용자에게 요구한 값이 `{to}`(으)로 전송됩니다.',
      foreign: '여기서 `{service}`의 비밀 값을 요구하여 그 서비스가 아닌 `{to}`(으)로 보냅니다.',
      wallet: '여기서 지갑의 구문이나 키를 요구하여 `{to}`(으)로 보냅니다.',
    },
  },
});

const MAX_PAIRS = 400;

/** Pairs what texts ask for with what texts and code send. */
export function findRequestedSecrets({ item, results }: ItemView): readonly ScanFinding[] {
  const facts = results.flatMap((result) => result.facts);
  const asks = facts.filter(({ kind }) => kind === ASKS_FACT);
  const sends = facts.filter(({ kind }) => kind === SENDS_FACT);
  if (asks.length === 0 || sends.length === 0) return [];
  const services = new Set(asks.map((ask) => askedIn(ask).service).filter((it) => it !== ''));
  let pairs = 0;
  let best: { readonly finding: ScanFinding; readonly weight: number } | undefined;
  for (const send of sends)
    for (const ask of asks) {
      if (++pairs > MAX_PAIRS) break;
      const finding = judge(ask, send, services.size > 1, item.name);
      const weight = finding ? (finding.severity === 'critical' ? 2 : 1) : 0;
      if (finding && weight > (best?.weight ?? 0)) best = { finding, weight };
    }
  return best ? [best.finding] : [];
}

/** Of one who asks for secrets of several services nobody knows which of them a nameless one is. */
function judge(ask: Fact, send: Fact, several: boolean, name: string): ScanFinding | undefined {
  const asked = askedIn(ask);
  const sent = askedIn(send);
  const destination = destinationOf(sent.address);
  const to = hostOf(sent.address);
  if (to === undefined || destination === 'local' || destination === 'unknown') return undefined;
  const isParameter = sent.kind === 'any' || sent.kind === 'other';
  if (!isParameter && sent.kind !== asked.kind) return undefined;
  const service = asked.service || sent.service;
  // Two secrets of two services are two stories.
  if (sent.service !== '' && asked.service !== '' && sent.service !== asked.service)
    return undefined;
  const step = { file: send.file, line: send.line, column: send.column, what: to };
  const at = {
    file: ask.file,
    line: ask.line,
    column: ask.column,
    snippet: snippetOf(`${asked.kind} ${asked.service} → ${to}`),
    path: [{ file: ask.file, line: ask.line, column: ask.column, what: 'SKILL.md' }, step],
  };
  const weight = (severity: Severity, confidence: Confidence) => ({ severity, confidence });
  const strange =
    destination === 'catcher' || destination === 'drop' || destination === 'bare-address';
  if (asked.kind === 'phrase' && (strange || sent.kind === 'phrase'))
    return requestedSecret.found(
      'wallet',
      { to },
      at,
      weight(strange ? 'critical' : 'warn', 'likely'),
    );
  const own = asked.kind === 'token' && isOwnKey(`${service}_TOKEN`, name, sent.address);
  if (strange)
    return requestedSecret.found('sent', { to }, at, weight(own ? 'warn' : 'critical', 'likely'));
  const unsaid = sent.service === '' && several && send.file !== ask.file;
  if (sent.kind === 'other' || unsaid) return undefined;
  if (service !== '' && ownerHas(`${service}_TOKEN`, sent.address) === false)
    return requestedSecret.found('foreign', { service, to }, at, weight('warn', 'likely'));
  return undefined;
}
