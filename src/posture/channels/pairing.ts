import type { PairingStore } from '../../gather/stored-facts.ts';

/** Someone who was approved by pairing. */
export interface PairedSender {
  readonly entry: string;
  /** The store file. */
  readonly path: string;
}

/** An account id as it stands in the name of a store file. */
const fileKey = (id: string) =>
  id
    .trim()
    .toLowerCase()
    .replace(/[\\/:*?"<>|]/g, '_')
    .replaceAll('..', '_');

const sendersOf = (stores: readonly PairingStore[]): readonly PairedSender[] =>
  stores.flatMap(({ path, entries }) => entries.map((entry) => ({ entry: entry.trim(), path })));

/** The senders of the channel's common store and of the account's own; wildcards are kept. */
export function pairedSenders(
  stores: readonly PairingStore[],
  channel: string,
  account: string,
): readonly PairedSender[] {
  return sendersOf(
    stores.filter(
      (store) =>
        store.channel === channel &&
        (store.account === undefined || fileKey(store.account) === fileKey(account)),
    ),
  );
}

/**
 * As OpenClaw's audit reads them, wildcards dropped: of files the common store only, of the database
 * what the account has.
 */
export function pairedByReference(
  stores: readonly PairingStore[],
  channel: string,
  account: string | undefined,
): readonly PairedSender[] {
  const read = stores.filter(
    (s) =>
      s.channel === channel &&
      (s.account === undefined ||
        (account !== undefined && fileKey(s.account) === fileKey(account))),
  );
  return sendersOf(read).filter(({ entry }) => entry !== '*');
}
