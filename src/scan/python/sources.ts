import { decode } from '../interpreter/conversions.ts';
import type { Call, Handler, Run } from '../interpreter/run.ts';
import { OWN_NAME, type Value } from '../interpreter/value.ts';
import { fromSource } from './calls.ts';
import { bytesOf, character, codec, source, variable } from './conversions.ts';
import { each } from './files.ts';

type Table = readonly (readonly [ref: string, handler: Handler])[];

/** Calls that give what is private, files excepted. */
export const SOURCES: Table = [
  ...each(variable, 'os.getenv'),
  ...each(
    (call, run) => ({ ...fromSource('host-facts', 'host name', call, run), ref: OWN_NAME }),
    'socket.gethostname platform.node socket.getfqdn',
  ),
  ...each(systemNames, 'platform.uname os.uname'),
  ...each(source('host-facts', 'user'), 'getpass.getuser os.getlogin'),
  ...each(
    source('host-facts', 'network interfaces'),
    'uuid.getnode psutil.net_if_addrs netifaces.interfaces',
  ),
  ...each(source('argument', 'arguments'), 'input getpass.getpass raw_input'),
  ...each(
    source('clipboard', 'clipboard'),
    'pyperclip.paste clipboard.paste win32clipboard.GetClipboardData tkinter.Tk.clipboard_get xerox.paste',
  ),
  ...each(source('key-store', 'keyring'), 'keyring.get_password keyring.get_credential'),
  ...each(
    source('browser-profile', 'cookies'),
    'browser_cookie3.chrome browser_cookie3.firefox browser_cookie3.load browser_cookie3.edge browsercookie.chrome rookiepy.chrome rookiepy.load',
  ),
  ...each(source('browser-profile', 'stored passwords'), 'win32crypt.CryptUnprotectData'),
];

/** Several names of the system, of which the machine's own has a place and two names. */
function systemNames(call: Call, run: Run): Value {
  const value = fromSource('host-facts', 'host name', call, run);
  const own: Value = { ...value, ref: OWN_NAME };
  return { ...value, props: new Map(['nodename', 'node', '1'].map((key) => [key, own])) };
}

/** Calls that make a text of what hides it. */
export const DECODERS: Table = [
  ...each(
    decode('base64'),
    'base64.b64decode base64.urlsafe_b64decode base64.standard_b64decode base64.decodebytes binascii.a2b_base64',
  ),
  ...each(decode('base32'), 'base64.b32decode base64.b85decode base64.a85decode'),
  ...each(
    decode('hex'),
    'bytes.fromhex bytearray.fromhex binascii.unhexlify binascii.a2b_hex base64.b16decode',
  ),
  ...each(decode('gzip'), 'zlib.decompress gzip.decompress bz2.decompress lzma.decompress'),
  ...each(codec(decode), 'codecs.decode'),
  ...each(decode('percent'), 'urllib.parse.unquote urllib.unquote'),
  ...each(bytesOf, 'bytes bytearray'),
  ...each(character, 'chr unichr'),
];
