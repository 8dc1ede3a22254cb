import { defineRule } from '../../rule.ts';

/** An archive that hides its contents or reaches beyond its folder. */
export const closedArchive = defineRule({
  id: 'closed-archive',
  severity: 'warn',
  confidence: 'likely',
  refs: ['CWE-506', 'CWE-22', 'ASI04'],
  text: {
    en: {
      title: 'An archive that cannot be looked into, or that writes outside its folder',
      why: 'A password keeps scanners out and is told to the victim beside it; a name with `..` overwrites files elsewhere when it is unpacked.',
      check: 'Do not unpack it. Ask the author why it is packed so.',
      encrypted: '`{path}` is encrypted.',
      escapes: '`{path}` would be written outside the folder it is unpacked to.',
    },
    ko: {
      title: '들여다볼 수 없거나 폴더 밖에 쓰는 압축 파일입니다',
      why: '암호는 검사기를 막고, 피해자에게는 옆에 적어 알려 줍니다. 이름에 `..`가 있으면 압축을 풀 때 다른 곳의 파일을 덮어씁니다.',
      check: '압축을 풀지 마십시오. 왜 이렇게 압축했는지 작성자에게 물어보십시오.',
      encrypted: '`{path}`은(는) 암호화되어 있습니다.',
      escapes: '`{path}`은(는) 압축을 푸는 폴더 밖에 쓰입니다.',
    },
  },
});
