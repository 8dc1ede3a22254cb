import { destinationOf } from '../knowledge/destinations.ts';
import { ownerHas } from '../knowledge/variables.ts';
import { isWellKnown } from './well-known.ts';

/** A key that a service gives out; words of a wallet, private keys and passwords are no such thing. */
const GIVEN_OUT =
  /^([A-Z][A-Z\d]*(?:_[A-Z\d]+)*?)_(?:(?:API|ACCESS|AUTH|SERVICE|BOT|BEARER|SESSION)_?)?(?:KEY|TOKEN)$/;
/** The least letters of a name: shorter ones are the beginning of too much. */
const LEAST = 4;

/**
 * Whether a variable holds a key of the very service that an item is called after, `ACME_API_KEY` of
 * `acme-sdk`, and goes to an address without a name, which may be the service's own server. Names of
 * services that are well known are for everybody to take, and say nothing.
 */
export function isOwnKey(variable: string, item: string, address: string): boolean {
  if (destinationOf(address) !== 'bare-address') return false;
  const service = GIVEN_OUT.exec(variable.slice(0, 200).toUpperCase())?.[1];
  if (service === undefined || ownerHas(variable, 'https://owner.invalid') !== undefined)
    return false;
  const words = service.toLowerCase().split('_');
  const plain = words.join('');
  if (plain.length < LEAST || words.includes('private') || isWellKnown(plain)) return false;
  const named = item
    .slice(0, 200)
    .toLowerCase()
    .split(/[^a-z\d]+/);
  return named.some((_, count) => named.slice(0, count + 1).join('') === plain);
}
