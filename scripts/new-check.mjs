// npm run new-check hooks.token_too_short: the skeleton of a check where it belongs.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadScript } from './load.mjs';

const id = process.argv[2]?.replace('/', '.');
if (!id || !/^[a-z]+(\.[A-Za-z_{}]+)+$/.test(id)) {
  console.error('usage: npm run new-check family.name_of_the_failing_state');
  process.exit(2);
}
const { checkPath } = await loadScript('scripts/check-files.ts');
const path = `src/checks/${checkPath(id)}.ts`;
if (existsSync(path)) {
  console.error(`${path} is already there`);
  process.exit(2);
}
mkdirSync(dirname(path), { recursive: true });
writeFileSync(
  path,
  `import { defineCheck } from '../define.ts';

export default defineCheck({
  id: '${id}',
  severity: 'warn',
  needs: ['config'],
  text: {
    en: {
      title: '',
      why: '',
      remedy: '',
      found: '\`{path}\` is \`{value}\`',
    },
    ko: {
      title: '',
      why: '',
      remedy: '',
      found: '\`{path}\` 값이 \`{value}\`입니다',
    },
  },
  examples: { bad: [], good: [] },
  *run({ config }, report) {
    const value = config.string('section', 'setting');
    if (value !== 'bad') return;
    yield report('found', { path: 'section.setting', value }, config.at('section', 'setting'));
  },
});
`,
);
console.log(path);
