import { defineCheck } from '../define.ts';
import { TEXT } from '../gateway/control-ui-allowed-origins-wildcard.ts';
import { listensBeyond } from '../gateway/reach.ts';

const ROUTE = ['gateway', 'controlUi', 'allowedOrigins'] as const;

export default defineCheck({
  id: 'policy.wildcard_origin',
  severity: 'warn',
  needs: ['config', 'gateway'],
  refs: ['CWE-942'],
  text: TEXT,
  examples: {
    bad: [
      {
        config:
          '{ gateway: { bind: "lan", controlUi: { allowedOrigins: ["https://a.example", " * "] } } }',
        offending: '" * "',
      },
    ],
    good: [
      '{ gateway: { controlUi: { allowedOrigins: ["*"] } } }',
      '{ gateway: { bind: "lan", controlUi: { allowedOrigins: ["https://a.example"] } } }',
      '{ gateway: { bind: "lan", controlUi: { enabled: false, allowedOrigins: ["*"] } } }',
    ],
  },
  *run({ config, gateway }, report) {
    if (!gateway.controlUi || !listensBeyond(gateway, true)) return;
    const index = config
      .items(...ROUTE)
      .findIndex((item) => typeof item === 'string' && item.trim() === '*');
    if (index < 0) return;
    yield report('wildcard', { bind: gateway.bind }, config.at(...ROUTE, index));
  },
});
