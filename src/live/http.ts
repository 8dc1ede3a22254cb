import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { HttpAnswer } from './answer.ts';
import { openSocket } from './connect.ts';
import type { Ask } from './plan.ts';
import type { PlannedRequest } from './requests.ts';
import { ProbeFailure } from './result.ts';

const MAX_BODY_BYTES = 16 * 1024;
const MAX_HEADER_BYTES = 16 * 1024;

interface Sending {
  /** How the gateway is reached: its address, whether it is this host, its pinned certificate. */
  readonly ask: Ask;
  /** Sent as `Authorization: Bearer`; undefined for none. */
  readonly bearer?: string | undefined;
  /** Time for all of it. */
  readonly ms: number;
}

/**
 * Sends one request over a connection of its own and reads the beginning of the answer. Redirects
 * are not followed, cookies not kept.
 * @throws ProbeFailure when there is no answer in time
 */
export async function sendHttp(
  planned: PlannedRequest,
  { ask, bearer, ms }: Sending,
): Promise<HttpAnswer> {
  const end = performance.now() + ms;
  const url = new URL(planned.url);
  const socketUrl = new URL(planned.url.replace(/^http/, 'ws'));
  const socket = await openSocket({ ...ask, url: socketUrl }, ms);
  const body = planned.method === 'POST' ? '{}' : '';
  return new Promise((resolve, reject) => {
    const fail = (message: string) => {
      clearTimeout(timer);
      socket.destroy();
      reject(new ProbeFailure('protocol', message, null));
    };
    const timer = setTimeout(() => fail('no answer in time'), Math.max(0, end - performance.now()));
    const sent = httpRequest({
      createConnection: () => socket,
      method: planned.method,
      path: url.pathname,
      maxHeaderSize: MAX_HEADER_BYTES,
      headers: {
        Host: url.host,
        Connection: 'close',
        ...(body && { 'Content-Type': 'application/json', 'Content-Length': body.length }),
        ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
        ...planned.headers,
      },
    });
    sent.on('error', (error) => fail(error.message));
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const done = () => {
        clearTimeout(timer);
        socket.destroy();
        const bytes = Buffer.concat(chunks).subarray(0, MAX_BODY_BYTES);
        const headers = plain(response.headers);
        resolve({ status: response.statusCode ?? 0, headers, body: bytes.toString('utf8') });
      };
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= MAX_BODY_BYTES) done();
      });
      response.on('end', done);
      response.on('error', (error) => fail(error.message));
    });
    sent.end(body);
  });
}

function plain(headers: IncomingHttpHeaders): HttpAnswer['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value ?? '').slice(0, 2000)]),
  );
}
