import { modelExposure, modelExposureByReference } from '../../posture/model-exposure.ts';
import {
  isSmall,
  parameterBillions,
  parameterBillionsByReference,
} from '../../posture/model-names.ts';
import { defineCheck } from '../define.ts';

export default defineCheck({
  id: 'models.small_params',
  severity: 'critical',
  needs: ['models', 'config', 'env', 'agents', 'tools', 'snapshot'],
  when: [['agents']],
  refs: ['CWE-1427', 'ASI01', 'ASI05'],
  text: {
    en: {
      title: 'Small models are configured',
      why: 'Models of 300 billion parameters and less do what a web page tells them. Without a sandbox, such a page gets commands run on the host.',
      remedy:
        'Set `sandbox.mode` of these agents (or `agents.defaults.sandbox.mode`) to `all` and take web access away with `tools.deny: ["group:web", "browser"]`; or use a larger model.',
      contained: 'Sandboxed and without web tools: `{contained}`.',
      unsafe: 'Without a full sandbox, or with web tools: `{unsafe}`. Contained: `{contained}`.',
    },
    ko: {
      title: '작은 모델이 설정되어 있습니다',
      why: '파라미터가 3,000억 개 이하인 모델은 웹 페이지가 시키는 대로 행동합니다. 샌드박스가 없으면 그런 페이지가 호스트에서 명령을 실행시킬 수 있습니다.',
      remedy:
        '해당 에이전트의 `sandbox.mode`(또는 `agents.defaults.sandbox.mode`)를 `all`로 설정하고 `tools.deny: ["group:web", "browser"]`로 웹 접근을 막으십시오. 또는 더 큰 모델을 쓰십시오.',
      contained: '샌드박스에서 실행되며 웹 도구가 없는 모델: `{contained}`.',
      unsafe:
        '완전한 샌드박스가 없거나 웹 도구를 쓸 수 있는 모델: `{unsafe}`. 격리된 모델: `{contained}`.',
    },
  },
  examples: {
    bad: [
      {
        config: '{agents: {defaults: {model: "ollama/llama3:8b"}}}',
        offending: '"ollama/llama3:8b"',
      },
      '{agents: {defaults: {model: "ollama/qwen2.5-72b"}}, tools: {deny: ["group:web", "browser"]}}',
      '{agents: {defaults: {model: "x/7b", sandbox: {mode: "all"}}}, tools: {sandbox: {tools: {allow: ["web_fetch"]}}}}',
      {
        config: '{agents: {defaults: {model: "x/7b", sandbox: {mode: "all"}}}}',
        severity: 'info',
      },
      {
        config:
          '{agents: {defaults: {model: "ollama/7b", sandbox: {mode: "all"}}}, tools: {sandbox: {tools: {allow: ["web_fetch", "browser"], deny: []}}, byProvider: {ollama: {deny: ["group:web", "browser"]}}}}',
        severity: 'info',
      },
      {
        config: '{agents: {list: [{id: "c.d", model: "x/9b", sandbox: {mode: "all"}}]}}',
        severity: 'info',
      },
      {
        config: '{agents: {list: [{id: "c.d", model: "x/9b", sandbox: {mode: "all"}}]}}',
        compat: true,
      },
      '{agents: {defaults: {model: "x/mixtral-8x7b"}}}',
      {
        config:
          '{agents: {defaults: {model: "x/7b", sandbox: {mode: "all"}}}, tools: {sandbox: {tools: {allow: ["web_search"]}}, web: {search: {grok: {apiKey: "example-key"}}}}}',
      },
    ],
    good: [
      '{agents: {defaults: {model: "anthropic/claude-opus-4-6"}}}',
      '{agents: {defaults: {model: "x/deepseek-671b"}}}',
      '{agents: {defaults: {model: "x/kimi-1t-a32b"}}}',
      '{agents: {defaults: {imageModel: "x/7b"}}}',
      { config: '{agents: {defaults: {model: "x/mixtral-8x7b"}}}', compat: true },
    ],
  },
  departures: {
    effective_tools: {
      reference:
        'Ignores `tools.byProvider`, knows Brave and Perplexity search keys only, and looks agents up by their id as far as its first dot.',
      why: 'What `byProvider` denies a model cannot do, every search provider counts, and `my.agent` has the sandbox that is written for it.',
      source: 'https://github.com/openclaw/openclaw/issues/80118',
    },
    size_spelling: {
      reference: 'Reads `70b` only where it stands alone or after one letter.',
      why: '`llama70b` and `mixtral-8x7b` are small too, and `1t` is a thousand billion.',
      source: 'OpenClaw 2026.2.24, observed',
    },
  },
  *run({ models, config, env, agents, snapshot, tools }, report, departs) {
    const sizeOf = departs('size_spelling') ? parameterBillions : parameterBillionsByReference;
    const read = departs('effective_tools') ? modelExposure : modelExposureByReference;
    const exposureOf = read({ config, env, agents, snapshot, tools });
    const small = models.uses.flatMap((use) => {
      const size = use.image ? undefined : sizeOf(use.id);
      if (!isSmall(size)) return [];
      const { sandboxMode, webTools, contained } = exposureOf(use);
      const detail = [`sandbox=${sandboxMode}`, ...webTools].join(' ');
      return [
        {
          text: `${use.id} (${size}B, ${use.source}, ${detail})`,
          safe: contained,
          at: config.at(...use.route),
        },
      ];
    });
    if (small.length === 0) return;
    const texts = (safe: boolean) => small.filter((m) => m.safe === safe).map(({ text }) => text);
    // What is unsafe is shown first.
    const places = [...small].sort((a, b) => Number(a.safe) - Number(b.safe)).map(({ at }) => at);
    const [unsafe, contained] = [texts(false), texts(true)];
    if (unsafe.length > 0) yield report('unsafe', { unsafe, contained }, places);
    else yield report('contained', { contained }, places, { severity: 'info' });
  },
});
