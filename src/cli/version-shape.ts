import type { VersionFacts } from '../gather/version-facts.ts';
import { oneOf, optional, shape, text } from './shape.ts';

/** Which release a gateway was taken for. */
export const version = shape<VersionFacts>({
  judged: text,
  rules: text,
  source: oneOf<VersionFacts['source']>({
    flag: true,
    config: true,
    installed: true,
    default: true,
  }),
  configRecord: optional(text),
  installed: optional(
    shape<NonNullable<VersionFacts['installed']>>({ version: text, place: text }),
  ),
});
