import { belongsTo } from './variables.ts';

/** Words of OpenClaw's settings that say nothing about whose a value is. */
const STRUCTURE: ReadonlySet<string> = new Set(
  'accounts agents apikey auth channels config credentials default defaults entries env gateway hooks main models plugins profiles providers remote search servers mcp settings skills tools vars web'.split(
    ' ',
  ),
);
const OF_CREDENTIALS = /\/credentials\/([\w.-]{2,80})/i;
/** What lies beside OpenClaw's own keys and is none of them: whose device it is, it is called after. */
const OF_IDENTITY = /\/identity\/(?!(?:device|device-auth|paired|pending)\.)([\w.-]{2,80})$/i;
const OF_SKILL =
  /^(?:(?:skills|plugins)\.entries|models\.providers|providers|channels)\.([^.]{2,80})/;
/** A variable among the settings. */
const OF_VARIABLES = /^env\.(?:vars\.)?([A-Za-z]{3,40})(?=_)/;
/** What a value is called that tells where or which, and opens nothing. */
const OPEN =
  /(?:^|[.\]])(?:domain|url|base_?url|endpoint|host|hostname|port|model|locale|language|time_?zone|region|enabled|version|public_?key(?:_?pem)?)$/i;
/** Where the settings of one service or extension stand, and nothing of the gateway's own. */
const ONE_SERVICE = /^(?:(?:skills|plugins)\.entries|models\.providers|providers|channels|env)\./;

/**
 * Whether what is read of OpenClaw's files is of the service that it is sent to: the value
 * `channels.slack.botToken`, or the file `credentials/exa/config.json`.
 */
export function isOwnSetting(file: string, part: string | undefined, address: string): boolean {
  const names = [part, OF_CREDENTIALS.exec(file)?.[1]].filter((it) => it !== undefined);
  return names.some((name) => {
    const words = name
      .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
      .split(/[^A-Za-z\d]+/)
      .filter((word) => !STRUCTURE.has(word.toLowerCase()));
    return words.length > 0 && belongsTo(`${words.join('_')}_`, address);
  });
}

/** Whether it is the settings of one service, whose address may stand beside them. */
export function isOfOneService(file: string, part: string | undefined): boolean {
  return (
    (part !== undefined && ONE_SERVICE.test(part)) ||
    OF_CREDENTIALS.test(file) ||
    OF_IDENTITY.test(file)
  );
}

/** Whether the one value that is taken is no secret by its name: an address, a model, a public key. */
export function isOpenSetting(part: string | undefined): boolean {
  return part !== undefined && OPEN.test(part);
}

/** The extension or service whose settings are read: `exa` of `credentials/exa/config.json`. */
export function ownerOfSetting(file: string, part: string | undefined): string | undefined {
  // Variables begin with the name of whose they are.
  if (part !== undefined && /(?:^|\/)\.env$/.test(file))
    return /^[A-Za-z]{3,40}(?=_)/.exec(part)?.[0];
  const { 1: named } = OF_SKILL.exec(part ?? '') ?? OF_VARIABLES.exec(part ?? '') ?? [];
  return named ?? OF_CREDENTIALS.exec(file)?.[1]?.replace(/\.json$/i, '');
}
