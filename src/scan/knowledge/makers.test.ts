import { expect, test } from 'vitest';
import { hostOf } from './destinations.ts';
import { isOfMaker } from './makers.ts';
import { isOfOneService, isOpenSetting, isOwnSetting, ownerOfSetting } from './settings.ts';
import { isSecretName } from './variables.ts';

const KNOWN = [
  'https://deb.nodesource.com/setup_22.x',
  'https://raw.githubusercontent.com/nvm-sh/nvm/v0.40.3/install.sh',
  'https://get.docker.com',
  'https://railway.app/install.sh',
  'https://aka.ms/InstallAzureCliLinux',
  'https://packagecloud.io/install/repositories/ookla/speedtest-cli/script.deb.sh',
];
const STRANGERS = [
  'https://raw.githubusercontent.com/nvm-sh-team/nvm/main/install.sh',
  'https://nodesource.com.invalid/setup',
  'https://drive.google.com/uc?id=1',
  'https://tool.fly.dev/install.sh',
  'https://railway.app.invalid/install.sh',
  'https://railway.app/install.sh?for=me',
  'https://evil.up.railway.app/install.sh',
  'https://packagecloud.io/install/repositories/ookla-speed/cli/script.deb.sh',
];

test.each(KNOWN)('%s belongs to a known maker', (address) => {
  expect(isOfMaker(address, hostOf(address) ?? '')).toBe(true);
});
test.each(STRANGERS)('%s may be of anybody', (address) => {
  expect(isOfMaker(address, hostOf(address) ?? '')).toBe(false);
});

const CONFIG = '~/.openclaw/openclaw.json';
const FILE = '~/.openclaw/credentials/radarr/config.json';

test.each([
  [CONFIG, 'channels.slack.botToken', 'https://slack.com/api', true],
  [CONFIG, 'channels.feishu.appSecret', 'https://open.feishu.cn/open-apis', true],
  [CONFIG, 'models.providers.openrouter.apiKey', 'https://openrouter.ai/api/v1', true],
  [CONFIG, 'amapKey', 'https://restapi.amap.com/v3', true],
  [FILE, undefined, 'https://api.radarr.video/v1', true],
  [CONFIG, 'gateway.auth.token', 'https://gateway.invalid/auth', false],
  [CONFIG, 'channels.slack.botToken', 'https://collect.invalid/slack', false],
  // Of a known owner all hosts are known.
  [CONFIG, 'channels.feishu.appSecret', 'https://feishu.collect.invalid', false],
  [CONFIG, undefined, 'https://slack.com/api', false],
])('%s %s is its own at %s: %s', (file, part, address, own) => {
  expect(isOwnSetting(file, part, address)).toBe(own);
});

test('settings of one service are told from those of the gateway', () => {
  expect(isOfOneService(CONFIG, 'skills.entries.weather.apiKey')).toBe(true);
  expect(isOfOneService(FILE, undefined)).toBe(true);
  expect(isOfOneService(CONFIG, 'gateway.auth.token')).toBe(false);
  expect(isOfOneService(CONFIG, undefined)).toBe(false);
  expect(isOfOneService('~/.openclaw/identity/acme-device.json', undefined)).toBe(true);
  for (const own of ['device.json', 'device-auth.json', '*', '*.json', ''])
    expect(isOfOneService(`~/.openclaw/identity/${own}`, undefined), own).toBe(false);
  expect(ownerOfSetting(CONFIG, 'skills.entries.weather.apiKey')).toBe('weather');
  expect(ownerOfSetting(CONFIG, 'env.vars.WEATHER_USER_ID')).toBe('WEATHER');
  expect(ownerOfSetting(FILE, undefined)).toBe('radarr');
});

test('settings that open nothing are told from keys and from the whole', () => {
  for (const part of ['gateway.url', 'channels.feishu.domain', 'publicKeyPem', 'model'])
    expect(isOpenSetting(part), part).toBe(true);
  for (const part of [undefined, 'gateway', 'gateway.auth.token', 'privateKeyPem', 'urlKey', '1'])
    expect(isOpenSetting(part), part).toBe(false);
});

test('what is called like a secret and is none', () => {
  for (const name of ['FILE_KEY', 'TOKEN_ADDRESS', 'PUBLIC_KEY', 'TOKEN_TYPE', 'API_KEY_FILE'])
    expect(isSecretName(name), name).toBe(false);
  for (const name of ['API_KEY', 'GH_TOKEN', 'PRIVATE_KEY', 'TOKEN_SECRET', 'DB_PASSWORD'])
    expect(isSecretName(name), name).toBe(true);
});
