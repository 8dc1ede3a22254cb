import type { Departure } from '../define.ts';

/** For the checks that ask which groups are open to anyone. */
export const OPEN_GROUPS: Departure = {
  reference:
    'Counts channels and accounts that are disabled and `channels.defaults` where it has no effect; overlooks `groupPolicy` of single Telegram groups and topics.',
  why: 'A group is open when a running channel lets anyone in it talk to the agent, wherever that is written.',
  source: 'OpenClaw 2026.2.24, observed',
};
