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
      closed: '`{path}` is packed in a form that is not opened here.',
      damaged: '`{path}` is damaged, or not what its first bytes say.',
      nested: '`{path}` is an archive in too many archives.',
      ordered: 'This has `{path}` opened, which could not be looked into.',
      encrypted: '`{path}` is encrypted.',
      escapes: '`{path}` would be written outside the folder it is unpacked to.',
    },
    ko: {
      title: '들여다볼 수 없거나 폴더 밖에 쓰는 압축 파일입니다',
      why: '암호는 검사기를 막고, 피해자에게는 옆에 적어 알려 줍니다. 이름에 `..`가 있으면 압축을 풀 때 다른 곳의 파일을 덮어씁니다.',
      check: '압축을 풀지 마십시오. 왜 이렇게 압축했는지 작성자에게 물어보십시오.',
      closed: '`{path}`은(는) 여기서 열지 않는 형식으로 압축되어 있습니다.',
      damaged: '`{path}`은(는) 손상되었거나 첫 바이트가 가리키는 형식이 아닙니다.',
      nested: '`{path}`은(는) 너무 여러 겹으로 압축되어 있습니다.',
      ordered: '내용을 볼 수 없는 `{path}`을(를) 열라고 합니다.',
      encrypted: '`{path}`은(는) 암호화되어 있습니다.',
      escapes: '`{path}`은(는) 압축을 푸는 폴더 밖에 쓰입니다.',
    },
  },
});
