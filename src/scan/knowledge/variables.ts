import { hostOf } from './destinations.ts';

const SECRET_WORD =
  /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|MNEMONIC|CREDENTIALS?|(?:API|ACCESS|PRIVATE|SECRET|SERVICE|ADMIN|AUTH|BOT|MASTER|ENCRYPTION|SIGNING)_?KEY|APIKEY|PAT|COOKIE|SEED_PHRASE)(?:_|$)|_KEY$/;
/** What is called like a secret and is the name, the place or the kind of something. */
const NO_SECRET =
  /(?:^|_)(?:(?:FILE|IMAGE|MEDIA|CACHE|PRIMARY|FOREIGN|SORT|PARTITION|PUBLIC|OBJECT|ISSUE|PROJECT|ROW|INDEX|GROUP|LOOKUP|DOC|SHEET)_KEY|(?:TOKEN|KEY|SECRET|PASSWORD|CREDENTIALS?|COOKIE)_(?:ADDRESS|CONTRACT|COUNT|DECIMALS|DIR|ENDPOINT|ENV|EXPIRY|EXPIRES|FILE|FILTER|HEADER|IN|LENGTH|LIMIT|MINT|NAME|OUT|PATH|PREFIX|PRICE|SYMBOL|TTL|TYPE|UR[IL]))(?:_ESC(?:APED)?)?$/;
/** Words of a variable's name that say nothing about whose it is. */
const COMMON: ReadonlySet<string> = new Set(
  'API KEY TOKEN SECRET PASSWORD ACCESS AUTH BOT APP CLIENT ID PRIVATE PUBLIC MY THE NEXT VITE REACT NODE ENV BEARER OAUTH USER SERVICE ADMIN DEFAULT SECURITY TOOL COM NET ORG WWW HTTP HTTPS'.split(
    ' ',
  ),
);
/** Where a name and a host of the same owner differ. */
const OWNERS: readonly (readonly [variable: RegExp, host: RegExp])[] = [
  [
    /^(?:GH|GITHUB|COPILOT)_/,
    /(?:^|\.)(?:github\.com|githubusercontent\.com|githubcopilot\.com|ghcr\.io)$/,
  ],
  [/^(?:OPENAI|CHATGPT)_/, /(?:^|\.)(?:openai\.com|openai\.azure\.com|chatgpt\.com)$/],
  [/^(?:ANTHROPIC|CLAUDE)_/, /(?:^|\.)(?:anthropic\.com|claude\.ai|claude\.com)$/],
  [
    /^(?:GEMINI|GOOGLE|GCP|YOUTUBE|GMAIL|VERTEX|GMAPS|GTASKS|GDRIVE|GSHEETS|GCAL)_/,
    /(?:^|\.)(?:googleapis\.com|google\.com|googleusercontent\.com|gstatic\.com)$/,
  ],
  [/^(?:AWS|S3|BEDROCK)_/, /(?:^|\.)amazonaws\.com$/],
  [
    /^(?:AZURE|MICROSOFT|MS|GRAPH|OUTLOOK|TEAMS|MSTEAMS)_/,
    /(?:^|\.)(?:thegraph\.com|azure\.com|microsoft\.com|microsoftonline\.com|windows\.net|botframework\.com|office\.com|live\.com)$/,
  ],
  [/^(?:HF|HUGGINGFACE|HUGGING_FACE)_/, /(?:^|\.)(?:huggingface\.co|hf\.space|hf\.co)$/],
  [/^(?:XAI|GROK)_/, /(?:^|\.)x\.ai$/],
  [/^(?:X|TWITTER)_/, /(?:^|\.)(?:x\.com|twitter\.com|twitterapi\.io)$/],
  [/^(?:TG|TELEGRAM)_/, /(?:^|\.)telegram\.org$/],
  [/^(?:FEISHU|LARK)_/, /(?:^|\.)(?:feishu\.cn|larksuite\.com|larkoffice\.com)$/],
  [
    /^(?:DASHSCOPE|QWEN|ALIYUN|ALIBABA|BAILIAN)_/,
    /(?:^|\.)(?:aliyuncs\.com|aliyun\.com|qwen\.ai)$/,
  ],
  [/^(?:KIMI|MOONSHOT)_/, /(?:^|\.)(?:moonshot\.(?:cn|ai)|kimi\.com)$/],
  [/^(?:GLM|ZAI|ZHIPU|BIGMODEL)_/, /(?:^|\.)(?:z\.ai|bigmodel\.cn)$/],
  [
    /^(?:ARK|VOLC|VOLCENGINE|DOUBAO|BYTEPLUS)_/,
    /(?:^|\.)(?:volces\.com|volcengineapi\.com|bytepluses\.com)$/,
  ],
  [/^(?:WECHAT|WEIXIN|WX)_/, /(?:^|\.)(?:weixin\.qq\.com|wechat\.com)$/],
  [/^LASTFM_/, /(?:^|\.)(?:audioscrobbler\.com|last\.fm)$/],
  [/^(?:CF|CLOUDFLARE)_/, /(?:^|\.)cloudflare\.com$/],
  [
    /^(?:FB|IG|META|FACEBOOK|INSTAGRAM|WHATSAPP)_/,
    /(?:^|\.)(?:facebook\.com|instagram\.com|whatsapp\.com)$/,
  ],
  [/^(?:OPENCLAW|CLAWDBOT|MOLTBOT|CLAWHUB)_/, /(?:^|\.)(?:openclaw\.ai|clawhub\.ai|clawhub\.com)$/],
];

/** Whether the name of a variable says that its value is a secret. */
export function isSecretName(name: string): boolean {
  const upper = name.slice(0, 200).toUpperCase();
  return SECRET_WORD.test(upper) && !NO_SECRET.test(upper);
}

/** Whether a host is one of a variable's well-known owner; undefined when the owner is not known. */
export function ownerHas(variable: string, address: string): boolean | undefined {
  const host = hostOf(address);
  const name = variable.slice(0, 200).toUpperCase();
  const known = OWNERS.find(([owner]) => owner.test(name));
  return known && host !== undefined ? known[1].test(host) : undefined;
}

/**
 * Whether a secret is sent to its own owner: a word of the variable's name is a part of the host
 * (`TAVILY_API_KEY` to `api.tavily.com`), or both are known to belong together.
 */
export function belongsTo(variable: string, address: string): boolean {
  const host = hostOf(address);
  if (host === undefined) return false;
  const name = variable.slice(0, 200).toUpperCase();
  // Of a well-known owner all hosts are known: a host that merely contains its name is a trick.
  const known = OWNERS.find(([owner]) => owner.test(name));
  if (known) return known[1].test(host);
  const plain = host.replaceAll(/[^a-z\d]/g, '');
  const words = name.split(/[^A-Z\d]+/).filter((word) => word.length > 1 && !COMMON.has(word));
  return words.some((word) => word.length >= 3 && plain.includes(word.toLowerCase()));
}
