import { expect, test } from 'vitest';
import { parseLsof, parseProcNet } from './proc-net.ts';

const HEAD =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';

test('listening sockets of /proc/net/tcp, and only those', () => {
  const text = [
    HEAD,
    '   0: 0100007F:4965 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 48120 1 0000000000000000 100 0 0 10 0',
    '   1: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 20001 1 0000000000000000 100 0 0 10 0',
    '   2: 0100007F:4965 0100007F:C001 01 00000000:00000000 00:00000000 00000000  1000        0 48121 1 0000000000000000 100 0 0 10 0',
    'not a line',
  ].join('\n');
  expect(parseProcNet(text)).toEqual([
    { address: '127.0.0.1', port: 18789, uid: 1000, inode: '48120' },
    { address: '0.0.0.0', port: 22, uid: 0, inode: '20001' },
  ]);
});

test('addresses of /proc/net/tcp6: any, loopback, mapped, global', () => {
  const line = (address: string, i: number) =>
    `   ${i}: ${address}:4965 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 ${i} 1 0000000000000000 100 0 0 10 0`;
  const text = [
    '00000000000000000000000000000000',
    '00000000000000000000000001000000',
    '0000000000000000FFFF00000100007F',
    'B80D0120000000000000000001000000',
  ]
    .map(line)
    .join('\n');
  expect(parseProcNet(text).map(({ address }) => address)).toEqual([
    '::',
    '::1',
    '127.0.0.1',
    '2001:db8::1',
  ]);
});

test('listeners as lsof prints them', () => {
  const text = 'p812\ncnode\nu501\nn127.0.0.1:18789\nn[::1]:18789\np99\ncnginx\nu0\nn*:443\n';
  expect(parseLsof(text)).toEqual([
    { address: '127.0.0.1', port: 18789, uid: 501, process: 'node' },
    { address: '::1', port: 18789, uid: 501, process: 'node' },
    { address: '0.0.0.0', port: 443, uid: 0, process: 'nginx' },
  ]);
});
