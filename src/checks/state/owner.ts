import { defineCheck } from '../define.ts';

const ROLES = [
  'state_dir',
  'config',
  'include',
  'credentials_dir',
  'credentials_file',
  'auth_profiles',
  'dotenv',
  'exec_approvals',
  'state_database',
  'secret_file',
  'extensions_dir',
] as const;

export default defineCheck({
  id: 'state.owner',
  severity: 'warn',
  needs: ['files', 'snapshot'],
  refs: ['CWE-282'],
  text: {
    en: {
      title: 'State belongs to another user',
      why: 'The owner of a file can always change it and its mode, so another user decides what the gateway does.',
      remedy:
        'Find out how it came to that, then give the files to the user the gateway runs as with `chown`.',
      foreign: 'Owned by others than you and root: `{paths}`.',
    },
    ko: {
      title: '상태 파일의 소유자가 다른 사용자입니다',
      why: '파일 소유자는 언제든 파일과 권한을 바꿀 수 있으므로, 다른 사용자가 게이트웨이의 동작을 결정하게 됩니다.',
      remedy:
        '왜 그렇게 되었는지 확인한 뒤 `chown`으로 게이트웨이를 실행하는 사용자에게 소유권을 넘깁니다.',
      foreign: '본인과 root가 아닌 사용자가 소유한 경로입니다: `{paths}`.',
    },
  },
  examples: { bad: [], good: ['{}'] },
  *run({ files, snapshot }, report) {
    const { uid } = snapshot.host;
    if (uid === null) return;
    // Root audits for someone: whoever owns the state directory is taken for the gateway's user.
    const trusted = new Set([0, uid, ...(uid === 0 ? [files.one('state_dir')?.uid] : [])]);
    const foreign = ROLES.flatMap((role) => files.of(role)).filter(
      (fact) => !trusted.has(fact.uid),
    );
    if (foreign.length === 0) return;
    yield report(
      'foreign',
      { paths: foreign.map((fact) => `${fact.path} (uid ${fact.uid})`) },
      foreign.map(({ path }) => ({ kind: 'file', path })),
    );
  },
});
