import { anonymousPlace, ends } from './anonymous-hosts.ts';
import { isShared } from './openclaw-hosts.ts';

/** Where programs are published under names that can be held to account. */
const KNOWN =
  ends(`github.com gitlab.com npmjs.com npmjs.org pypi.org docker.com docker.io crates.io
  rubygems.org brew.sh nodejs.org python.org go.dev rust-lang.org rustup.rs google.com chrome.com
  apple.com microsoft.com mozilla.org astral.sh bun.sh deno.com deno.land git-scm.com ffmpeg.org
  anthropic.com claude.com claude.ai openai.com ollama.com nvidia.com tailscale.com debian.org
  ubuntu.com`);
/** Whose script for installing is how their own documentation has their program installed. */
const INSTALLERS = ends(`openclaw.ai clawd.bot molt.bot nodesource.com pnpm.io yarnpkg.com
  python-poetry.org pypa.io pyenv.run ollama.ai foundry.paradigm.xyz release.anza.xyz
  release.solana.com rclone.org zerotier.com mise.run mise.jdx.dev fly.io kiro.dev cursor.com
  getcomposer.org sdkman.io k3s.io helm.sh dl.k8s.io hashicorp.com supabase.com surrealdb.com
  infisical.com doppler.com proton.me railway.com sentry.io starship.rs ohmyz.sh
  determinate.systems llvm.org min.io nixos.org grafana.com mongodb.com redis.io volta.sh dot.net opencode.ai
  aka.ms nih.gov anaconda.com newrelic.com telnyx.com dokku.com azion.com metaplex.com
  internetcomputer.org`);
/** Accounts of widely used software where everybody can have one. */
const ACCOUNTS =
  `nvm-sh homebrew pyenv ohmyzsh helm kubernetes rancher k3d-io astral-sh denoland oven-sh docker
  microsoft golangci anchore aquasecurity trufflesecurity openclaw anthropics nvidia nvidia-holoscan
  conda-forge cli llvm rust-lang cloudflare vercel stripe slackapi hashicorp google googlecloudplatform
  aws azure github gitlab-org huggingface ggml-org ollama openai tailscale digitalocean grafana prometheus
  istio argoproj fluxcd derailed traefik caddyserver rclone restic jesseduffield junegunn sharkdp
  burntsushi ajeetdsouza casey jdx schniz asdf-vm direnv starship nushell neovim prefix-dev mamba-org
  pdm-project python-poetry pypa pre-commit j178 gitleaks projectdiscovery semgrep trailofbits crytic
  foundry-rs ethereum solana-labs anza-xyz near provablehq aleohq babashka xdevplatform steipete mull-project
  polymarket botpress metaplex-foundation`
    .split(/\s+/)
    .join('|');
const OWNERS = new RegExp(
  `^https?://(?:(?:raw\\.githubusercontent|github)\\.com|dl\\.cloudsmith\\.io/public)/(?:${ACCOUNTS})/`,
  'i',
);

/** Scripts of known makers at hosts where others have theirs, too. */
const SCRIPTS: ReadonlySet<string> = new Set([
  'https://railway.app/install.sh',
  'https://fnm.vercel.app/install',
]);
const PACKAGERS = /^https:\/\/packagecloud\.io\/install\/repositories\/ookla\//;

/** Whether a host is a registry, or the home of widely used software. */
export function isKnownHost(host: string): boolean {
  return KNOWN.test(host);
}

/** Whether an address that a program is installed from belongs to the known maker of the program. */
export function isOfMaker(address: string, host: string): boolean {
  if (OWNERS.test(address) || SCRIPTS.has(address) || PACKAGERS.test(address)) return true;
  return (KNOWN.test(host) || INSTALLERS.test(host)) && !anonymousPlace(host) && !isShared(host);
}
