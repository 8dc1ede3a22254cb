import { expect, test } from 'vitest';
import { measured } from '../../test/support/gathered.ts';
import { snapshotOf } from '../../test/support/scenario.ts';

test('pairing stores: channel ids with dashes, accounts, malformed ones noted', async () => {
  const store = (name: string, content: string) => ({
    path: `.openclaw/credentials/${name}-allowFrom.json`,
    content,
  });
  const snapshot = await snapshotOf({
    files: [
      store('telegram', '{"allowFrom":[" 12 ", 7, "*", "", null, {}]}'),
      store('telegram-work', '{"allowFrom":["1"]}'),
      store('nextcloud-talk', '{"allowFrom":["2"]}'),
      store('synology-chat-a-b', '{"allowFrom":["3"]}'),
      store('zalouser', '{"allowFrom":[]}'),
      store('my-own', '{"allowFrom":[]}'),
      store('slack', '[]'),
      store('irc', 'not json'),
    ],
  });
  const stores = measured(snapshot.pairing).map(({ path: _, ...rest }) => rest);
  expect(stores).toEqual([
    { channel: 'my-own', entries: [] },
    { channel: 'nextcloud-talk', entries: ['2'] },
    { channel: 'synology-chat', account: 'a-b', entries: ['3'] },
    { channel: 'telegram', entries: ['12', '7', '*'] },
    { channel: 'telegram', account: 'work', entries: ['1'] },
    { channel: 'zalouser', entries: [] },
  ]);
  expect(snapshot.unmeasured).toMatchObject([
    { reason: 'malformed', subject: expect.stringContaining('irc-allowFrom.json') },
    { reason: 'malformed', subject: expect.stringContaining('slack-allowFrom.json') },
  ]);
});
