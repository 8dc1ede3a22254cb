import type { Route } from '../document/route.ts';
import { DANGEROUS_COMMANDS, DEFAULT_COMMANDS, type NodeCommands } from './node-commands.ts';
import type { Posture } from './posture.ts';
import { generationOf } from './release.ts';

/** An entry of a list of commands, blanks cut off; empty when it is no text. */
interface CommandEntry {
  readonly text: string;
  readonly route: Route;
}

/** What paired devices may be asked to do. */
export interface Nodes extends NodeCommands {
  readonly allow: readonly CommandEntry[];
  readonly deny: readonly CommandEntry[];
  /** The settings in the release's own words. */
  readonly allowName: string;
  readonly denyName: string;
}

const COMMANDS = ['gateway', 'nodes', 'commands'] as const;

export function resolveNodes({ config, snapshot }: Pick<Posture, 'config' | 'snapshot'>): Nodes {
  const generation = generationOf(snapshot);
  const entries = (key: 'allow' | 'deny') =>
    config.items(...COMMANDS, key).map((item, index) => ({
      text: typeof item === 'string' ? item.trim() : '',
      route: [...COMMANDS, key, index],
    }));
  const old = generation === '2026.2';
  return {
    allow: entries('allow'),
    deny: entries('deny'),
    allowName: old ? 'gateway.nodes.allowCommands' : 'gateway.nodes.commands.allow',
    denyName: old ? 'gateway.nodes.denyCommands' : 'gateway.nodes.commands.deny',
    usual: DEFAULT_COMMANDS[generation],
    dangerous: DANGEROUS_COMMANDS[generation],
  };
}
