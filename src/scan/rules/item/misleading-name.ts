import {
  DESCRIPTION_FACT,
  MANIFEST_ID_FACT,
  NAME_FACT,
  PACKAGE_NAME_FACT,
} from '../../fact-kinds.ts';
import type { FileResult, ScanFinding, Spot } from '../../finding.ts';
import { unspokenKind } from '../../purpose/subjects.ts';
import { bare, imitationOf } from '../../purpose/well-known.ts';
import { defineRule } from '../../rule.ts';
import type { ItemView } from '../../scan-item.ts';
import { snippetOf } from '../../snippet.ts';

const ROOT_FILE = /^(?:SKILL\.md|package\.json|(?:openclaw|clawdbot|moltbot)\.plugin\.json)$/i;

const SAYING = new Set([NAME_FACT, DESCRIPTION_FACT, PACKAGE_NAME_FACT, MANIFEST_ID_FACT]);

/** What something is called, or says it is for, is not what it is. */
export const misleadingName = defineRule({
  id: 'misleading-name',
  severity: 'warn',
  confidence: 'likely',
  refs: ['CWE-1007', 'ASI04'],
  text: {
    en: {
      title: 'The name or description does not fit what is in it',
      why: 'Skills and plugins are chosen by name and description, by people and by agents. One that is called like something well known, or does what its description does not speak of, gets where it would not have been let in.',
      check:
        'Compare the publisher with that of the well-known one, and the description with the lines that are shown. A short description of honest software can leave things out.',
      purpose:
        'It is described as `{purpose}`; its code reads `{what}` and sends it to `{to}`, of which the description says nothing.',
      near: '`{name}` differs by one letter from the well-known `{original}`.',
      disguised:
        '`{name}` looks like the well-known `{original}` and is written with other characters.',
      differ: 'It has several names: `{names}`.',
    },
    ko: {
      title: '이름이나 설명이 실제 내용과 맞지 않습니다',
      why: '사람도 에이전트도 이름과 설명을 보고 스킬과 플러그인을 고릅니다. 유명한 것과 비슷한 이름이거나 설명에 없는 일을 하면 들어와서는 안 될 곳에 들어옵니다.',
      check:
        '유명한 쪽의 배포자와 비교하고, 설명을 아래 줄들과 비교하십시오. 정상 소프트웨어도 설명이 짧으면 빠진 내용이 있을 수 있습니다.',
      purpose:
        '설명은 `{purpose}`이지만 코드는 설명에 없는 `{what}`을(를) 읽어 `{to}`(으)로 보냅니다.',
      near: '`{name}`은(는) 유명한 `{original}`과(와) 한 글자만 다릅니다.',
      disguised: '`{name}`은(는) 유명한 `{original}`처럼 보이지만 다른 문자로 쓰여 있습니다.',
      differ: '이름이 여러 개입니다: `{names}`.',
    },
  },
});

/** Compares what an item says of itself with what its files show. */
export function findMisleadingNames({ item, results }: ItemView): readonly ScanFinding[] {
  const said = saidIn(results);
  const names = said.filter(({ kind }) => kind !== DESCRIPTION_FACT);
  const [first] = names;
  if (!first) return [];
  const findings: ScanFinding[] = [];
  const imitation = imitationOf(first.value);
  if (imitation) {
    const { original, disguised } = imitation;
    findings.push(
      misleadingName.found(
        disguised ? 'disguised' : 'near',
        { name: first.value, original },
        placeOf(first),
        {
          confidence: disguised ? 'likely' : 'possible',
        },
      ),
    );
  }
  if (names.some(({ value }) => !related(value, first.value)))
    findings.push(
      misleadingName.found('differ', { names: names.map(({ value }) => value) }, placeOf(first), {
        severity: 'info',
        confidence: 'certain',
      }),
    );
  const about = said.find(({ kind }) => kind === DESCRIPTION_FACT);
  if (about) findings.push(...offPurpose(results, about.value, `${item.name} ${about.value}`));
  return findings;
}

interface Said extends Spot {
  readonly kind: string;
  readonly value: string;
}

function saidIn(results: readonly FileResult[]): readonly Said[] {
  return results.flatMap(({ path, facts }) =>
    ROOT_FILE.test(path) ? facts.filter(({ kind }) => SAYING.has(kind)) : [],
  );
}

function related(a: string, b: string): boolean {
  const [x, y] = [bare(a), bare(b)];
  return x === '' || y === '' || x.includes(y) || y.includes(x);
}

function offPurpose(
  results: readonly FileResult[],
  purpose: string,
  words: string,
): readonly ScanFinding[] {
  for (const { findings } of results)
    for (const { rule, args, path, file, line, column, snippet } of findings) {
      const { what, to } = args;
      if (rule !== 'exfiltration' || typeof what !== 'string' || typeof to !== 'string') continue;
      if (!unspokenKind(what, words, to)) continue;
      const at = { file, line, column, snippet, ...(path ? { path } : {}) };
      return [misleadingName.found('purpose', { purpose: purpose.slice(0, 120), what, to }, at)];
    }
  return [];
}

function placeOf({ file, line, column, value }: Said) {
  return { file, line, column, snippet: snippetOf(value) };
}
