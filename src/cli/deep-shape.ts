import type { CodeHit, GatewayProbe, ScannedCode } from '../gather/snapshot.ts';
import { list, nullable, number, oneOf, optional, shape, text } from './shape.ts';

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
      only: optional(oneOf<NonNullable<CodeHit['only']>>({ compat: true, default: true })),
    }),
  ),
  failed: optional(text),
  escapingEntries: list(text),
  hiddenEntries: list(text),
  only: optional(oneOf<NonNullable<ScannedCode['only']>>({ default: true })),
});
