import type { Behaviour, BehaviourFinding } from '../gather/behaviour.ts';
import type { CodeHit, ScannedCode } from '../gather/code-facts.ts';
import type { GatewayProbe } from '../gather/snapshot.ts';
import type { Disclosure, Verdict } from '../live/answer.ts';
import type { CertificateName } from '../live/certificate-names.ts';
import type { LiveFacts, LiveRequest } from '../live/inspect.ts';
import type { Listener } from '../live/proc-net.ts';
import type { RequestId } from '../live/requests.ts';
import type { TlsFacts } from '../live/tls.ts';
import {
  bool,
  list,
  nullable,
  number,
  oneOf,
  optional,
  record,
  shape,
  text,
  yes,
} from './shape.ts';

const sameness = oneOf<NonNullable<GatewayProbe['configIs']>>({ audited: true, another: true });

/** What asking the gateway gave, as a snapshot holds it. */
export const gatewayProbe = shape<GatewayProbe>({
  url: text,
  outcome: oneOf<GatewayProbe['outcome']>({
    healthy: true,
    limited: true,
    auth_refused: true,
    refused: true,
    unreachable: true,
    protocol: true,
    not_asked: true,
  }),
  error: nullable(text),
  close: nullable(shape<NonNullable<GatewayProbe['close']>>({ code: number, reason: text })),
  version: optional(text),
  configPath: optional(text),
  stateDir: optional(text),
  stateDirFrom: optional(oneOf<NonNullable<GatewayProbe['stateDirFrom']>>({ sessions: true })),
  authMode: optional(
    oneOf<NonNullable<GatewayProbe['authMode']>>({
      none: true,
      token: true,
      password: true,
      'trusted-proxy': true,
    }),
  ),
  configIs: optional(sameness),
  stateDirIs: optional(sameness),
});

const requestId = oneOf<RequestId>({
  connect: true,
  tls: true,
  connect_bare: true,
  origin_foreign: true,
  origin_rebound: true,
  tools_bare: true,
  tools_wrong: true,
  tools_forwarded: true,
  tools_website: true,
  chat_bare: true,
  responses_bare: true,
  hooks_bare: true,
  control_ui: true,
  browser_control: true,
});

/** What the running gateway showed, as a snapshot holds it. */
export const liveFacts = shape<LiveFacts>({
  requests: list(
    shape<LiveRequest>({
      id: requestId,
      transport: oneOf<LiveRequest['transport']>({ websocket: true, http: true, tls: true }),
      method: oneOf<LiveRequest['method']>({ GET: true, POST: true, TLS: true }),
      url: text,
      credential: oneOf<LiveRequest['credential']>({ none: true, own: true, wrong: true }),
      headers: record(text),
      verdict: oneOf<Verdict>({
        open: true,
        refused: true,
        absent: true,
        unclear: true,
        failed: true,
        not_sent: true,
      }),
      status: nullable(number),
    }),
  ),
  missingHeaders: list(text),
  disclosures: list(
    shape<LiveFacts['disclosures'][number]>({
      id: requestId,
      what: oneOf<Disclosure>({ stack_trace: true, file_path: true, software: true }),
    }),
  ),
  tls: optional(
    shape<TlsFacts>({
      protocol: text,
      notAfter: optional(number),
      trusted: bool,
      names: optional(list(text)),
      misnamed: optional(
        list(
          shape<CertificateName>({
            host: text,
            setting: oneOf<CertificateName['setting']>({ remote_url: true, allowed_origins: true }),
          }),
        ),
      ),
    }),
  ),
});

/** A socket that waits for connections, as a snapshot holds it. */
export const listener = shape<Listener>({
  address: text,
  port: number,
  uid: optional(number),
  process: optional(text),
});

/** A plugin or skill whose code was read, as a snapshot holds it. */
export const scannedCode = shape<ScannedCode>({
  kind: oneOf<ScannedCode['kind']>({ plugin: true, skill: true }),
  name: text,
  path: text,
  files: number,
  hits: list(
    shape<CodeHit>({
      rule: text,
      level: oneOf<CodeHit['level']>({ critical: true, warn: true }),
      file: text,
      line: number,
    }),
  ),
  behaviour: optional(
    shape<Behaviour>({
      verdict: oneOf<Behaviour['verdict']>({ clean: true, suspicious: true, malicious: true }),
      reasons: list(text),
      files: number,
      findings: list(
        shape<BehaviourFinding>({
          rule: text,
          severity: oneOf<BehaviourFinding['severity']>({ critical: true, warn: true, info: true }),
          confidence: oneOf<BehaviourFinding['confidence']>({
            certain: true,
            likely: true,
            possible: true,
          }),
          file: text,
          line: number,
          column: number,
          snippet: text,
          steps: list(text),
        }),
      ),
    }),
  ),
  failed: optional(text),
  manifestError: optional(text),
  escapingEntries: list(text),
  hiddenEntries: list(text),
  only: optional(oneOf<NonNullable<ScannedCode['only']>>({ default: true })),
  bundled: optional(yes),
});
