import { defineCheck } from '../define.ts';
import { BROWSER_EPOCH, withContainers } from './fake-docker.ts';

export default defineCheck({
  id: 'sandbox.browser_container.hash_label_missing',
  severity: 'warn',
  needs: ['containers'],
  text: {
    en: {
      title: 'Browser container does not say which settings it was made with',
      why: 'OpenClaw compares this label with the config to know when a container must be replaced. Without it, an old container with weaker settings goes on running unnoticed.',
      remedy:
        'Run `openclaw sandbox recreate --browser --all` (with `--force` to skip the question), so that the containers are made anew from the current config.',
      unlabelled: 'The label `openclaw.configHash` is missing on: {containers}.',
    },
    ko: {
      title: '브라우저 컨테이너에 어떤 설정으로 만들어졌는지 기록되어 있지 않습니다',
      why: 'OpenClaw는 이 레이블을 현재 설정과 비교하여 컨테이너를 교체할 시점을 판단합니다. 레이블이 없으면 보안 설정이 약한 오래된 컨테이너가 교체되지 않은 채 계속 실행됩니다.',
      remedy:
        '`openclaw sandbox recreate --browser --all`을 실행하여(확인 질문을 생략하려면 `--force` 추가) 현재 설정으로 컨테이너를 다시 만드십시오.',
      unlabelled: '다음 컨테이너에 `openclaw.configHash` 레이블이 없습니다: {containers}.',
    },
  },
  examples: {
    bad: [
      withContainers({ hash: '<no value>', epoch: BROWSER_EPOCH }),
      withContainers({ hash: 'abc', epoch: BROWSER_EPOCH }, { hash: ' ', epoch: BROWSER_EPOCH }),
    ],
    good: ['{}', withContainers({ hash: 'abc', epoch: 'old' })],
  },
  *run({ containers }, report) {
    const names = containers.filter((c) => c.configHash === undefined).map((c) => c.name);
    if (names.length === 0) return;
    yield report(
      'unlabelled',
      { containers: names },
      names.map((name) => ({ kind: 'container', name })),
    );
  },
});
