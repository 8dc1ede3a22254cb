import type { Check, Example } from '../src/checks/define.ts';
import { CHECKS } from '../src/checks/index.ts';

type Language = 'en' | 'ko';

const WORDS = {
  en: {
    title: 'Checks',
    intro: 'Every check, by family. Generated from the checks themselves.',
    why: 'Why it matters',
    remedy: 'What to do',
    says: 'What the report says',
    bad: 'Found in',
    good: 'Not found in',
    refs: 'References',
    fix: '`--fix` puts this right where it safely can.',
    departs: "Where OpenClaw's own audit differs",
    count: (n: number) => (n === 1 ? '1 check' : `${n} checks`),
  },
  ko: {
    title: '검사 목록',
    intro: '모든 검사를 계열별로 보여 줍니다. 검사 코드에서 자동으로 만들어집니다.',
    why: '왜 중요한가',
    remedy: '해야 할 일',
    says: '보고서에 나오는 문장',
    bad: '발견되는 예',
    good: '발견되지 않는 예',
    refs: '참고',
    fix: '`--fix`가 안전하게 고칠 수 있는 범위에서 고칩니다.',
    departs: 'OpenClaw 자체 감사와 다른 점',
    count: (n: number) => `검사 ${n}개`,
  },
} as const;

const SEVERITY = {
  en: { critical: 'critical', warn: 'warn', info: 'info' },
  ko: { critical: '심각(critical)', warn: '경고(warn)', info: '정보(info)' },
} as const;

const familyOf = (check: Check) => check.id.split('.')[0] ?? '';
const anchor = (id: string) => id.toLowerCase().replace(/[^a-z0-9_-]/g, '');

function exampleBlock(example: Example): string {
  if (typeof example === 'string') return `\`\`\`json5\n${example}\n\`\`\``;
  const { offending: _offending, severity, compat, config, ...rest } = example;
  const lines = [];
  if (config !== undefined) lines.push(config ?? '// no config file');
  for (const [key, value] of Object.entries(rest))
    lines.push(`// ${key}: ${JSON.stringify(value)}`);
  if (severity) lines.push(`// severity: ${severity}`);
  if (compat) lines.push('// with --compat');
  return `\`\`\`json5\n${lines.join('\n')}\n\`\`\``;
}

/** One example of each kind tells enough; the check's file has them all. */
function checkSection(check: Check, language: Language): string {
  const words = WORDS[language];
  const { title, why, remedy, ...messages } = check.text[language];
  const parts = [`## \`${check.id}\``, `**${title}** · ${SEVERITY[language][check.severity]}`];
  parts.push(`${words.why}: ${why}`);
  if (remedy) parts.push(`${words.remedy}: ${remedy}`);
  if (check.fix) parts.push(words.fix);
  parts.push(
    `${words.says}:\n${Object.values(messages)
      .map((text) => `- ${text}`)
      .join('\n')}`,
  );
  const bad = check.examples.bad[0];
  const good = check.examples.good[0];
  if (bad !== undefined) parts.push(`${words.bad}:`, exampleBlock(bad));
  if (good !== undefined) parts.push(`${words.good}:`, exampleBlock(good));
  if (check.departures)
    parts.push(
      `${words.departs}: ${Object.keys(check.departures)
        .map(
          (name) =>
            `[${name}](${language === 'ko' ? '../' : ''}../departures.md#${anchor(check.id)})`,
        )
        .join(', ')}`,
    );
  if (check.refs?.length) parts.push(`${words.refs}: ${check.refs.join(', ')}`);
  return parts.join('\n\n');
}

function departuresPage(): string {
  const departing = CHECKS.filter((check) => check.departures);
  const sections = departing.map((check) => {
    const rows = Object.entries(check.departures ?? {}).map(
      ([name, { reference, why, source }]) =>
        `- **${name}**. The reference: ${reference} Ours: ${why} (${source})`,
    );
    return `## \`${check.id}\`\n\n${rows.join('\n')}`;
  });
  return `# Departures

Where OpenClaw's own audit says something false or misses what its own id promises, this project is right instead.
Each departure is proved by an example in the check's file, and \`--compat\` switches all of them off: (checkId, severity)
then equal OpenClaw's own. Generated from the checks themselves.

${sections.join('\n\n')}
`;
}

/** Path and text of every generated document. */
export function checkDocs(): readonly (readonly [path: string, text: string])[] {
  const families = [...new Set(CHECKS.map(familyOf))].sort();
  const pages: [string, string][] = [['docs/departures.md', departuresPage()]];
  for (const language of ['en', 'ko'] as const) {
    const dir = language === 'en' ? 'docs/checks' : 'docs/checks/ko';
    const words = WORDS[language];
    const index = families.map((family) => {
      const checks = CHECKS.filter((check) => familyOf(check) === family);
      pages.push([
        `${dir}/${family}.md`,
        `# ${family}\n\n${checks.map((check) => checkSection(check, language)).join('\n\n')}\n`,
      ]);
      const rows = checks.map(
        (check) =>
          `| [\`${check.id}\`](${family}.md#${anchor(check.id)}) | ${SEVERITY[language][check.severity]} | ${check.text[language].title} |`,
      );
      return `## ${family} (${words.count(checks.length)})\n\n| | | |\n|---|---|---|\n${rows.join('\n')}`;
    });
    pages.push([
      `${dir}/README.md`,
      `# ${words.title}\n\n${words.intro}\n\n${index.join('\n\n')}\n`,
    ]);
  }
  return pages;
}
