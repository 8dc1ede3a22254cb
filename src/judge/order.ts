/**
 * The order in which OpenClaw lists findings. Each line, with the indented ones below it, is a group:
 * the findings of a group stand together, subject by subject (an agent, a channel account …), and
 * inside a subject in this order. Ids that are not listed are this project's own and come last.
 */
const ORDER = `
summary.attack_surface
fs.synced_dir
gateway.tools_invoke_http.dangerous_allow
gateway.bind_no_auth
gateway.env_token_overrides_config
gateway.trusted_proxies_missing
gateway.loopback_no_auth
gateway.control_ui.allowed_origins_required
gateway.control_ui.allowed_origins_wildcard
gateway.control_ui.host_header_origin_fallback
gateway.real_ip_fallback_enabled
discovery.mdns_full_mode
gateway.tailscale_funnel gateway.tailscale_serve
gateway.control_ui.insecure_auth
gateway.control_ui.device_auth_disabled
mcp.apps.enabled
config.insecure_or_dangerous_flags
gateway.token_placeholder_value gateway.password_placeholder_value
gateway.token_too_short gateway.password_too_short
gateway.trusted_proxy_auth
gateway.trusted_proxy_no_proxies
gateway.trusted_proxy_no_user_header
gateway.trusted_proxy_allow_loopback
gateway.trusted_proxy_device_auto_approve
gateway.trusted_proxy_device_auto_approve_admin
gateway.trusted_proxy_no_allowlist
gateway.auth_no_rate_limit
browser.control_invalid_config browser.control_no_auth browser.remote_cdp_http
logging.redact_off
tools.elevated.allowFrom.{provider}.wildcard tools.elevated.allowFrom.{provider}.large
tools.exec.host_sandbox_no_sandbox_defaults
tools.exec.host_sandbox_no_sandbox_agents
tools.exec.security_full_configured
security.exposure.open_channels_with_exec
tools.exec.fs_tools_disabled_but_exec_enabled
tools.exec.auto_allow_skills_enabled
tools.exec.allowlist_interpreter_without_strict_inline_eval
tools.exec.safe_bins_interpreter_unprofiled
tools.exec.safe_bins_broad_behavior
tools.exec.safe_bin_trusted_dirs_risky
tools.exec.agent_skill_mcp_boundary_drift
tools.exec.mcporter_registry_inspection_incomplete
hooks.token_too_short
hooks.token_reuse_gateway_token
hooks.path_root
hooks.default_session_key_unset
hooks.allowed_agent_ids_unrestricted
hooks.request_session_key_enabled
hooks.request_session_key_prefixes_missing
gateway.http.no_auth
gateway.http.session_key_override_enabled
sandbox.docker_config_mode_off
sandbox.dangerous_bind_mount sandbox.bind_mount_non_absolute sandbox.dangerous_network_mode
  sandbox.dangerous_seccomp_profile sandbox.dangerous_apparmor_profile
sandbox.browser_cdp_bridge_unrestricted
gateway.nodes.deny_commands_ineffective
gateway.nodes.allow_commands_dangerous
tools.profile_minimal_overridden
config.secrets.gateway_password_in_config
config.secrets.hooks_token_in_config
models.legacy
models.weak_tier
models.small_params
security.exposure.open_groups_with_elevated
security.exposure.open_groups_with_runtime_or_fs
security.exposure.open_groups_with_control_plane_tools
security.trust_model.group_scope_main
security.trust_model.multi_user_heuristic
security.trust_model.cross_agent_session_access_default
fs.state_dir.symlink
fs.state_dir.perms_world_writable
fs.state_dir.perms_group_writable
fs.state_dir.perms_readable
fs.config.symlink
fs.config.perms_writable
fs.config.perms_world_readable
fs.config.perms_group_readable
fs.config_include.perms_writable fs.config_include.perms_world_readable
  fs.config_include.perms_group_readable
fs.credentials_dir.perms_writable fs.credentials_dir.perms_readable
fs.auth_profiles.perms_writable fs.auth_profiles.perms_readable
  fs.sessions_store.perms_readable
fs.log_file.perms_readable
skills.workspace.symlink_escape
skills.workspace.scan_truncated
sandbox.browser_container.hash_label_missing
sandbox.browser_container.hash_epoch_stale
sandbox.browser_container.non_loopback_publish
sandbox.browser_container.docker_probe_timeout
plugins.extensions_no_allowlist
plugins.allow_phantom_entries
plugins.tools_reachable_permissive_policy
plugins.installs_unpinned_npm_specs
plugins.installs_missing_integrity
plugins.installs_version_drift
hooks.installs_unpinned_npm_specs
hooks.installs_missing_integrity
hooks.installs_version_drift
plugins.code_safety.manifest_parse_error plugins.code_safety.entry_path
  plugins.code_safety.entry_escape plugins.code_safety plugins.code_safety.scan_failed
skills.code_safety skills.code_safety.scan_failed
channels.{channel}.allowFrom.dangerous_name_matching_enabled
  channels.{channel}.allowFrom.mutable_entries_inert
  channels.discord.allowFrom.name_based_entries channels.discord.commands.native.unrestricted
  channels.discord.commands.native.no_allowlists
  channels.slack.commands.slash.useAccessGroups_off
  channels.slack.commands.slash.no_allowlists channels.{channel}.dm.open
  channels.{channel}.dm.open_invalid channels.{channel}.dm.disabled channels.{channel}.dm.locked
  channels.{channel}.routing.owner_missing.{account}
  channels.{channel}.dm.scope_main_multiuser channels.{channel}.warning.{n}
  channels.telegram.allowFrom.invalid_entries channels.telegram.groups.allowFrom.wildcard
  channels.telegram.groups.allowFrom.missing channels.{channel}.groups.open
  channels.discord.allowlisted_groups.broad_members channels.feishu.doc_owner_open_id
  channels.synology-chat.dm.policy
  channels.synology-chat.reply.dangerous_name_matching_enabled
  channels.synology-chat.routing.inherited-shared-webhook-path
  channels.synology-chat.routing.duplicate-webhook-path
  channels.synology-chat.routing.duplicate-webhook-url
  channels.zalouser.groups.mutable_entries
channels.dm.session_collision.{accounts}.{n}
gateway.probe_failed
gateway.probe_auth_secretref_unavailable
`;

/** Where an id stands in the list; -1 for one that is not in it. */
function placeOf(check: string): number {
  for (let at = ORDER.indexOf(check); at >= 0; at = ORDER.indexOf(check, at + 1)) {
    const end = at + check.length;
    if (isBlank(ORDER.charAt(at - 1)) && isBlank(ORDER.charAt(end))) return at;
  }
  return -1;
}

const isBlank = (character: string) => character === ' ' || character === '\n';

/** Where the group of an id begins: its own line, or the one above that is not indented. */
function groupOf(place: number): number {
  let start = ORDER.lastIndexOf('\n', place);
  while (ORDER.charAt(start + 1) === ' ') start = ORDER.lastIndexOf('\n', start - 1);
  return start;
}

/**
 * Numbers to sort by, of the group and of the member in it; what is not listed comes last. They are
 * places in the list: few are asked for, and reading all of it would cost start-up more.
 */
export function rankOf(check: string): readonly [group: number, member: number] {
  const place = placeOf(check);
  return place < 0 ? [ORDER.length, 0] : [groupOf(place), place];
}
