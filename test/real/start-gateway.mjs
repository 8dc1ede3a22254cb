// Starts an installed OpenClaw gateway for gateways.mjs, and stops it.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const NODE = process.env.OPENCLAW_NODE ?? process.execPath;
/** The first start of a release compiles its plugins. */
const READY_MS = 240_000;
/** A gateway of 2026.9 ends itself after it has migrated a new state directory. */
const STARTS = 3;

/** The first of five free ports in a row: a gateway takes those after its own, too. */
export async function freePort() {
  for (let port = 34_000 + (process.pid % 1000) * 10; port < 60_000; port += 10) {
    const free = await Promise.all([0, 1, 2, 3, 4].map((i) => canListen(port + i)));
    if (free.every(Boolean)) return port;
  }
  throw new Error('no free ports');
}

function canListen(port) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

async function answers(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      signal: AbortSignal.timeout(2000),
    });
    return response.status > 0;
  } catch {
    return false;
  }
}

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Starts the gateway of an installation; gives what stops it, and its log. Undefined when it does not get ready.
 */
export async function startGateway(dir, home, port) {
  const entry = join(dir, 'node_modules/openclaw/openclaw.mjs');
  const log = join(home, 'gateway.log');
  for (let attempt = 1; attempt <= STARTS; attempt += 1) {
    const out = openSync(log, 'w');
    const child = spawn(NODE, [entry, 'gateway', 'run'], {
      cwd: home,
      detached: true,
      stdio: ['ignore', out, out],
      env: {
        PATH: [dirname(NODE), '/usr/bin', '/bin'].join(delimiter),
        HOME: home,
        OPENCLAW_SKIP_CHANNELS: '1',
        npm_config_offline: 'true',
      },
    });
    closeSync(out);
    const ended = new Promise((done) => child.once('exit', () => done(true)));
    const stop = async () => {
      try {
        process.kill(-child.pid, 'SIGTERM');
      } catch {
        return;
      }
      const gone = await Promise.race([ended, sleep(10_000)]);
      if (!gone) process.kill(-child.pid, 'SIGKILL');
    };
    const end = Date.now() + READY_MS;
    while (Date.now() < end && child.exitCode === null)
      if (isReady(log) && (await answers(port))) return { stop, log };
      else await sleep(500);
    await stop();
  }
  return undefined;
}

/** 2026.2 says that it listens when all is done; 2026.9 listens before, and says when it is ready. */
function isReady(log) {
  // Colours stand between the words.
  const text = stripVTControlCharacters(readFileSync(log, 'utf8'));
  return /\[gateway\] (?:ready|listening on ws)/.test(text);
}
