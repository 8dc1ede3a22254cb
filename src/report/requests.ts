import type { LiveRequest } from '../live/inspect.ts';
import type { Lang } from '../text/language.ts';
import { defineWords } from '../text/words.ts';

const requestWords = defineWords(
  {
    connect: 'how it is',
    tls: 'version and certificate of TLS, nothing sent',
    connect_bare: 'a connection without a credential',
    origin_foreign: 'a connection as the Control UI from a page of another site',
    origin_rebound: 'the same from a page whose name was made to lead here',
    tools_bare: 'an empty tool call without a credential',
    tools_wrong: 'the same with a random credential',
    tools_forwarded: 'the same with headers that only a proxy may set',
    tools_website: 'the same as a web page would send it',
    chat_bare: 'an empty chat without a credential',
    responses_bare: 'an empty response request without a credential',
    hooks_bare: 'an empty webhook without its token',
    control_ui: 'the security headers of the Control UI',
    browser_control: 'the status of browser control without a credential',
    open: 'let in',
    refused: 'refused',
    absent: 'no such thing',
    unclear: 'answered otherwise',
    failed: 'no answer in time',
    not_sent: 'not sent',
  },
  {
    connect: '상태 확인',
    tls: '아무것도 보내지 않고 TLS 버전과 인증서 확인',
    connect_bare: '인증 정보 없는 연결',
    origin_foreign: '다른 사이트의 페이지에서 Control UI로 연결',
    origin_rebound: '이름이 이 호스트를 가리키도록 바뀐 페이지에서 Control UI로 연결',
    tools_bare: '인증 정보 없는 빈 도구 호출',
    tools_wrong: '무작위 인증 정보를 넣은 빈 도구 호출',
    tools_forwarded: '프록시만 설정할 수 있는 헤더를 넣은 빈 도구 호출',
    tools_website: '웹 페이지가 보내는 것과 같은 빈 도구 호출',
    chat_bare: '인증 정보 없는 빈 대화 요청',
    responses_bare: '인증 정보 없는 빈 응답 요청',
    hooks_bare: '토큰 없는 빈 웹훅',
    control_ui: 'Control UI의 보안 헤더',
    browser_control: '인증 정보 없는 브라우저 제어 상태 확인',
    open: '허용됨',
    refused: '거부됨',
    absent: '없음',
    unclear: '다르게 응답함',
    failed: '시간 안에 응답 없음',
    not_sent: '보내지 않음',
  },
);

/** One request on a line: what was sent where, why, and what came of it. */
export function requestText(request: LiveRequest, lang: Lang): string {
  const say = requestWords(lang);
  const { id, method, url, verdict, status } = request;
  const answer = status === null ? say(verdict) : `${say(verdict)} (${status})`;
  return `${method} ${url}  ${say(id)}: ${answer}`;
}
