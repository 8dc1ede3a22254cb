import type { SecretDiagnostic } from '../judge/secrets.ts';
import type { Lang } from '../text/language.ts';
import { defineWords } from '../text/words.ts';

const secretWords = defineWords(
  {
    env_unset: '{setting}: the environment variable {id} is not set here',
    env_not_allowed: '{setting}: the provider {provider} does not allow the variable {id}',
    no_provider: '{setting}: there is no secret provider {provider}',
    other_source: '{setting}: the secret provider {provider} is of another kind',
    file_missing: '{setting}: the file of the provider {provider} does not exist',
    file_unreadable: '{setting}: the file of the provider {provider} cannot be read',
    file_too_large: '{setting}: the file of the provider {provider} is too large',
    file_exposed:
      '{setting}: the file of the provider {provider} is open to other users, so it is not read',
    file_symlink: '{setting}: the file of the provider {provider} is a link, so it is not read',
    file_malformed: '{setting}: the file of the provider {provider} holds no JSON object',
    bad_id: '{setting}: {id} is no id that the provider {provider} can have',
    no_value: '{setting}: the provider {provider} has no text at {id}',
    exec_not_run: '{setting}: the program of the provider {provider} is not run by an audit',
    store_not_read: '{setting}: the secret store is not read by an audit',
    too_many: '{setting}: too many references; the rest was not looked up',
  },
  {
    env_unset: '{setting}: 환경 변수 {id}이(가) 여기에 설정되어 있지 않습니다',
    env_not_allowed: '{setting}: 공급자 {provider}이(가) 변수 {id}을(를) 허용하지 않습니다',
    no_provider: '{setting}: 비밀 값 공급자 {provider}이(가) 없습니다',
    other_source: '{setting}: 비밀 값 공급자 {provider}의 종류가 다릅니다',
    file_missing: '{setting}: 공급자 {provider}의 파일이 없습니다',
    file_unreadable: '{setting}: 공급자 {provider}의 파일을 읽을 수 없습니다',
    file_too_large: '{setting}: 공급자 {provider}의 파일이 너무 큽니다',
    file_exposed:
      '{setting}: 공급자 {provider}의 파일에 다른 사용자가 접근할 수 있어 읽지 않습니다',
    file_symlink: '{setting}: 공급자 {provider}의 파일이 링크여서 읽지 않습니다',
    file_malformed: '{setting}: 공급자 {provider}의 파일이 JSON 객체가 아닙니다',
    bad_id: '{setting}: {id}은(는) 공급자 {provider}에 쓸 수 없는 ID입니다',
    no_value: '{setting}: 공급자 {provider}의 {id} 위치에 텍스트가 없습니다',
    exec_not_run: '{setting}: 감사에서는 공급자 {provider}의 프로그램을 실행하지 않습니다',
    store_not_read: '{setting}: 감사에서는 비밀 값 저장소를 읽지 않습니다',
    too_many: '{setting}: 참조가 너무 많아 나머지는 확인하지 않았습니다',
  },
);

/** Why a secret is not known to this audit, in a sentence. */
export function secretText(
  { setting, problem, id, provider }: SecretDiagnostic,
  lang: Lang,
): string {
  const args: { [name: string]: string } = { setting, id, provider };
  return secretWords(lang)(problem, args as never);
}
