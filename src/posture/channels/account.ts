import type { PairedSender } from './pairing.ts';
import type { DmAccess, GroupAccess } from './policies.ts';
import type { AccountSettings } from './settings.ts';
import type { ChannelWarning } from './warnings.ts';

/** One account of one channel: who reaches the agent through it, and how. */
export interface ChannelAccount extends AccountSettings {
  /** Its position among all accounts, in OpenClaw's order. */
  readonly index: number;
  /** Whether OpenClaw's own audit looks at it (with its channel plugins loaded). */
  readonly audited: boolean;
  /** Whether it can receive messages: configured, and not switched off anywhere. */
  readonly active: boolean;
  readonly dm: DmAccess;
  /** As OpenClaw's audit reads it; undefined for channels whose DM policy it ignores. */
  readonly dmByReference: DmAccess | undefined;
  readonly groups: GroupAccess;
  /** Senders approved by pairing, wildcards included. */
  readonly paired: readonly PairedSender[];
  readonly pairedByReference: readonly PairedSender[];
  /** `dangerouslyAllowNameMatching`. */
  readonly matchesNames: boolean;
  /** Commands, or commands of skills, are registered with the provider. */
  readonly nativeCommands: boolean;
  readonly nativeSkills: boolean;
  /** Names in the list for direct messages that let nobody in, in releases that say so. */
  readonly inert: readonly string[];
  /** Settings that the channel itself calls risky, in OpenClaw's order. */
  readonly warnings: readonly ChannelWarning[];
}
