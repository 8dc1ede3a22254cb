import type { Posture } from '../../posture/posture.ts';

/** Everyone who may switch elevated mode on through one channel; a list longer than this is nobody's list. */
export const MANY_SENDERS = 25;

export interface ElevatedSenders {
  readonly provider: string;
  readonly entries: readonly string[];
  readonly everyone: boolean;
  readonly subject: number;
}

/** The lists of `tools.elevated.allowFrom` while elevated mode is on. */
export function elevatedSenders({
  config,
  tools,
}: Pick<Posture, 'config' | 'tools'>): readonly ElevatedSenders[] {
  if (!tools.elevated) return [];
  return config.keys('tools', 'elevated', 'allowFrom').map((provider, subject) => {
    const entries = config.strings('tools', 'elevated', 'allowFrom', provider);
    return { provider, entries, everyone: entries.includes('*'), subject };
  });
}
