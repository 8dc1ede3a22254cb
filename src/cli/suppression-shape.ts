import type { SuppressionFile, WrittenSuppression } from '../gather/suppression-facts.ts';
import { list, number, oneOf, optional, shape, text } from './shape.ts';

type Written<K extends 'fields' | 'problem', T> = T extends { readonly [P in K]?: infer V }
  ? Exclude<V, undefined>
  : never;
type Problem = Written<'problem', SuppressionFile>;

/** The file of suppressions, as a snapshot holds it. */
export const suppressionFile = shape<SuppressionFile>({
  path: text,
  entries: list(
    shape<WrittenSuppression>({
      line: optional(number),
      column: optional(number),
      fields: optional(
        list(
          shape<Written<'fields', WrittenSuppression>[number]>({
            name: text,
            text: optional(text),
            line: optional(number),
            column: optional(number),
          }),
        ),
      ),
    }),
  ),
  problem: optional(
    shape<Problem>({
      code: oneOf<Problem['code']>({ syntax: true, no_list: true, too_many: true }),
      line: optional(number),
      column: optional(number),
    }),
  ),
});
