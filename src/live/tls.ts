import type { TLSSocket } from 'node:tls';
import { openSocket } from './connect.ts';
import type { Ask } from './plan.ts';

/** What a connection over TLS shows of it. */
export interface TlsFacts {
  /** `TLSv1.3` and the like. */
  readonly protocol: string;
  /** Milliseconds since the epoch; undefined when the certificate does not tell. */
  readonly notAfter?: number;
  /** Whether the system's certificate authorities vouch for it under the name that was asked for. */
  readonly trusted: boolean;
}

/** Connects once and looks at the certificate; sends nothing. @throws ProbeFailure */
export async function inspectTls(ask: Ask, ms: number): Promise<TlsFacts> {
  const socket = (await openSocket(ask, ms)) as TLSSocket;
  try {
    const notAfter = Date.parse(socket.getPeerCertificate().valid_to);
    return {
      protocol: socket.getProtocol() ?? '',
      ...(Number.isNaN(notAfter) ? {} : { notAfter }),
      trusted: socket.authorized,
    };
  } finally {
    socket.destroy();
  }
}
