import type { Gateway } from '../../posture/gateway.ts';
import type { Departure } from '../define.ts';

/** For every check whose answer depends on where the gateway listens. */
export const CUSTOM_LOOPBACK: Departure = {
  reference:
    'Takes `gateway.bind: "custom"` for reachable from the network even when `gateway.customBindHost` is 127.0.0.1.',
  why: 'A custom host that is a loopback address is reached from this machine only; it is judged like `loopback`.',
  source: 'OpenClaw 2026.2.24, observed',
};

/** For every check that asks whether the gateway has a secret. */
export const TEXT_REFERENCE: Departure = {
  reference:
    'Takes a token or password that is written as `$NAME` for none at all, whether the variable is set or not.',
  why: 'The gateway resolves it as it does any other reference, and does not start when it cannot.',
  source: 'OpenClaw 2026.9.6, observed',
};

/** Whether other machines reach the gateway's port; `truly` counts a custom loopback host as local. */
export function listensBeyond(gateway: Gateway, truly: boolean): boolean {
  return truly ? gateway.listensBeyondLoopback : gateway.bindsBeyondLoopback;
}

/** The same, or through Tailscale serve or funnel. */
export function isRemote(gateway: Gateway, truly: boolean): boolean {
  const { tailscale } = gateway;
  return listensBeyond(gateway, truly) || tailscale === 'serve' || tailscale === 'funnel';
}
