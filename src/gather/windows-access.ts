import type { Collecting } from './collect.ts';
import type { RoleFact } from './file-facts.ts';
import type { Part } from './part.ts';
import { readAcls } from './windows-acl.ts';

/** Replaces modes, which mean nothing on Windows, by what the access control lists say. */
export async function withAcls(
  run: Collecting,
  env: NodeJS.ProcessEnv,
  files: Part<readonly RoleFact[]>,
): Promise<Part<readonly RoleFact[]>> {
  if (files.status !== 'ok') return files;
  const answer = await readAcls(
    files.value.map(({ path }) => path),
    { env, deadline: run.deadline },
  );
  if (answer.status === 'failed') return answer;
  for (const [subject, reason] of answer.missed) run.skip({ part: 'files', reason, subject });
  const facts = files.value.flatMap((fact) => {
    const found = answer.entries.get(fact.path);
    return found ? [{ ...fact, access: found.access, acl: found.acl }] : [];
  });
  return { status: 'ok', value: facts };
}
