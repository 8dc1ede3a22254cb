import { expect, test } from 'vitest';
import { makeSnapshot } from '../../test/support/snapshot.ts';
import { load, ROOT } from '../config/load.harness.ts';
import { listSecretDiagnostics } from '../judge/secrets.ts';
import { secretText } from './secrets.ts';

function diagnose(config: string, lang: 'en' | 'ko' = 'en') {
  const { snapshot } = load({ [ROOT]: config }, { SET: 'a long enough secret value' });
  const parts = { config: { status: 'ok', value: snapshot } } as const;
  return listSecretDiagnostics(makeSnapshot({}, parts)).map((entry) => secretText(entry, lang));
}

test('references and variables that lead nowhere are told, those that lead somewhere are not', () => {
  const config = `{
    gateway: { auth: { token: "\${NOPE}", password: { source: "env", provider: "default", id: "SET" } } },
    channels: { telegram: { botToken: { source: "exec", provider: "vault", id: "bot" } } },
    models: { providers: { x: { apiKey: "\${NEITHER}" } } },
  }`;
  expect(diagnose(config)).toEqual([
    'channels.telegram.botToken: the program of the provider vault is not run by an audit',
    'gateway.auth.token: the environment variable NOPE is not set here',
  ]);
  expect(diagnose(config, 'ko')[0]).toContain('실행하지 않습니다');
});
