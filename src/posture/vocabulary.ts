import type { Generation } from '../config/known-releases.ts';

/** checkIds that OpenClaw's own audit only has in one generation; ours that stand in for them elsewhere. */
const ONLY: { readonly [G in Generation]: readonly string[] } = {
  '2026.2': [
    'gateway.control_ui.insecure_auth',
    'gateway.control_ui.device_auth_disabled',
    'logging.redact_off',
    'sandbox.browser_cdp_bridge_unrestricted',
    'channels.{channel}.dm.scope_main_multiuser',
    'channels.discord.commands.native.unrestricted',
    'channels.slack.commands.slash.useAccessGroups_off',
    'policy.password_too_short',
    'policy.wildcard_origin',
  ],
  '2026.9': [
    'channels.{channel}.allowFrom.mutable_entries_inert',
    'channels.{channel}.dm.locked',
    'channels.{channel}.groups.open',
    'channels.discord.allowlisted_groups.broad_members',
    'channels.feishu.doc_owner_open_id',
    'channels.synology-chat.dm.policy',
    'channels.synology-chat.reply.dangerous_name_matching_enabled',
    'channels.zalouser.groups.mutable_entries',
    'channels.synology-chat.routing.duplicate-webhook-path',
    'channels.synology-chat.routing.duplicate-webhook-url',
    'channels.synology-chat.routing.inherited-shared-webhook-path',
    'channels.{channel}.routing.owner_missing.{account}',
    'channels.dm.session_collision.{accounts}.{n}',
    'config.ineffective.retired_setting',
    'gateway.control_ui.allowed_origins_wildcard',
    'gateway.env_token_overrides_config',
    'gateway.password_too_short',
    'gateway.token_placeholder_value',
    'gateway.password_placeholder_value',
    'gateway.probe_auth_secretref_unavailable',
    'gateway.trusted_proxy_allow_loopback',
    'gateway.trusted_proxy_device_auto_approve',
    'gateway.trusted_proxy_device_auto_approve_admin',
    'hooks.allowed_agent_ids_unrestricted',
    'mcp.apps.enabled',
    'plugins.allow_phantom_entries',
    'plugins.code_safety.manifest_parse_error',
    'sandbox.browser_container.docker_probe_timeout',
    'security.exposure.open_channels_with_exec',
    'security.exposure.open_groups_with_control_plane_tools',
    'security.trust_model.cross_agent_session_access_default',
    'security.trust_model.group_scope_main',
    'skills.workspace.scan_truncated',
    'skills.workspace.symlink_escape',
    'tools.exec.agent_skill_mcp_boundary_drift',
    'tools.exec.allowlist_interpreter_without_strict_inline_eval',
    'tools.exec.auto_allow_skills_enabled',
    'tools.exec.fs_tools_disabled_but_exec_enabled',
    'tools.exec.mcporter_registry_inspection_incomplete',
    'tools.exec.safe_bins_broad_behavior',
    'tools.exec.security_full_configured',
  ],
};

const LACKS: { readonly [G in Generation]: ReadonlySet<string> } = {
  '2026.2': new Set(ONLY['2026.9']),
  '2026.9': new Set(ONLY['2026.2']),
};

/** checkIds that OpenClaw's own audit of a generation knows and never gets to. */
const MUTE: { readonly [G in Generation]: readonly string[] } = {
  '2026.2': [],
  '2026.9': [
    'browser.control_invalid_config',
    'browser.control_no_auth',
    'browser.remote_cdp_http',
  ],
};

/**
 * Whether a check says anything about releases of a generation; `byReference`, whether OpenClaw's own
 * audit does.
 */
export function speaksOf(generation: Generation, check: string, byReference: boolean): boolean {
  return !LACKS[generation].has(check) && !(byReference && MUTE[generation].includes(check));
}
