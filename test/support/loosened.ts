import type { Scenario } from '../../src/checks/define.ts';

/** A config that people wrote by hand, in three files, with everything in it that `--fix` changes. */
export const MAIN_CONFIG = [
  '// our gateway \u2013 do not touch the tabs\r\n',
  '{\r\n',
  "\tmeta: { lastTouchedVersion: '2026.2.24' },\r\n",
  `\tgateway: { auth: { mode: "token", token: "\${GATEWAY_TOKEN}" } },\r\n`,
  '\tchannels: {\r\n',
  "\t\ttelegram: { enabled: true, botToken: '1:x', groupPolicy: 'open', /* why? */ },\r\n",
  '\t\t$include: "./conf/whatsapp.json5",\r\n',
  '\t},\r\n',
  '\tlogging: { $include: "conf/logging.json5" },\r\n',
  '}\r\n',
].join('');
const WHATSAPP = '{\n  whatsapp: {\n    groupPolicy: "open" // for the family\n  }\n}\n';
const LOGGING = "{redactSensitive:'off'}";

/** A state directory in which others can read and write everything. */
export const LOOSENED: Scenario = {
  config: MAIN_CONFIG,
  configMode: '664',
  stateDirMode: '755',
  env: { GATEWAY_TOKEN: 'q7Vd0pXw3sLr9TzKc5NbJm2H' },
  files: [
    { path: '.openclaw/conf/whatsapp.json5', content: WHATSAPP, mode: '644' },
    { path: '.openclaw/conf/logging.json5', content: LOGGING, mode: '640' },
    { path: '.openclaw/credentials', dir: true, mode: '755' },
    {
      path: '.openclaw/credentials/whatsapp-allowFrom.json',
      content: '{"version":1,"allowFrom":["+15551234567"]}',
      mode: '644',
    },
    { path: '.openclaw/agents/main/agent/auth-profiles.json', content: '{}', mode: '644' },
    { path: '.openclaw/agents/main/sessions/sessions.json', content: '{}', mode: '644' },
    { path: '.openclaw/agents/main/sessions/a.jsonl', content: '{}\n', mode: '644' },
    { path: '.openclaw/agents/main/sessions/b.jsonl', content: '{}\n', mode: '666' },
    { path: '.openclaw/agents/old/sessions/c.jsonl', content: '{}\n', mode: '644' },
    { path: '.openclaw/agents/old/agent/auth-profiles.json', content: '{}', mode: '644' },
  ],
};
