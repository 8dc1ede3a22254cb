import { expect, test } from 'vitest';
import { isOwnKey } from './own-key.ts';

const BARE = 'ws://203.0.113.9:3100';

test.each([
  ['ACME_API_KEY', 'acme-sdk'],
  ['ACME_CLOUD_TOKEN', 'acme-cloud'],
  ['ACMECLOUD_API_KEY', 'acme-cloud'],
])('%s is of %s itself', (variable, item) => {
  expect(isOwnKey(variable, item, BARE)).toBe(true);
});

test.each([
  // Whoever takes a well-known name takes the keys that people have for it.
  ['OPENAI_API_KEY', 'openai-helper', BARE],
  ['NOTION_TOKEN', 'notion-sync', BARE],
  ['TAVILY_API_KEY', 'tavily', BARE],
  // Nobody gives these out.
  ['ACME_PRIVATE_KEY', 'acme-sdk', BARE],
  ['ACME_MNEMONIC', 'acme-sdk', BARE],
  ['ACME_PASSWORD', 'acme-sdk', BARE],
  // Of others.
  ['ACME_API_KEY', 'weather', BARE],
  ['ACME_API_KEY', 'best-acme', BARE],
  ['API_KEY', 'api-tools', BARE],
  // Where requests are caught it is theft, whatever it is called.
  ['ACME_API_KEY', 'acme-sdk', 'https://webhook.site/a1'],
  ['ACME_API_KEY', 'acme-sdk', 'https://pastebin.com/a1'],
])('%s is not of %s itself at %s', (variable, item, address) => {
  expect(isOwnKey(variable, item, address)).toBe(false);
});
