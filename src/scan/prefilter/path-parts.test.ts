import { expect, test } from 'vitest';
import { waysToWrite } from '../../../test/support/written-paths.ts';
import { telltaleParts } from './path-parts.ts';

test('of each path its rarest part is looked for, with the ends that it has', () => {
  const { source } = telltaleParts([/(?:^|\/)\.tool\/(?:keys?|a)\.db$|\/sys\/[^/]{0,9}\.unit$/i]);
  expect(source).toBe(`['"\`/\\\\}](?:(?:\\.tool|sys)(?=['"\`/\\\\$]))`);
});

test('a new path is seen in every way of writing it', () => {
  const named = telltaleParts([/(?:^|\/)\.newtool\/[^/]{0,40}(?:tokens|keys)\.db$/i, /\.vault9/i]);
  for (const path of ['.newtool/tokens.db', 'a/.newtool/my-keys.db', 'x/data.vault9'])
    for (const written of waysToWrite(path)) expect(named.test(written), written).toBe(true);
  for (const text of ['newtool', 'x.newtool.y', "'.newtools'", 'vault9'])
    expect(named.test(text), text).toBe(false);
});
