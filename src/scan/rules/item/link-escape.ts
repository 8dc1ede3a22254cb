import { defineRule } from '../../rule.ts';
import type { ItemRule } from '../../scan-item.ts';
import { snippetOf } from '../../snippet.ts';

export const linkEscape = defineRule({
  id: 'link-escape',
  severity: 'warn',
  confidence: 'likely',
  refs: ['CWE-59', 'ASI04'],
  text: {
    en: {
      title: 'A link leads out of the folder',
      why: 'Whoever reads or copies this folder is handed files from elsewhere on this host: keys, state, another skill. What the link leads to was not scanned as a part of it.',
      check: 'See where it leads (`readlink -f`), and remove it if the author needs no file there.',
      leads: '`{link}` leads to `{target}`.',
    },
    ko: {
      title: '폴더 밖으로 나가는 링크가 있습니다',
      why: '이 폴더를 읽거나 복사하는 쪽은 이 호스트의 다른 파일(키, 상태 파일, 다른 스킬)을 넘겨받게 됩니다. 링크가 가리키는 대상은 이 항목의 일부로 검사하지 않았습니다.',
      check: '어디를 가리키는지 확인하고(`readlink -f`), 필요하지 않다면 링크를 삭제하십시오.',
      leads: '`{link}` 링크가 `{target}`을(를) 가리킵니다.',
    },
  },
});

/** Links of an item that lead out of it. */
export const findEscapingLinks: ItemRule = ({ item }) =>
  item.links.flatMap(({ path, target, escapes }) =>
    escapes && target !== undefined
      ? [
          linkEscape.found(
            'leads',
            { link: path, target },
            { file: path, line: 1, column: 1, snippet: snippetOf(target) },
          ),
        ]
      : [],
  );
