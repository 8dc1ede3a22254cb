import type { Socket } from 'node:net';
import { type RawData, WebSocket } from 'ws';
import { isJsonObject } from '../document/json-object.ts';
import { type Close, ProbeFailure } from './result.ts';

export type Frame = { readonly [key: string]: unknown };

/** A conversation in JSON objects, one a message. */
export interface Wire {
  /** The next message. @throws ProbeFailure when there is none in time, or it is none. */
  next(ms: number, awaited: string): Promise<Frame>;
  send(frame: Frame): void;
  /** How the other side ended it, if it does in time. */
  closed(ms: number): Promise<Close | null>;
  end(): Promise<void>;
}

const MAX_MESSAGE_BYTES = 1024 * 1024;
/** Of no more than a few a gateway has reason to send in a few seconds. */
const MAX_MESSAGES = 200;
const FAREWELL_MS = 100;

/**
 * Speaks WebSocket over a socket that is connected already.
 * @param headers such as Host and Origin
 * @throws ProbeFailure
 */
export async function openWire(
  socket: Socket,
  url: URL,
  ms: number,
  headers: { readonly [name: string]: string } = {},
): Promise<Wire> {
  const ws = new WebSocket(url, {
    headers: { ...headers },
    createConnection: () => socket,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    followRedirects: false,
  });
  const inbox = createInbox();
  let close: Close | null = null;
  let count = 0;
  const opened = new Promise<void>((resolve, reject) => {
    // Not `handshakeTimeout`: that one starts anew with every byte, and not for a socket of ours.
    const timer = setTimeout(() => {
      reject(new ProbeFailure('protocol', 'no handshake in time', null));
      socket.destroy();
    }, ms);
    ws.once('open', resolve);
    ws.once('open', () => clearTimeout(timer));
    ws.once('close', () => clearTimeout(timer));
    ws.on('error', (error) => {
      const failure = new ProbeFailure('protocol', error.message, null);
      inbox.fail(failure);
      reject(failure);
    });
    ws.once('unexpected-response', (_, { statusCode = 0 }) => {
      const refused = statusCode === 401 || statusCode === 403;
      reject(new ProbeFailure(refused ? 'auth_refused' : 'protocol', `HTTP ${statusCode}`, null));
      socket.destroy();
    });
  });
  ws.on('message', (data, binary) => {
    count += 1;
    const frame = binary ? undefined : parse(data);
    if (frame !== undefined && count <= MAX_MESSAGES) return inbox.put(frame);
    const problem = frame === undefined ? 'a message that is not JSON' : 'too many messages';
    inbox.fail(new ProbeFailure('protocol', problem, null));
    socket.destroy();
  });
  const ended = new Promise<void>((resolve) => {
    ws.once('close', (code, reason) => {
      close = { code, reason: reason.toString('utf8') };
      inbox.fail(closedBy(close));
      resolve();
    });
  });
  await opened;
  return {
    next: (ms, awaited) => inbox.take(ms, awaited),
    send: (frame) => ws.send(JSON.stringify(frame), () => {}),
    async closed(ms) {
      await within(ms, ended);
      return close;
    },
    async end() {
      ws.close(1000);
      await within(FAREWELL_MS, ended);
      ws.terminate();
    },
  };
}

/** 1008 is how a gateway shows someone the door. */
function closedBy(close: Close): ProbeFailure {
  const outcome = close.code === 1008 ? 'auth_refused' : 'protocol';
  return new ProbeFailure(outcome, close.reason || `closed with ${close.code}`, close);
}

interface Inbox {
  put(frame: Frame): void;
  /** The first failure holds; messages that came before it can still be taken. */
  fail(failure: ProbeFailure): void;
  take(ms: number, awaited: string): Promise<Frame>;
}

function createInbox(): Inbox {
  const waiting: Frame[] = [];
  let failure: ProbeFailure | undefined;
  let wake = () => {};
  return {
    put(frame) {
      waiting.push(frame);
      wake();
    },
    fail(cause) {
      failure ??= cause;
      wake();
    },
    async take(ms, awaited) {
      if (waiting.length === 0 && failure === undefined)
        await within(
          ms,
          new Promise<void>((resolve) => {
            wake = resolve;
          }),
        );
      const frame = waiting.shift();
      if (frame !== undefined) return frame;
      throw failure ?? new ProbeFailure('protocol', `no ${awaited} in time`, null);
    },
  };
}

function parse(data: RawData): Frame | undefined {
  try {
    const value: unknown = JSON.parse(String(data));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Waits for an event, but no longer than that. */
async function within(ms: number, event: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([event, timeout]);
  clearTimeout(timer);
}
