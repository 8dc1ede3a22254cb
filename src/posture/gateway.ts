import type { Generation } from '../config/known-releases.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';

/** Where the gateway listens and what it serves. */
export interface Gateway {
  /** loopback, lan, tailnet, auto, custom, or whatever was written. */
  readonly bind: string;
  readonly customBindHost: string | undefined;
  /** As OpenClaw's audit sees it: anything but `loopback` is exposed, `custom` included. */
  readonly bindsBeyondLoopback: boolean;
  /** As it is: `custom` with a loopback address is loopback too. */
  readonly listensBeyondLoopback: boolean;
  readonly port: number;
  readonly tailscale: string;
  /** Reachable from another machine: bound beyond loopback, or tailscale serve or funnel. */
  readonly remotelyExposed: boolean;
  readonly controlUi: boolean;
  readonly allowedOrigins: readonly string[];
  readonly hostHeaderOriginFallback: boolean;
  readonly trustedProxies: readonly string[];
  /** Paths of the HTTP endpoints that are switched on, `/tools/invoke` first (it always is). */
  readonly httpEndpoints: readonly string[];
  readonly chatCompletions: boolean;
  readonly responses: boolean;
  /** Tools that `/tools/invoke` refuses unless `gateway.tools.allow` names them. */
  readonly toolsRefusedOverHttp: readonly string[];
}

const DEFAULT_PORT = 18789;

const REFUSED_OVER_HTTP: { readonly [G in Generation]: readonly string[] } = {
  '2026.2': ['sessions_spawn', 'sessions_send', 'cron', 'gateway', 'whatsapp_login'],
  '2026.9': (
    'exec spawn shell fs_write fs_delete fs_move apply_patch terminal portal sessions_spawn ' +
    'sessions_send conversations_list conversations_send conversations_turn automations gateway ' +
    'plugins nodes computer mobile_ui openclaw'
  ).split(' '),
};

/** Whether an address is of this machine only: localhost, 127/8, ::1, mapped forms. */
export function isLoopbackHost(host: string): boolean {
  const bare = host
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  return (
    bare === 'localhost' ||
    bare === '::1' ||
    /^(::ffff:)?127(\.\d{1,3}){3}$/.test(bare) ||
    /^::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}$/.test(bare) ||
    bare === '0:0:0:0:0:0:0:1'
  );
}

function resolvePort({
  config,
  env,
  snapshot,
}: Pick<Posture, 'config' | 'env' | 'snapshot'>): number {
  // The old name is read no more by later releases.
  const older = generationOf(snapshot) === '2026.2' ? ['CLAWDBOT_GATEWAY_PORT'] : [];
  for (const name of ['OPENCLAW_GATEWAY_PORT', ...older]) {
    const port = Number.parseInt(env.text(name) ?? '', 10);
    if (port > 0) return port;
  }
  const port = config.number('gateway', 'port');
  return port !== undefined && port > 0 ? port : DEFAULT_PORT;
}

export function resolveGateway(posture: Pick<Posture, 'config' | 'env' | 'snapshot'>): Gateway {
  const { config } = posture;
  const generation = generationOf(posture.snapshot);
  const adminRpc =
    generation !== '2026.2' &&
    config.boolean('plugins', 'entries', 'admin-http-rpc', 'enabled') === true;
  const bind = config.string('gateway', 'bind') ?? 'loopback';
  const customBindHost = config.trimmed('gateway', 'customBindHost');
  const tailscale = config.string('gateway', 'tailscale', 'mode') ?? 'off';
  const bindsBeyondLoopback = bind !== 'loopback';
  const chatCompletions =
    config.boolean('gateway', 'http', 'endpoints', 'chatCompletions', 'enabled') === true;
  const responses = config.boolean('gateway', 'http', 'endpoints', 'responses', 'enabled') === true;
  return {
    bind,
    customBindHost,
    bindsBeyondLoopback,
    listensBeyondLoopback:
      bindsBeyondLoopback &&
      !(bind === 'custom' && customBindHost !== undefined && isLoopbackHost(customBindHost)),
    port: resolvePort(posture),
    tailscale,
    remotelyExposed: bindsBeyondLoopback || tailscale === 'serve' || tailscale === 'funnel',
    controlUi: config.boolean('gateway', 'controlUi', 'enabled') !== false,
    allowedOrigins: config.strings('gateway', 'controlUi', 'allowedOrigins'),
    hostHeaderOriginFallback:
      config.boolean('gateway', 'controlUi', 'dangerouslyAllowHostHeaderOriginFallback') === true,
    trustedProxies: config.strings('gateway', 'trustedProxies'),
    httpEndpoints: [
      '/tools/invoke',
      ...(chatCompletions ? ['/v1/chat/completions'] : []),
      ...(responses ? ['/v1/responses'] : []),
      ...(adminRpc ? ['/api/v1/admin/rpc'] : []),
    ],
    chatCompletions,
    responses,
    toolsRefusedOverHttp: REFUSED_OVER_HTTP[generation],
  };
}
