const isLower = (code: number) => code >= 97 && code <= 122;
const isUpper = (code: number) => code >= 65 && code <= 90;
const isDigit = (code: number) => code >= 48 && code <= 57;

/** Whether a word of a key starts at an offset: `bot|Token`, `API|Key`. */
function startsWord(key: string, at: number): boolean {
  if (!isUpper(key.charCodeAt(at))) return false;
  const before = key.charCodeAt(at - 1);
  if (isLower(before) || isDigit(before)) return true;
  return isUpper(before) && isLower(key.charCodeAt(at + 1));
}

/** Splits `botToken`, `FOO_API_KEY` and `x-api-key` into lower-case words. Runs for every key. */
function wordsOf(text: string): readonly string[] {
  const key = text.slice(0, 200);
  const words: string[] = [];
  let from = 0;
  for (let at = 0; at <= key.length; at++) {
    const code = key.charCodeAt(at);
    const inWord = isLower(code) || isUpper(code) || isDigit(code) || isOtherLetter(code);
    if (inWord && !startsWord(key, at)) continue;
    if (at > from) words.push(key.slice(from, at).toLowerCase());
    from = inWord ? at : at + 1;
  }
  return words;
}

const isOtherLetter = (code: number) =>
  code > 127 && /[\p{L}\p{N}\p{Cs}]/u.test(String.fromCharCode(code));

const SECRET_WORDS = new Set(
  (
    'token secret secrets password passwords passwd passcode passphrase pass pwd pw psk pin apikey apikeys ' +
    'apitoken accesskey accesstoken authtoken bottoken secretkey privatekey clientsecret credential ' +
    'credentials creds cookie cookies authorization authtoken bearer jwt mnemonic nsec otp totp key'
  ).split(' '),
);
const SECRET_PAIRS = new Set(
  (
    'api key,api keys,access key,access keys,private key,private keys,secret key,signing key,encrypt key,' +
    'encryption key,encoding key,master key,app key,auth key,client key,recovery key,deploy key,license key,' +
    'account key,storage key,shared key,service account,seed phrase,connection string,webhook key,ssh key'
  ).split(','),
);
/** The last word says that the value is not the secret but something about it. */
const HARMLESS_LAST = new Set(
  (
    'file files path paths dir env mode header headers field ttl ms sec secs seconds minutes hours count ' +
    'limit length size enabled only required prefix prefixes type kind name provider source strategy policy ' +
    'floor budget chars'
  ).split(' '),
);
const COUNTING = new Set(
  'max min context reserve keep recent soft threshold total input output num default per'.split(
    ' ',
  ),
);
/** Names that only look like secrets. */
const HARMLESS = new Set('sessionkey defaultsessionkey mainkey publickey hotkey rawkey'.split(' '));

/** Whether a key, variable, flag or header of this name holds a secret. */
export function isSecretKey(key: string): boolean {
  const words = wordsOf(key);
  const last = words.at(-1);
  if (last === undefined || HARMLESS_LAST.has(last) || HARMLESS.has(words.join(''))) return false;
  if (words.some((word) => word === 'tokens')) {
    return !words.some((word) => COUNTING.has(word));
  }
  return words.some(
    (word, index) =>
      (word === 'key' ? words.length === 1 : SECRET_WORDS.has(word)) ||
      SECRET_PAIRS.has(`${word} ${words[index + 1] ?? ''}`),
  );
}
