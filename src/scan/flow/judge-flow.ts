import type { Confidence, ScanFinding, Severity } from '../finding.ts';
import { destinationOf, hostOf } from '../knowledge/destinations.ts';
import { isOfOneService, isOpenSetting, isOwnSetting } from '../knowledge/settings.ts';
import { belongsTo } from '../knowledge/variables.ts';
import type { Evidence } from '../rule.ts';
import { exfiltration } from '../rules/flow/exfiltration.ts';
import { persistence } from '../rules/flow/persistence.ts';
import { remoteCode } from '../rules/flow/remote-code.ts';
import type { Flow, SourceKind } from './flow.ts';

/** What nobody but a thief sends away. */
const PRIVATE: ReadonlySet<SourceKind> = new Set<SourceKind>([
  'credential-file',
  'browser-profile',
  'wallet',
  'key-store',
  'state-file',
]);
const HIDING: ReadonlySet<string> = new Set([
  'base64',
  'hex',
  'reverse',
  'xor',
  'gzip',
  'char-codes',
  'rot13',
  'base32',
]);

/** Files of this name hold secrets, whatever folder they are in. */
const SECRETS = /(?:^|[/\\])\.env(?:\.[\w-]{1,30})?$/;

/** What a flow means; undefined when it is nothing to speak of. The same for every language. */
export function judgeFlow(flow: Flow): ScanFinding | undefined {
  const { kind } = flow.sink;
  if (kind === 'network' || kind === 'dns') return judgeSending(flow);
  if (kind === 'code' || kind === 'shell' || kind === 'program-file') return judgeRunning(flow);
  return judgeWriting(flow);
}

function judgeSending(flow: Flow): ScanFinding | undefined {
  const { source, sink, transforms } = flow;
  const weight = weightOfSending(flow);
  if (!weight) return undefined;
  const { detail, part } = source;
  const what = part === undefined ? detail || source.kind : `${detail} (${part})`;
  const to = hostOf(sink.detail) ?? sink.detail;
  const hidden = transforms.filter((it) => HIDING.has(it));
  const { call } = sink;
  if (hidden.length === 0)
    return exfiltration.found('sent', { what, to, call }, evidenceOf(flow), weight);
  return exfiltration.found(
    'packed',
    { what, to, call, transforms: hidden },
    evidenceOf(flow),
    weight,
  );
}

interface Weight {
  readonly severity: Severity;
  readonly confidence: Confidence;
}
const weigh = (severity: Severity, confidence: Confidence): Weight => ({ severity, confidence });

function weightOfSending({ source, sink, transforms }: Flow): Weight | undefined {
  const destination = destinationOf(sink.detail);
  if (destination === 'local') return undefined;
  const strange = destination === 'catcher' || destination === 'drop' || sink.kind === 'dns';
  const bare = strange || destination === 'bare-address';
  if (source.kind === 'environment') {
    if (destination === 'unknown' && !strange) return weigh('warn', 'possible');
    return weigh('critical', 'certain');
  }
  if (source.kind === 'secret-variable') {
    // A key in a header is how a key is used.
    if (transforms.includes('login')) return undefined;
    if ((destination === 'unknown' && !strange) || belongsTo(source.detail, sink.detail))
      return undefined;
    return bare ? weigh('critical', strange ? 'certain' : 'likely') : weigh('info', 'possible');
  }
  if (PRIVATE.has(source.kind)) {
    if (source.kind === 'state-file' && isOpenSetting(source.part)) return undefined;
    if (!bare && isOwnSetting(source.detail, source.part, sink.detail)) return undefined;
    const isOne = source.kind === 'state-file' && isOfOneService(source.detail, source.part);
    if (destination === 'unknown' && !strange) return weigh('warn', isOne ? 'possible' : 'likely');
    // Into a chat go notices; nobody posts keys and passwords of others' there but a thief.
    if (destination === 'chat' && source.kind !== 'state-file') return weigh('critical', 'likely');
    // A client that reads its own credentials sends them to its own service.
    return bare ? weigh('critical', 'certain') : weigh('warn', 'possible');
  }
  if (source.kind === 'agent-memory')
    return bare ? weigh('critical', 'certain') : weigh('warn', 'possible');
  if (source.kind === 'clipboard' || source.kind === 'host-facts')
    return strange ? weigh('critical', 'likely') : undefined;
  if (source.kind === 'file' && bare && SECRETS.test(source.detail))
    return weigh('critical', 'likely');
  if (source.kind === 'file' || source.kind === 'command-output')
    return strange && transforms.some((it) => HIDING.has(it))
      ? weigh('critical', 'likely')
      : strange
        ? weigh('warn', 'possible')
        : undefined;
  return undefined;
}

/** Sites that give pages their names themselves: no page of theirs is called `xxx`. */
const TO_BE_FILLED =
  /^(?:https?:\/\/)?(?:www\.)?(?:pastebin\.com|glot\.io|paste\.ee|hastebin\.com|dpaste\.(?:com|org)|ix\.io|0x0\.st)\/(?:raw\/|snippets\/|r\/)?(?:x{3,}|\.{3}|…)?(?:\/raw)?\/?$/i;

function isToBeFilled(address: string): boolean {
  return TO_BE_FILLED.test(address.slice(0, 200));
}

function judgeRunning(flow: Flow): ScanFinding | undefined {
  const { source, sink, transforms } = flow;
  const { call } = sink;
  if (source.kind === 'remote') {
    const from = hostOf(source.detail) ?? source.detail;
    const destination = destinationOf(source.detail);
    if (destination === 'local') return undefined;
    const strange = destination !== 'named' && destination !== 'unknown';
    const weight =
      strange && !isToBeFilled(source.detail)
        ? weigh('critical', 'certain')
        : weigh('warn', 'likely');
    return remoteCode.found('fetched', { from, call }, evidenceOf(flow), weight);
  }
  if (source.kind === 'decoded-constant' && transforms.some((it) => HIDING.has(it)))
    return remoteCode.found('decoded', { call, transforms: [...transforms] }, evidenceOf(flow));
  return undefined;
}

function judgeWriting(flow: Flow): ScanFinding | undefined {
  const { kind, call, detail: path } = flow.sink;
  const args = { call, path };
  const doubt = weigh('warn', 'likely');
  const worst = flow.source.kind === 'remote' ? weigh('critical', 'likely') : doubt;
  if (kind === 'autostart' || kind === 'cron')
    return persistence.found('starts', args, evidenceOf(flow), worst);
  if (kind === 'agent-memory')
    return persistence.found('steers', args, evidenceOf(flow), weigh('warn', 'possible'));
  if (kind === 'gateway-config')
    return persistence.found('opens', args, evidenceOf(flow), weigh('warn', 'possible'));
  return undefined;
}

function evidenceOf({ file, line, column, snippet, steps }: Flow): Evidence {
  return { file, line, column, snippet, path: steps };
}
