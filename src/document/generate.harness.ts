import fc from 'fast-check';

/** Every gap, key and scalar that JSON5 knows beyond JSON; what is broken on purpose comes by mutation. */
const gap = fc.constantFrom(
  ...['', '', '', ' ', '\t', '\n', '\r\n', '\r', '\u2028', '\u2029', '\v\f', '\uFEFF'],
  ...['\u00a0\u1680\u2003\u202f\u205f\u3000', '/* [{"\n */', '/**/', '// \'"}\n', '// x\u2028'],
);
const quoted = fc.string({ unit: 'binary', maxLength: 8 }).map((text) => JSON.stringify(text));
const single = fc.stringMatching(/^[a-z "\u00e9\u2028{/]{0,8}$/).map((text) => `'${text}'`);
const odd = fc.constantFrom(
  ...['"a\\\r\nb"', "'\\\n'", "'\\x41\\'\\\\'", '"\\\u2028"', '"\\0\\v\\q"', '"\\ud83d\\ude00"'],
);
const name = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    '__proto__',
    '$_',
    'Infinity',
    'x\\u0061',
    '\\u00e9t',
    'été',
    'a\u200d',
  ),
  fc
    .stringMatching(/^[a-zA-Z$_][a-zA-Z0-9$_]{0,6}$/)
    .filter((text) => !['null', 'true', 'false'].includes(text)),
);
const scalar = fc.oneof(
  fc.constantFrom('true', 'false', 'null', 'NaN', '-NaN', 'Infinity', '+Infinity', '-Infinity'),
  fc.constantFrom('0', '-0', '+1', '.5', '-.5', '5.', '0xFf', '-0x10', '1e3', '1.5E-3', '5.e+1'),
  fc.double().map(String),
  quoted,
  single,
  odd,
);

const around = (text: fc.Arbitrary<string>) =>
  fc.tuple(gap, text, gap).map((parts) => parts.join(''));
const list = (item: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.array(item, { maxLength: 4 }), fc.boolean(), gap)
    .map(([items, comma, end]) => items.join(',') + (comma && items.length > 0 ? `,${end}` : ''));
export const { json5 } = fc.letrec<{ json5: string }>((tie) => ({
  json5: around(
    fc.oneof(
      { maxDepth: 5 },
      scalar,
      list(tie('json5')).map((text) => `[${text}]`),
      list(
        fc.tuple(around(fc.oneof(name, quoted, single, odd)), tie('json5')).map((m) => m.join(':')),
      ).map((text) => `{${text}}`),
    ),
  ),
}));
