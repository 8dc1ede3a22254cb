import { lookup } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { type Ask, hostOf } from './plan.ts';
import { ProbeFailure } from './result.ts';

/**
 * Connects once, without trying again.
 * @param distrust why a certificate is not accepted; undefined when it is
 * @throws ProbeFailure; the socket is then closed
 */
export function openSocket(ask: Ask, ms: number, distrust = distrustOf): Promise<Socket> {
  const { url, loopback } = ask;
  const tls = url.protocol === 'wss:';
  const host = hostOf(url);
  const where = {
    host,
    port: Number(url.port) || (tls ? 443 : 80),
    ...(isIP(host) === 0 ? { lookup: loopback ? lookupHere : lookupAway } : {}),
  };
  return new Promise((resolve, reject) => {
    const secure = tls
      ? connectTls({
          ...where,
          ...(isIP(host) === 0 ? { servername: host } : {}),
          // Judged below, before anything is sent.
          rejectUnauthorized: false,
        })
      : undefined;
    const socket: Socket = secure ?? connect(where);
    const timer = setTimeout(
      () => fail(new ProbeFailure('unreachable', 'no connection in time', null)),
      ms,
    );
    const fail = (failure: ProbeFailure) => {
      clearTimeout(timer);
      socket.destroy();
      reject(failure);
    };
    // Stays for good: an error without a listener would end the process.
    socket.on('error', (error) => fail(failureOf(error)));
    socket.once('close', () => fail(new ProbeFailure('unreachable', 'connection closed', LOST)));
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      const reason = secure && distrust(secure, ask);
      if (reason) return fail(new ProbeFailure('unreachable', `${DISTRUSTED}${reason}`, null));
      clearTimeout(timer);
      resolve(socket);
    });
  });
}

/** How the failure begins when it is the certificate that was not accepted. */
export const DISTRUSTED = 'TLS: ';
const NAME_SERVER_MS = 1500;
/** What a connection that never came about counts as. */
const LOST = { code: 1006, reason: '' };

/** `localhost` is this host, whatever a name server says. */
const lookupHere: LookupFunction = (_host, { all }, found) => {
  if (all)
    found(null, [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ]);
  else found(null, '127.0.0.1', 4);
};

/**
 * The system's own look-up cannot be broken off, and would hold the process as long as it lasts.
 * So it is made only when a name server has shown that it answers, if only that it knows no such name.
 */
const lookupAway: LookupFunction = (host, options, found) => {
  const resolver = new Resolver({ timeout: NAME_SERVER_MS, tries: 1 });
  resolver.resolve4(host).then(
    () => lookup(host, options, found),
    (error) => (error.code === 'ETIMEOUT' ? found(error, '') : lookup(host, options, found)),
  );
};

/** Why a certificate is not accepted. To this host even plain text may go, so there any one will do. */
function distrustOf(socket: TLSSocket, { fingerprint, loopback }: Ask): string | undefined {
  if (fingerprint !== undefined) {
    const seen = socket.getPeerCertificate().fingerprint256;
    const same = seen?.replaceAll(':', '').toLowerCase() === fingerprint;
    return same ? undefined : 'not the certificate of gateway.remote.tlsFingerprint';
  }
  if (loopback || socket.authorized) return undefined;
  return String(socket.authorizationError ?? 'certificate not trusted');
}

function failureOf(error: Error): ProbeFailure {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  if (code === 'ECONNREFUSED') return new ProbeFailure('refused', code, LOST);
  const notTls = code === 'EPROTO' || code.startsWith('ERR_SSL');
  return new ProbeFailure(notTls ? 'protocol' : 'unreachable', code, LOST);
}
