import type { ToolWords } from './tool-words.ts';

const list = (text: string) => text.split(' ');

const FS = list('ls read write edit apply_patch');
const RUNTIME = list('exec process code_execution secrets');
const WEB = list('web_search web_fetch x_search');
const MEMORY = list('memory_search memory_get');
const SESSIONS = list(
  'sessions sessions_list sessions_history sessions_search conversations_list conversations_send ' +
    'conversations_turn sessions_send sessions_spawn github_identity_status github_publish agents_wait ' +
    'sessions_yield subagents session_status suggest_task dismiss_task',
);
const UI = list('browser screen theme dashboard terminal portal canvas show_widget');
const AUTOMATION = list('heartbeat_respond automations gateway plugins openclaw');
const AGENTS = list(
  'agents_list get_goal create_goal update_goal progress_card ask_user skill_workshop',
);
const MEDIA = list('view_image image_generate music_generate video_generate tts pdf');
const NODES = list('nodes computer mobile_ui');
const CHANNELS = list(
  'telegram whatsapp discord irc googlechat slack signal imessage a2a buzz clickclack feishu line ' +
    'matrix mattermost msteams nextcloud-talk nostr qa-channel raft reef sms synology-chat tlon twitch ' +
    'zalo zalouser',
);
const HOST_TOOLS: ReadonlySet<string> = new Set([...FS, 'exec', 'process', 'canvas']);

const EVERY = [
  ...FS,
  ...RUNTIME,
  ...WEB,
  ...MEMORY,
  ...SESSIONS,
  ...UI,
  'message',
  ...AUTOMATION,
  ...NODES,
  ...AGENTS,
  ...MEDIA,
];

/** What OpenClaw 2026.9 calls its tools. */
export const LATER_WORDS: ToolWords = {
  groups: {
    'group:fs': FS,
    'group:runtime': RUNTIME,
    'group:web': WEB,
    'group:memory': MEMORY,
    'group:sessions': SESSIONS,
    'group:ui': UI,
    'group:messaging': ['message'],
    'group:automation': AUTOMATION,
    'group:nodes': NODES,
    'group:agents': AGENTS,
    'group:media': MEDIA,
    'group:openclaw': EVERY.filter((tool) => !HOST_TOOLS.has(tool)),
  },
  profiles: new Map([
    ['minimal', list('session_status gateway')],
    [
      'messaging',
      list(
        'secrets sessions sessions_list sessions_history sessions_search sessions_send sessions_spawn ' +
          'sessions_yield conversations_list conversations_send conversations_turn subagents ' +
          'session_status theme message gateway ask_user',
      ),
    ],
    [
      'coding',
      [
        ...FS,
        ...RUNTIME,
        ...WEB,
        ...MEMORY,
        ...SESSIONS,
        ...list(
          'screen theme dashboard terminal portal automations gateway plugins get_goal create_goal ' +
            'update_goal progress_card ask_user skill_workshop view_image image_generate ' +
            'music_generate video_generate',
        ),
      ],
    ],
  ]),
  aliases: { bash: 'exec', 'apply-patch': 'apply_patch', cron: 'automations' },
  implyingPatch: 'write',
  sandboxAllow: list(
    'exec process read ls write edit apply_patch view_image sessions_list sessions_history ' +
      'sessions_search sessions_send sessions_spawn sessions_yield subagents session_status',
  ),
  sandboxDeny: [
    ...list('browser canvas computer mobile_ui nodes automations gateway'),
    ...CHANNELS,
  ],
  imageTool: 'view_image',
};
