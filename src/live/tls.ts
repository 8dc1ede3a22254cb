import { checkServerIdentity, type PeerCertificate, type TLSSocket } from 'node:tls';
import { shorten, visible } from '../text/visible.ts';
import type { CertificateName } from './certificate-names.ts';
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
  /** Who the certificate says it is for: names and addresses, the first few of them. */
  readonly names?: readonly string[];
  /** Names that the gateway is reached by and the certificate does not hold. */
  readonly misnamed?: readonly CertificateName[];
}

const MAX_NAMES = 10;
const MAX_SHOWN = 100;

/**
 * Connects once and looks at the certificate, whoever vouches for it; sends nothing.
 * @param wanted what the gateway is called by those who reach it
 * @throws ProbeFailure
 */
export async function inspectTls(
  ask: Ask,
  ms: number,
  wanted: readonly CertificateName[],
): Promise<TlsFacts> {
  const socket = (await openSocket(ask, ms, () => undefined)) as TLSSocket;
  try {
    const certificate = socket.getPeerCertificate();
    const notAfter = Date.parse(certificate.valid_to);
    const x509 = socket.getPeerX509Certificate();
    // Who signs for himself is known by his fingerprint, and nobody looks at the name.
    const ownMaking = x509?.checkIssued(x509) ?? true;
    return {
      protocol: socket.getProtocol() ?? '',
      ...(Number.isNaN(notAfter) ? {} : { notAfter }),
      trusted: socket.authorized,
      names: namesIn(certificate),
      misnamed: ownMaking ? [] : wanted.filter(({ host }) => refuses(host, certificate)),
    };
  } finally {
    socket.destroy();
  }
}

/** As a client of Node does; others are no more lenient. */
function refuses(host: string, certificate: PeerCertificate): boolean {
  try {
    return checkServerIdentity(host, certificate) !== undefined;
  } catch {
    return true;
  }
}

function namesIn({ subjectaltname = '', subject }: PeerCertificate): readonly string[] {
  const alternatives = [
    ...subjectaltname.slice(0, 10_000).matchAll(/(?:DNS|IP Address):([^\s,"]+)/g),
  ].map(([, name = '']) => name);
  const common: unknown = subject?.CN;
  const names = alternatives.length > 0 ? alternatives : typeof common === 'string' ? [common] : [];
  return names.slice(0, MAX_NAMES).map((name) => shorten(visible(name), MAX_SHOWN));
}
