import { formatMessage, type ParamsOf } from '../text/format.ts';
import type { Lang } from '../text/language.ts';
import { pairTexts } from '../text/words.ts';

const TEXTS = pairTexts(
  {
    unknown_option: 'unknown option {option}',
    unknown_command: 'unknown command {command}',
    missing_command: 'which command? audit is one',
    surplus_argument: 'unexpected argument {argument}',
    missing_operand: '{command} needs {operand}',
    foreign_option: '{option} is not an option of {command}',
    missing_value: '{option} needs a value',
    surplus_value: '{option} takes no value',
    bad_choice: '{option} must be one of {choices}, not {value}',
    bad_seconds: '{option} must be a number of seconds from 0.1 to {most}, not {value}',
    bad_version: '{option} must look like 2026.2.24, not {value}',
    bad_profile: 'a profile name has up to 64 letters, digits, _ and -, which {value} has not',
    auth_needs: '--auth {mode} needs --{mode} as well',
    conflict: '{option} cannot be combined with {other}',
    needs_option: '{option} has a meaning only with {other}',
    no_such_run: 'there is no run {id}; undo --list shows them',
    nothing_to_undo: 'there is no run of --fix to take back',
    run_unreadable: 'the journal of the run {id} cannot be read',
    run_undone: 'the run {id} was taken back already',
    fix_failed: 'not everything could be changed ({count})',
    undo_failed: 'not everything could be taken back ({count})',
    undo_unwritable: 'cannot note in the journal that the run was taken back: {reason}',
    unknown_check: '{option}: no check is called {value}',
    accept_unknown: '--accept takes fingerprints of 14 digits (0-9, a-f) or a file, not {value}',
    accept_unreadable: 'cannot read {path} for --accept: {reason}',
    accept_malformed:
      '{path} is not as security-suppressions.json5 should be, at {at}: { suppressions: [{ fingerprint, reason, owner, expires }] }',
    no_such_path: '{option}: {path} does not exist or cannot be reached',
    snapshot_unreadable: 'cannot read the snapshot {path}: {reason}',
    snapshot_too_large: 'the snapshot {path} has more than {limit} MiB',
    snapshot_not_json:
      'the snapshot {path} is not JSON; a file made by --save-snapshot was expected',
    snapshot_malformed: 'the snapshot {path} does not fit: {at} should be {expected}',
    snapshot_unwritable: 'cannot save the snapshot to {path}: {reason}',
    snapshot_not_regular: 'will not save the snapshot to {path}: it is not a regular file',
    snapshot_not_ours: 'will not overwrite {path}: it is not a snapshot',
    snapshot_no_upgrade:
      'the snapshot {path} does not tell how {version} reads the config; take it with --upgrade-to {version}',
    advisories_unreadable: 'cannot read the list of advisories {path}: {reason}',
    advisories_not_json: 'the list of advisories {path} is not JSON',
    advisories_malformed: 'the list of advisories {path} does not fit: {at} should be {expected}',
    no_requests: 'nothing can be asked of a gateway whose config cannot be read',
    hung: 'gathering did not end in time ({seconds} s, --deadline gives more)',
    output_failed: 'cannot write the report: {reason}',
    incomplete: 'not everything could be measured ({count}), and --require-complete was asked for',
    internal: 'internal error ({reason}); please report it',
    did_you_mean: 'Did you mean {word}?',
    see_help: 'See: {command}',
  },
  {
    unknown_option: '알 수 없는 옵션입니다: {option}',
    unknown_command: '알 수 없는 명령입니다: {command}',
    missing_command: '명령이 필요합니다. 예: audit',
    surplus_argument: '예상하지 못한 인자입니다: {argument}',
    missing_operand: '{command} 명령에는 {operand} 인자가 필요합니다',
    foreign_option: '{option}은(는) {command} 명령의 옵션이 아닙니다',
    missing_value: '{option}에는 값이 필요합니다',
    surplus_value: '{option}에는 값을 줄 수 없습니다',
    bad_choice: '{option} 값은 {choices} 중 하나여야 합니다(입력: {value})',
    bad_seconds: '{option} 값은 0.1에서 {most} 사이의 초 단위 숫자여야 합니다(입력: {value})',
    bad_version: '{option} 값은 2026.2.24와 같은 형식이어야 합니다(입력: {value})',
    bad_profile: '프로필 이름은 영문자, 숫자, _, -로 된 64자 이하여야 합니다(입력: {value})',
    auth_needs: '--auth {mode}에는 --{mode} 옵션도 필요합니다',
    conflict: '{option} 옵션은 {other} 옵션과 함께 쓸 수 없습니다',
    needs_option: '{option} 옵션은 {other} 옵션과 함께 써야 합니다',
    no_such_run: '{id} 실행이 없습니다. undo --list로 확인하십시오',
    nothing_to_undo: '되돌릴 --fix 실행이 없습니다',
    run_unreadable: '{id} 실행의 일지를 읽을 수 없습니다',
    run_undone: '{id} 실행은 이미 되돌렸습니다',
    fix_failed: '바꾸지 못한 것이 있습니다({count})',
    undo_failed: '되돌리지 못한 것이 있습니다({count})',
    undo_unwritable: '되돌렸다는 사실을 일지에 적을 수 없습니다: {reason}',
    unknown_check: '{option}: {value}에 해당하는 검사가 없습니다',
    accept_unknown:
      '--accept에는 14자리 지문(0-9, a-f)이나 파일을 지정해야 합니다. {value}은(는) 아닙니다',
    accept_unreadable: '--accept의 {path} 파일을 읽을 수 없습니다: {reason}',
    accept_malformed:
      '{path} 파일이 {at}에서 security-suppressions.json5 형식과 다릅니다: { suppressions: [{ fingerprint, reason, owner, expires }] }',
    no_such_path: '{option}: {path} 경로가 없거나 접근할 수 없습니다',
    snapshot_unreadable: '스냅샷 {path} 파일을 읽을 수 없습니다: {reason}',
    snapshot_too_large: '스냅샷 {path} 파일이 {limit}MiB를 넘습니다',
    snapshot_not_json:
      '스냅샷 {path} 파일이 JSON이 아닙니다. --save-snapshot으로 만든 파일이어야 합니다',
    snapshot_malformed:
      '스냅샷 {path} 파일의 형식이 맞지 않습니다: {at} 값은 {expected}이어야 합니다',
    snapshot_unwritable: '스냅샷을 {path}에 저장할 수 없습니다: {reason}',
    snapshot_not_regular: '{path}은(는) 일반 파일이 아니므로 스냅샷을 저장하지 않습니다',
    snapshot_not_ours: '{path}은(는) 스냅샷이 아니므로 덮어쓰지 않습니다',
    snapshot_no_upgrade:
      '스냅샷 {path}에는 {version}에서 설정을 읽은 결과가 없습니다. --upgrade-to {version}을 주고 만들어야 합니다',
    advisories_unreadable: '권고 목록 {path} 파일을 읽을 수 없습니다: {reason}',
    advisories_not_json: '권고 목록 {path} 파일이 JSON이 아닙니다',
    advisories_malformed:
      '권고 목록 {path} 파일의 형식이 맞지 않습니다: {at} 값은 {expected}이어야 합니다',
    no_requests: '설정을 읽을 수 없는 게이트웨이에는 아무것도 물을 수 없습니다',
    hung: '수집이 제한 시간 안에 끝나지 않았습니다({seconds}초, --deadline으로 늘릴 수 있습니다)',
    output_failed: '보고서를 출력할 수 없습니다: {reason}',
    incomplete: '측정하지 못한 것이 있으며({count}건) --require-complete가 지정되었습니다',
    internal: '내부 오류입니다({reason}). 신고해 주십시오',
    did_you_mean: '혹시 {word}입니까?',
    see_help: '도움말: {command}',
  },
);

export type UsageKey = keyof (typeof TEXTS)['en'];
export type UsageArgs<K extends UsageKey> = {
  readonly [P in ParamsOf<(typeof TEXTS)['en'][K]>]: string;
};

/** What is said when a command cannot be carried out. */
export function usageText(
  key: UsageKey,
  args: { readonly [name: string]: string },
  lang: Lang,
): string {
  return formatMessage(TEXTS[lang][key], args, lang);
}
