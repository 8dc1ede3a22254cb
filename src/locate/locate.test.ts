import { describe, expect, test } from 'vitest';
import { type LocateRequest, locate } from './locate.ts';
import { LocateError } from './profile.ts';

const HOME = '/home/u';
const from = (request: Partial<LocateRequest>, ...existing: readonly string[]) =>
  locate({
    env: { HOME },
    cwd: '/work',
    osHome: () => '/home/os',
    flags: {},
    exists: (path) => existing.includes(path),
    ...request,
  });

describe('home', () => {
  test('OPENCLAW_HOME, HOME, USERPROFILE, the account, the working directory', () => {
    const home = (env: LocateRequest['env'], osHome = '/home/os') =>
      from({ env, osHome: () => osHome }).home;
    expect(home({ OPENCLAW_HOME: ' ~/h2 ', HOME })).toBe('/home/u/h2');
    expect(home({ OPENCLAW_HOME: '/h3', HOME })).toBe('/h3');
    expect(home({ HOME: ' ', USERPROFILE: '/users/u' })).toBe('/users/u');
    expect(home({})).toBe('/home/os');
    expect(home({}, '')).toBe('/work');
  });
});

describe('state directory', () => {
  test('is ~/.openclaw, else a legacy one that exists, else ~/.openclaw', () => {
    const at = (...existing: readonly string[]) => {
      const { stateDir, stateDirFrom } = from({}, ...existing);
      return [stateDir, stateDirFrom];
    };
    expect(at()).toEqual(['/home/u/.openclaw', 'default']);
    expect(at('/home/u/.openclaw', '/home/u/.clawdbot')).toEqual(['/home/u/.openclaw', 'default']);
    expect(at('/home/u/.moltbot')).toEqual(['/home/u/.moltbot', 'legacy']);
    expect(at('/home/u/.moltbot', '/home/u/.clawdbot')).toEqual(['/home/u/.clawdbot', 'legacy']);
  });

  test('variables are trimmed, expanded and made absolute; the flag wins', () => {
    const env = { HOME, OPENCLAW_STATE_DIR: ' ~/a ', CLAWDBOT_STATE_DIR: '/b' };
    expect(from({ env }).stateDir).toBe('/home/u/a');
    expect(from({ env: { HOME, CLAWDBOT_STATE_DIR: 'b' } }).stateDir).toBe('/work/b');
    const flagged = from({ env, flags: { stateDir: '../c' } });
    expect(flagged).toMatchObject({ stateDir: '/c', stateDirFrom: 'flag' });
  });
});

test('old names are not read where the release reads them no more', () => {
  const env = { HOME, CLAWDBOT_STATE_DIR: '/b', CLAWDBOT_CONFIG_PATH: '/old.json' };
  expect(from({ env }, '/old.json')).toMatchObject({ stateDir: '/b', configPath: '/old.json' });
  expect(from({ env, olderNames: false }, '/old.json')).toMatchObject({
    stateDir: '/home/u/.openclaw',
    configPath: '/home/u/.openclaw/openclaw.json',
  });
});

describe('config', () => {
  const config = (request: Partial<LocateRequest>, ...existing: readonly string[]) => {
    const { configPath, configFrom } = from(request, ...existing);
    return [configPath, configFrom];
  };

  test('is the first known name in the state directory', () => {
    const dir = '/home/u/.openclaw';
    expect(config({})).toEqual([`${dir}/openclaw.json`, 'default']);
    expect(config({}, dir, `${dir}/clawdbot.json`)).toEqual([`${dir}/clawdbot.json`, 'default']);
  });

  test('is found in a legacy directory, also when ~/.openclaw exists without one', () => {
    const legacy = '/home/u/.clawdbot/clawdbot.json';
    expect(config({}, '/home/u/.openclaw', legacy)).toEqual([legacy, 'legacy']);
    expect(config({}, '/home/u/.clawdbot', legacy)).toEqual([legacy, 'legacy']);
  });

  test('is that of the home directory when the state directory of the environment has none', () => {
    const env = { HOME, OPENCLAW_STATE_DIR: '/sd' };
    const own = '/home/u/.openclaw/openclaw.json';
    expect(config({ env }, own)).toEqual([own, 'default']);
    expect(config({ env }, own, '/sd/openclaw.json')).toEqual(['/sd/openclaw.json', 'state-dir']);
    expect(config({ env })).toEqual(['/sd/openclaw.json', 'state-dir']);
  });

  test('OPENCLAW_CONFIG_PATH holds even if missing, CLAWDBOT_CONFIG_PATH only if it exists', () => {
    const env = { HOME, OPENCLAW_CONFIG_PATH: '~/c.json5', CLAWDBOT_CONFIG_PATH: '/old.json' };
    expect(config({ env }, '/old.json')).toEqual(['/home/u/c.json5', 'env']);
    const old = { HOME, CLAWDBOT_CONFIG_PATH: '/old.json' };
    expect(config({ env: old }, '/old.json')).toEqual(['/old.json', 'env']);
    expect(config({ env: old })).toEqual(['/home/u/.openclaw/openclaw.json', 'default']);
  });

  test('with a state directory flag only that directory counts, unless a config is named', () => {
    const env = { HOME, OPENCLAW_CONFIG_PATH: '/env.json', OPENCLAW_OAUTH_DIR: '/oauth' };
    const flags = { stateDir: '/sd' };
    const elsewhere = '/home/u/.openclaw/openclaw.json';
    expect(config({ env, flags }, elsewhere)).toEqual(['/sd/openclaw.json', 'state-dir']);
    expect(config({ env, flags }, '/sd/moltbot.json')).toEqual(['/sd/moltbot.json', 'state-dir']);
    expect(config({ env, flags: { ...flags, config: 'x.json' } })).toEqual([
      '/work/x.json',
      'flag',
    ]);
    expect(from({ env, flags }).credentialsDir).toBe('/sd/credentials');
  });
});

describe('profile', () => {
  test('has a state directory of its own, unless the environment names one', () => {
    const flags = { profile: 'dev' };
    expect(from({ flags }, '/home/u/.openclaw/openclaw.json')).toMatchObject({
      stateDir: '/home/u/.openclaw-dev',
      stateDirFrom: 'profile',
      configPath: '/home/u/.openclaw-dev/openclaw.json',
      profile: 'dev',
    });
    const env = { HOME, OPENCLAW_STATE_DIR: '/sd' };
    expect(from({ env, flags }).configPath).toBe('/sd/openclaw.json');
  });

  test('of the environment names the workspace only', () => {
    const target = from({ env: { HOME, OPENCLAW_PROFILE: 'dev' } });
    expect(target).toMatchObject({ profile: 'dev', stateDir: '/home/u/.openclaw' });
    expect(from({ env: { HOME, OPENCLAW_PROFILE: '../x' } })).not.toHaveProperty('profile');
  });

  test('`default` is none, and a bad name is refused', () => {
    expect(from({ flags: { profile: 'Default' } }).stateDir).toBe('/home/u/.openclaw');
    for (const profile of ['', '../x', '-a', 'a b', 'a'.repeat(65)])
      expect(() => from({ flags: { profile } })).toThrow(LocateError);
  });
});

test('credentials are in the state directory or where OPENCLAW_OAUTH_DIR says', () => {
  expect(from({}).credentialsDir).toBe('/home/u/.openclaw/credentials');
  const env = { HOME, OPENCLAW_OAUTH_DIR: '~/oauth' };
  expect(from({ env }).credentialsDir).toBe('/home/u/oauth');
});

test('names of variables are own properties only', () => {
  const env = Object.create({ OPENCLAW_STATE_DIR: '/evil' });
  expect(from({ env }).stateDir).toBe('/home/os/.openclaw');
});
