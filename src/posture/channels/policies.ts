import type { Route } from '../../document/route.ts';
import { type ConfigView, child, textItems } from '../config.ts';
import type { EnvView } from '../env.ts';
import type { DmKeys } from './catalog.ts';
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
  const own = account.entry !== undefined && account.traits.ownDefaults.includes(key);
  return {
    value: text(own ? child(account.entry, key) : account.get(key)),
    route: own ? [...account.route, key] : account.routeOf(key),
  };
}

function flatAccess(account: AccountSettings, listKey: string): DmAccess {
  const { value, route } = ownOrInherited(account, 'dmPolicy');
  const policy = value ?? account.traits.dmDefault;
  return {
    policy,
    policyRoute: route,
    policyValue: policy,
    allowFrom: textItems(account.get(listKey)),
    allowFromRoute: account.routeOf(listKey),
  };
}

function nestedAccess(account: AccountSettings): DmAccess {
  const policy = text(account.get('dm', 'policy')) ?? account.traits.dmDefault;
  return {
    policy,
    policyRoute: account.routeOf('dm', 'policy'),
    policyValue: policy,
    allowFrom: textItems(account.get('dm', 'allowFrom')),
    allowFromRoute: account.routeOf('dm', 'allowFrom'),
  };
}

/** The list of user ids may also stand in the environment of the gateway, for the default account. */
function userIdAccess(account: AccountSettings, env: EnvView): DmAccess {
  const access = flatAccess(account, 'allowedUserIds');
  if (account.get('allowedUserIds') !== undefined || account.id !== 'default') return access;
  const ids = env.text('SYNOLOGY_ALLOWED_USER_IDS')?.split(',') ?? [];
  return { ...access, allowFrom: textItems(ids) };
}

function accessBy(keys: DmKeys, account: AccountSettings, env: EnvView): DmAccess {
  if (keys === 'nested') return nestedAccess(account);
  if (keys === 'user_ids') return userIdAccess(account, env);
  const flat = flatAccess(account, 'allowFrom');
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
export function resolveDm(account: AccountSettings, env: EnvView): DmAccess {
  const { dm } = account.traits;
  const access = accessBy(dm, account, env);
  const nested = dm === 'nested' || dm === 'either';
  if (!nested || account.get('dm', 'enabled') !== false) return access;
  const policyRoute = account.routeOf('dm', 'enabled');
  return { ...access, policy: 'disabled', policyRoute, policyValue: 'false' };
}

/** As OpenClaw's audit decides; undefined for channels it does not look at. */
export function resolveDmByReference(account: AccountSettings, env: EnvView): DmAccess | undefined {
  const { auditedDm } = account.traits;
  return auditedDm === 'none' ? undefined : accessBy(auditedDm, account, env);
}

/** Who may speak to the account in groups, and where that is written. */
export function resolveGroups(config: ConfigView, account: AccountSettings): GroupAccess {
  const { groupDefault } = account.traits;
  const { value, route } = ownOrInherited(account, 'groupPolicy');
  if (value) return { policy: value, route };
  if (groupDefault === 'schema' || groupDefault === 'own' || !account.section)
    return { policy: 'allowlist', route };
  const general = text(config.get('channels', 'defaults', 'groupPolicy'));
  return general
    ? { policy: general, route: ['channels', 'defaults', 'groupPolicy'] }
    : { policy: groupDefault, route };
}
