import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesWildcard, policyAllows, profilePolicy } from './tool-policy.ts';

describe('policyAllows', () => {
  test('no policy and an empty allow list let everything through', () => {
    expect(policyAllows(undefined, 'exec')).toBe(true);
    expect(policyAllows({ allow: [], deny: [] }, 'exec')).toBe(true);
  });

  test('deny wins over allow', () => {
    expect(policyAllows({ allow: ['*'], deny: ['group:runtime'] }, 'process')).toBe(false);
  });

  test('aliases and case', () => {
    expect(policyAllows({ allow: [' Bash '], deny: [] }, 'exec')).toBe(true);
    expect(policyAllows({ allow: [], deny: ['apply-patch'] }, 'apply_patch')).toBe(false);
  });

  test('exec brings apply_patch along unless it is denied', () => {
    expect(policyAllows({ allow: ['exec'], deny: [] }, 'apply_patch')).toBe(true);
    expect(policyAllows({ allow: ['exec'], deny: ['apply_patch'] }, 'apply_patch')).toBe(false);
  });

  test('group:openclaw holds no file and no runtime tool', () => {
    const policy = { allow: ['group:openclaw'], deny: [] };
    expect(policyAllows(policy, 'browser')).toBe(true);
    expect(policyAllows(policy, 'exec')).toBe(false);
    expect(policyAllows(policy, 'read')).toBe(false);
  });

  test('names that every object has are no groups', () => {
    expect(policyAllows({ allow: ['constructor', '__proto__'], deny: [] }, 'exec')).toBe(false);
  });
});

test('full, absent and unknown profiles restrict nothing', () => {
  for (const name of ['full', undefined, 'toString']) expect(profilePolicy(name)).toBeUndefined();
  expect(profilePolicy('minimal')?.allow).toEqual(['session_status']);
});

test('matchesWildcard agrees with the regular expression it stands for', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 7 });
  fc.assert(
    fc.property(word, word, (pattern, name) => {
      const text = name.replaceAll('*', '');
      const expression = new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
      expect(matchesWildcard(pattern, text)).toBe(expression.test(text));
    }),
    { seed: 7, numRuns: 500 },
  );
});
