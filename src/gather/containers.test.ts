import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gatherContainers } from './containers.ts';
import { canOnlyFail, findDocker } from './docker-command.ts';

let dir: string;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'ocsec-docker-'));
});
afterEach(() => fs.rmSync(dir, { recursive: true }));

function host(docker: string | Buffer, env: NodeJS.ProcessEnv = {}, name = 'docker') {
  fs.writeFileSync(path.join(dir, name), docker, { mode: 0o755 });
  return { env: { PATH: `${dir}:/usr/bin:/bin`, HOME: dir, ...env }, platform: 'linux' };
}
const ask = (docker: string | Buffer, left = 10_000) =>
  gatherContainers({ ...host(docker), deadline: { left: () => left } });
const fake = (names: string, inspect: string, port: string) => `#!/bin/sh
case "$1" in
  ps) ${names} ;;
  inspect) [ "$2" = -f ] || exit 64; ${inspect} ;;
  port) ${port} ;;
esac`;

test('reads labels and ports of every container', async () => {
  const { part, unmeasured } = await ask(
    fake('echo b1; echo b2', 'printf "hash-%s\\tepoch" "$4"', 'echo "9222/tcp -> 0.0.0.0:1"'),
  );
  const published = [{ container: '9222/tcp', host: '0.0.0.0', port: 1 }];
  expect(unmeasured).toEqual([]);
  expect(part).toEqual({
    status: 'ok',
    value: ['b1', 'b2'].map((name) => ({
      name,
      configHash: `hash-${name}`,
      configEpoch: 'epoch',
      published,
    })),
  });
});

test('no docker and a docker that fails both mean no containers', async () => {
  expect((await ask('#!/bin/sh\necho b1; exit 1')).part).toEqual({ status: 'absent' });
  const nowhere = { env: { PATH: 'bin:.::' }, platform: 'linux', deadline: { left: () => 1000 } };
  expect((await gatherContainers(nowhere)).part).toEqual({ status: 'absent' });
});

test('a docker that hangs is not waited for, and is not taken for one without containers', async () => {
  const started = Date.now();
  const { part } = await ask('#!/bin/sh\nsleep 30', 300);
  expect(part).toMatchObject({ status: 'failed', reason: 'timeout' });
  expect(Date.now() - started).toBeLessThan(2500);
});

test('what could not be read is said', async () => {
  const { part, unmeasured } = await ask(
    fake('echo -x; echo gone; echo quiet', '[ "$4" = gone ] && exit 1; printf "a\\tb"', 'exit 1'),
  );
  expect(part).toMatchObject({ status: 'ok', value: [{ name: 'quiet', published: [] }] });
  expect(unmeasured).toEqual([
    { part: 'containers', reason: 'malformed', subject: '1 names' },
    { part: 'containers', reason: 'failed', subject: 'gone', detail: '1 more' },
  ]);
});

test('of too many containers the first are read', async () => {
  const { part, unmeasured } = await ask(fake('seq 1 70', 'printf "a\\tb"', 'exit 0'));
  const names = part.status === 'ok' ? part.value.map(({ name }) => name) : [];
  expect(names[0]).toBe('1');
  expect(names).not.toContain('65');
  expect(unmeasured[0]).toEqual({ part: 'containers', reason: 'too_many', subject: '6 more' });
});

test('an endless list is refused', async () => {
  expect((await ask('#!/bin/sh\nyes')).part).toMatchObject({
    status: 'failed',
    reason: 'too_large',
  });
});

test('relative directories of PATH and files that cannot be run are passed over', () => {
  const { env } = host('');
  fs.chmodSync(path.join(dir, 'docker'), 0o644);
  const second = path.join(dir, 'second');
  fs.mkdirSync(second);
  fs.writeFileSync(path.join(second, 'docker'), '', { mode: 0o755 });
  const PATH = `${path.relative(process.cwd(), second)}:${dir}:${second}`;
  expect(findDocker({ env: { ...env, PATH }, platform: 'linux' })).toBe(
    path.join(second, 'docker'),
  );
});

const elf = Buffer.from('7f454c4602010100', 'hex');
const ENGINE_ON_THIS_HOST = fs.existsSync('/var/run/docker.sock');
const only = (docker: string | Buffer, env: NodeJS.ProcessEnv = {}) =>
  canOnlyFail(path.join(dir, 'docker'), host(docker, env));

test.skipIf(ENGINE_ON_THIS_HOST)('a client without an engine is not started', () => {
  expect(only(elf)).toBe(true);
  expect(only(Buffer.from('cffaedfe07000001', 'hex'))).toBe(true);
});

test('a docker that may have something to say is asked', () => {
  expect(only('#!/bin/sh\n')).toBe(false);
  expect(only(elf, { DOCKER_HOST: 'tcp://127.0.0.1:2375' })).toBe(false);
  expect(only(elf, { DOCKER_CONTEXT: 'colima' })).toBe(false);
  fs.writeFileSync(path.join(dir, 'docker.sock'), '');
  expect(only(elf, { XDG_RUNTIME_DIR: dir })).toBe(false);
  fs.writeFileSync(path.join(dir, 'config.json'), '{"currentContext":"desktop-linux"}');
  expect(only(elf, { DOCKER_CONFIG: dir })).toBe(false);
  fs.writeFileSync(path.join(dir, 'config.json'), '{broken');
  expect(only(elf, { DOCKER_CONFIG: dir })).toBe(false);
});

test('podman under the name of docker is asked', () => {
  host(elf, {}, 'podman');
  fs.symlinkSync('podman', path.join(dir, 'docker'));
  expect(canOnlyFail(path.join(dir, 'docker'), { env: { HOME: dir }, platform: 'linux' })).toBe(
    false,
  );
});
