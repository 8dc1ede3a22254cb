import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Server, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** A gateway for tests. What it is asked is kept, so that a test can see what was sent. */
export interface FakeGateway {
  readonly port: number;
  readonly received: readonly string[];
  stop(): Promise<void>;
}

interface Behaviour {
  /** Called when the WebSocket is open; without it every HTTP request is answered by `http`. */
  readonly open?: (ws: WebSocket) => void;
  readonly message?: (ws: WebSocket, request: Request) => void;
  readonly http?: (response: ServerResponse<IncomingMessage>) => void;
}

export interface Request {
  readonly id: string;
  readonly method: string;
  readonly params: { readonly auth?: { readonly token?: string; readonly password?: string } };
}

export const send = (ws: WebSocket, frame: object) => ws.send(JSON.stringify(frame));
export const challenge = (ws: WebSocket) =>
  send(ws, { type: 'event', event: 'connect.challenge', payload: { nonce: 'n' } });
export const answer = (ws: WebSocket, { id }: Request) =>
  send(ws, { type: 'res', id, ok: true, payload: {} });
export const refuse = (ws: WebSocket, { id }: Request, code: string, message: string) =>
  send(ws, { type: 'res', id, ok: false, error: { code, message } });

/** The port that a server listens on. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}

/** Listens on a free port of 127.0.0.1. */
export async function startGateway({ open, message, http }: Behaviour): Promise<FakeGateway> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_, response) => {
    if (http) http(response);
    else response.writeHead(404).end();
  });
  server.on('connection', (socket) => sockets.add(socket));
  if (open) {
    const wss = new WebSocketServer({ server });
    wss.on('connection', (ws) => {
      ws.on('error', () => {});
      ws.on('message', (data) => {
        const text = String(data);
        received.push(text);
        message?.(ws, JSON.parse(text));
      });
      open(ws);
    });
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server),
    received,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
