import type { ToolWords } from './tool-words.ts';

const list = (text: string) => text.split(' ');

/** What OpenClaw 2026.9 calls its tools. */
export function laterWords(): ToolWords {
  const fs = list('ls read write edit apply_patch');
  const runtime = list('exec process code_execution secrets');
  const web = list('web_search web_fetch x_search');
  const memory = list('memory_search memory_get');
  const sessions = list(
    'sessions sessions_list sessions_history sessions_search conversations_list conversations_send ' +
      'conversations_turn sessions_send sessions_spawn github_identity_status github_publish agents_wait ' +
      'sessions_yield subagents session_status suggest_task dismiss_task',
  );
  const ui = list('browser screen theme dashboard terminal portal canvas show_widget');
  const automation = list('heartbeat_respond automations gateway plugins openclaw');
  const agents = list(
    'agents_list get_goal create_goal update_goal progress_card ask_user skill_workshop',
  );
  const media = list('view_image image_generate music_generate video_generate tts pdf');
  const nodes = list('nodes computer mobile_ui');
  const channels = list(
    'telegram whatsapp discord irc googlechat slack signal imessage a2a buzz clickclack feishu line ' +
      'matrix mattermost msteams nextcloud-talk nostr qa-channel raft reef sms synology-chat tlon twitch ' +
      'zalo zalouser',
  );
  const hostTools: ReadonlySet<string> = new Set([...fs, 'exec', 'process', 'canvas']);

  const every = [
    ...fs,
    ...runtime,
    ...web,
    ...memory,
    ...sessions,
    ...ui,
    'message',
    ...automation,
    ...nodes,
    ...agents,
    ...media,
  ];

  return {
    groups: {
      'group:fs': fs,
      'group:runtime': runtime,
      'group:web': web,
      'group:memory': memory,
      'group:sessions': sessions,
      'group:ui': ui,
      'group:messaging': ['message'],
      'group:automation': automation,
      'group:nodes': nodes,
      'group:agents': agents,
      'group:media': media,
      'group:openclaw': every.filter((tool) => !hostTools.has(tool)),
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
          ...fs,
          ...runtime,
          ...web,
          ...memory,
          ...sessions,
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
      ...channels,
    ],
    imageTool: 'view_image',
  };
}
