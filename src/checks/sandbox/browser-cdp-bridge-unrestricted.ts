import type { Agent } from '../../posture/agents.ts';
import { child } from '../../posture/config.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'sandbox.browser_cdp_bridge_unrestricted',
  severity: 'warn',
  needs: ['config', 'agents', 'sandbox'],
  when: [['agents']],
  refs: ['CWE-306', 'CWE-653', 'ASI05'],
  text: {
    en: {
      title: 'Any container on the default bridge can drive the sandbox browser',
      why: 'Docker’s `bridge` is shared by all containers that name no network: each of them can reach the browser’s debugging port, read its pages and cookies and act in its sessions.',
      remedy:
        'Remove `sandbox.browser.network` so that the browser gets a network of its own, or set `sandbox.browser.cdpSourceRange` to the address that may connect, such as `172.17.0.1/32`.',
      open: 'On the `bridge` network without `cdpSourceRange`: `{paths}`.',
    },
    ko: {
      title: '기본 브리지의 모든 컨테이너가 샌드박스 브라우저를 조종할 수 있습니다',
      why: 'Docker `bridge`는 네트워크를 지정하지 않은 모든 컨테이너가 함께 씁니다. 그중 어느 컨테이너든 브라우저의 디버깅 포트에 접근해 페이지와 쿠키를 읽고 로그인된 세션으로 행동할 수 있습니다.',
      remedy:
        '`sandbox.browser.network`를 삭제해 브라우저 전용 네트워크를 쓰게 하거나, `sandbox.browser.cdpSourceRange`를 접속을 허용할 주소(예: `172.17.0.1/32`)로 설정하십시오.',
      open: '`cdpSourceRange` 없이 `bridge` 네트워크를 쓰는 곳: `{paths}`.',
    },
  },
  examples: {
    bad: [
      {
        config:
          '{agents: {defaults: {sandbox: {mode: "all", browser: {enabled: true, network: "bridge"}}}}}',
        offending: '"bridge"',
      },
      '{agents: {list: [{id: "w", sandbox: {browser: {enabled: true, network: " Bridge "}}}]}}',
    ],
    good: [
      '{agents: {defaults: {sandbox: {mode: "all", browser: {enabled: true}}}}}',
      '{agents: {defaults: {sandbox: {browser: {enabled: false, network: "bridge"}}}}}',
      '{agents: {defaults: {sandbox: {browser: {enabled: true, network: "bridge", cdpSourceRange: "172.17.0.1/32"}}}}}',
      '{agents: {defaults: {sandbox: {mode: "all", scope: "shared"}}, list: [{id: "w", sandbox: {browser: {enabled: true, network: "bridge"}}}]}}',
    ],
  },
  *run({ config, agents, sandbox }, report) {
    const isOpen = (agent: Agent | undefined) => {
      const { enabled, network, cdpSourceRange } = sandbox.of(agent).browser;
      return enabled && network.trim().toLowerCase() === 'bridge' && cdpSourceRange === undefined;
    };
    const open = [undefined, ...agents.list].filter(isOpen);
    if (open.length === 0) return;
    const places = open.map((agent) => {
      const own = child(child(child(agent?.entry, 'sandbox'), 'browser'), 'network');
      return own === undefined || agent?.index === undefined
        ? config.at('agents', 'defaults', 'sandbox', 'browser', 'network')
        : config.at('agents', 'list', agent.index, 'sandbox', 'browser', 'network');
    });
    const paths = open.map((agent) =>
      agent ? `agents.list.${agent.label}.sandbox.browser` : 'agents.defaults.sandbox.browser',
    );
    yield report('open', { paths }, places);
  },
});
