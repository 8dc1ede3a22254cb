import type { Route } from '../../document/route.ts';
import { type ConfigView, child, textItems } from '../config.ts';
import { type DmKeys, traitsOf } from './catalog.ts';
import type { AccountSettings } from './settings.ts';

/** Who may write to the account directly. */
export interface DmAccess {
  /** open, pairing, allowlist, disabled, or whatever was written. */
  readonly policy: string;
  /** The setting that decides, and its value as written. */
  readonly policyRoute: Route;
  readonly policyValue: string;
  readonly allowFrom: readonly string[];
  readonly allowFromRoute: Route;
}

/** Who may address the agent in groups, rooms and channels. */
export interface GroupAccess {
  /** open, allowlist, disabled, or whatever was written. */
  readonly policy: string;
  readonly route: Route;
}

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

/** A policy that the entry of an account has a default of its own for. */
function ownOrInherited(account: AccountSettings, key: string) {
  const own = account.entry !== undefined && traitsOf(account.channel).ownDefaults.includes(key);
  return {
    value: text(own ? child(account.entry, key) : account.get(key)),
    route: own ? [...account.route, key] : account.routeOf(key),
  };
}

function flatAccess(account: AccountSettings, listKey: string): DmAccess {
  const { value, route } = ownOrInherited(account, 'dmPolicy');
  const policy = value ?? traitsOf(account.channel).dmDefault;
  return {
    policy,
    policyRoute: route,
    policyValue: policy,
    allowFrom: textItems(account.get(listKey)),
    allowFromRoute: account.routeOf(listKey),
  };
}

function nestedAccess(account: AccountSettings): DmAccess {
  const policy = text(account.get('dm', 'policy')) ?? traitsOf(account.channel).dmDefault;
  return {
    policy,
    policyRoute: account.routeOf('dm', 'policy'),
    policyValue: policy,
    allowFrom: textItems(account.get('dm', 'allowFrom')),
    allowFromRoute: account.routeOf('dm', 'allowFrom'),
  };
}

function accessBy(keys: DmKeys, account: AccountSettings): DmAccess {
  if (keys === 'nested') return nestedAccess(account);
  const flat = flatAccess(account, keys === 'user_ids' ? 'allowedUserIds' : 'allowFrom');
  if (keys !== 'either') return flat;
  const nested = nestedAccess(account);
  const policyFrom =
    text(account.get('dmPolicy')) || !text(account.get('dm', 'policy')) ? flat : nested;
  const listFrom =
    Array.isArray(account.get('allowFrom')) || !Array.isArray(account.get('dm', 'allowFrom'))
      ? flat
      : nested;
  return {
    policy: policyFrom.policy,
    policyRoute: policyFrom.policyRoute,
    policyValue: policyFrom.policyValue,
    allowFrom: listFrom.allowFrom,
    allowFromRoute: listFrom.allowFromRoute,
  };
}

/** As the gateway decides. */
export function resolveDm(account: AccountSettings): DmAccess {
  const { dm } = traitsOf(account.channel);
  const access = accessBy(dm, account);
  const nested = dm === 'nested' || dm === 'either';
  if (!nested || account.get('dm', 'enabled') !== false) return access;
  const policyRoute = account.routeOf('dm', 'enabled');
  return { ...access, policy: 'disabled', policyRoute, policyValue: 'false' };
}

/** As OpenClaw's audit decides; undefined for channels it does not look at. */
export function resolveDmByReference(account: AccountSettings): DmAccess | undefined {
  const { auditedDm } = traitsOf(account.channel);
  return auditedDm === 'none' ? undefined : accessBy(auditedDm, account);
}

export function resolveGroups(config: ConfigView, account: AccountSettings): GroupAccess {
  const { groupDefault } = traitsOf(account.channel);
  const { value, route } = ownOrInherited(account, 'groupPolicy');
  if (value) return { policy: value, route };
  if (groupDefault === 'schema' || groupDefault === 'own' || !account.section)
    return { policy: 'allowlist', route };
  const general = text(config.get('channels', 'defaults', 'groupPolicy'));
  return general
    ? { policy: general, route: ['channels', 'defaults', 'groupPolicy'] }
    : { policy: groupDefault, route };
}
