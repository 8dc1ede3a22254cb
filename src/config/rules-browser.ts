import type { JsonValue } from '../document/parse.ts';
import type { IssueSink } from './issue-sink.ts';
import { isUnresolved, objectAt, textAt, valueAt } from './schema-values.ts';

/** A browser profile must say where its browser is, at an address OpenClaw can talk to. */
export function checkBrowserRules(config: JsonValue, sink: IssueSink): void {
  for (const [name, profile] of Object.entries(objectAt(config, 'browser', 'profiles'))) {
    if (sink.full()) return;
    if (typeof profile !== 'object' || profile === null) continue;
    const route = ['browser', 'profiles', name];
    const url = textAt(profile, 'cdpUrl');
    const port = valueAt(profile, 'cdpPort');
    if (!url && !port) sink.add('rule', route, 'browser_profile_without_cdp', {});
    else if (url && !isUnresolved(url) && !isHttp(url))
      sink.add('rule', [...route, 'cdpUrl'], 'browser_profile_cdp_url', {});
  }
}

function isHttp(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === 'http:' || protocol === 'https:';
}
