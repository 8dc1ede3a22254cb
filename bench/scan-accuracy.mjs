// How right the scan is, on folders that are not part of this project:
//   node bench/scan-accuracy.mjs FOLDER… --labels FILE [--no-indicators]
// The labels are a CSV with a header and the columns repo,commit,path,label (further ones are
// ignored); a label starts with `malicious` or `benign`, a path is relative to one of the folders.
// Labelled items are split by a hash of their path into a tuning half and a held-out half; folders
// without labels are taken to be honest. Nothing in the folders is run.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    labels: { type: 'string' },
    'no-indicators': { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});
if (positionals.length === 0) {
  console.error(
    'Usage: node bench/scan-accuracy.mjs FOLDER… --labels FILE [--no-indicators] [--list]',
  );
  process.exit(2);
}
const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
if (!existsSync(main)) {
  console.error('dist/main.js is missing: run `npm run build` first.');
  process.exit(2);
}

/** Labels by absolute path. */
const labels = new Map();
if (values.labels !== undefined)
  for (const line of readFileSync(values.labels, 'utf8').split('\n').slice(1)) {
    const [, , path, label] = line.split(',');
    if (!path || !label) continue;
    for (const folder of positionals) {
      const whole = resolve(folder, path);
      if (existsSync(whole))
        labels.set(whole, label.startsWith('malicious') ? 'malicious' : 'benign');
    }
  }

const isHeldOut = (path) => createHash('sha256').update(basename(path)).digest()[0] % 2 === 1;
const percent = (part, whole) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);

function scan(folder) {
  const args = [main, 'security', 'scan', folder, '--json', '--no-cache'];
  if (values['no-indicators']) args.push('--no-indicators');
  const text = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(text);
}

/** The verdict is a word, or an object that holds it. */
const levelOf = ({ verdict }) => (typeof verdict === 'string' ? verdict : verdict.level);
const rows = [];
const row = (name, items) => {
  const count = (level) => items.filter((item) => levelOf(item) === level).length;
  const [bad, doubtful] = [count('malicious'), count('suspicious')];
  rows.push({
    name,
    items: items.length,
    malicious: bad,
    suspicious: doubtful,
    flagged: percent(bad + doubtful, items.length),
    'judged malicious': percent(bad, items.length),
  });
};

for (const folder of positionals) {
  const { items, unread } = scan(folder);
  const labelOf = ({ path }) => labels.get(resolve(folder, path));
  const of = (label) => items.filter((item) => labelOf(item) === label);
  const malicious = of('malicious');
  const pathOf = ({ path }) => resolve(folder, path);
  if (malicious.length > 0) {
    row(`${folder}: labelled malicious`, malicious);
    row(
      '  tuning half',
      malicious.filter((item) => !isHeldOut(pathOf(item))),
    );
    row(
      '  held-out half',
      malicious.filter((item) => isHeldOut(pathOf(item))),
    );
    row('  hard negatives', of('benign'));
  }
  row(
    `${folder}: not labelled`,
    items.filter((item) => labelOf(item) === undefined),
  );
  console.log(`${folder}: ${items.length} items, ${unread.length} unread`);
  if (values.list)
    for (const item of items) {
      const label = labelOf(item);
      if (label === 'malicious' ? levelOf(item) === 'clean' : levelOf(item) === 'malicious')
        console.log(`  ${label ?? 'not labelled'}  ${levelOf(item)}  ${pathOf(item)}`);
    }
}
console.table(rows);
