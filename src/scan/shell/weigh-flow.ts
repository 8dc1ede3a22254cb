import type { ScanFinding } from '../finding.ts';
import type { Flow } from '../flow/flow.ts';
import { destinationOf, hostOf } from '../knowledge/destinations.ts';
import { isOfMaker } from '../knowledge/makers.ts';
import { belongsTo } from '../knowledge/variables.ts';
import { exfiltration } from '../rules/flow/exfiltration.ts';
import { remoteCode } from '../rules/flow/remote-code.ts';

const RAW = /^raw\.githubusercontent\.com$/;
/** No account of GitHub has an underscore: `YOUR_NAME` is to be filled in. */
const NO_ACCOUNT = /^https?:\/\/raw\.githubusercontent\.com\/[A-Za-z\d-]{0,39}_/;
const WHOLE: ReadonlySet<string> = new Set([
  'credential-file',
  'wallet',
  'key-store',
  'browser-profile',
]);

/**
 * Makers of widely used software publish installers like this. So do projects as raw files, which is
 * dubious and no proof of anything.
 */
export function weighInstaller(flow: Flow): ScanFinding | undefined {
  const { source, sink, steps, file, line, column } = flow;
  const from = hostOf(source.detail) ?? '';
  const known = isOfMaker(source.detail, from);
  if (source.kind !== 'remote' || !(known || RAW.test(from))) return undefined;
  if (sink.kind !== 'shell' && sink.kind !== 'program-file') return undefined;
  const at = { file, line, column, snippet: flow.snippet, path: steps };
  const doubted = known || NO_ACCOUNT.test(source.detail);
  const weight = { severity: 'warn', confidence: doubted ? 'possible' : 'likely' } as const;
  return remoteCode.found('fetched', { from, call: sink.call }, at, weight);
}

/**
 * A secret in the body of a request (in a header it would only log in) that goes to a named host
 * with another owner. In a command that an agent is told to run, this is worth a look.
 */
export function weighSecret(flow: Flow): ScanFinding | undefined {
  const { source, sink, transforms, steps, file, line, column } = flow;
  if (sink.kind !== 'network') return undefined;
  const packed =
    (source.kind === 'command-output' || source.kind === 'decoded-constant') &&
    transforms[0] === 'base64';
  const whole = WHOLE.has(source.kind);
  if (source.kind !== 'secret-variable' && !packed && !whole) return undefined;
  if (destinationOf(sink.detail) !== 'named' || belongsTo(source.detail, sink.detail))
    return undefined;
  const to = hostOf(sink.detail) ?? sink.detail;
  if (source.kind === 'secret-variable' && isAnonymous(source.detail)) return undefined;
  const args = { what: source.detail || source.kind, to, call: sink.call };
  const at = { file, line, column, snippet: flow.snippet, path: steps };
  // A bare connection logs in nowhere.
  const bare = whole && /^(?:nc|ncat|netcat|socat|telnet)$/.test(sink.call);
  const weight = { severity: bare ? 'critical' : 'warn', confidence: 'likely' } as const;
  return transforms.length > 0
    ? exfiltration.found('packed', { ...args, transforms }, at, weight)
    : exfiltration.found('sent', args, at, weight);
}

/** `CLIENT_SECRET`, `API_KEY`: a name that does not say whose it is may belong anywhere. */
function isAnonymous(variable: string): boolean {
  return /^(?:(?:API|ACCESS|AUTH|CLIENT|APP|BOT|MY|THE|BEARER|REFRESH|USER|ADMIN|KEY|TOKEN|SECRET|PASSWORD|PASS|ID)_?){1,4}$/.test(
    variable.slice(0, 60).toUpperCase(),
  );
}
