import { encode, pass } from '../interpreter/conversions.ts';
import type { Handler } from '../interpreter/run.ts';
import { codec, codeOf, copied, reversed, through, toNumber } from './conversions.ts';
import { each, FILES, pathMethod } from './files.ts';
import { NETWORK } from './network.ts';
import { COMMANDS, plainRef, RUNNING } from './running.ts';
import { DECODERS, SOURCES } from './sources.ts';

const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...FILES,
  ...NETWORK,
  ...RUNNING,
  ...COMMANDS,
  ...SOURCES,
  ...DECODERS,
  ...each(
    copied,
    'dict list set tuple sorted frozenset collections.OrderedDict collections.defaultdict',
  ),
  ...each(
    encode('base64'),
    'base64.b64encode base64.urlsafe_b64encode base64.standard_b64encode base64.encodebytes binascii.b2a_base64',
  ),
  ...each(encode('base64'), 'base64.b32encode base64.b85encode base64.a85encode'),
  ...each(encode('hex'), 'binascii.hexlify binascii.b2a_hex base64.b16encode'),
  ...each(encode('gzip'), 'zlib.compress gzip.compress bz2.compress lzma.compress'),
  ...each(codec(encode), 'codecs.encode'),
  ...each(codeOf, 'ord'),
  ...each(toNumber, 'int'),
  ...each(through, 'map filter zip enumerate itertools.chain next iter'),
  ...each(reversed, 'reversed'),
  ...each(
    pass,
    'str repr json.dumps json.loads pickle.dumps marshal.dumps yaml.dumps urllib.parse.urlencode urllib.parse.quote urllib.parse.quote_plus urllib.quote copy.copy copy.deepcopy io.BytesIO io.StringIO textwrap.dedent pprint.pformat asyncio.run asyncio.gather asyncio.to_thread ascii memoryview pandas.DataFrame',
  ),
  ...each(
    () => ({ taints: [] }),
    'len isinstance type hash id bool @request.add_header @session.close hashlib.sha256 hashlib.md5 hashlib.sha1 os.path.exists os.path.isfile os.path.isdir',
  ),
  ...each(({ args: [inner] }) => inner ?? { taints: [] }, 'ssl.wrap_socket'),
]);

/** The names that the library knows in a module, as `from module import *` brings them in. */
export function knownNames(module: string): readonly string[] {
  const start = `${module}.`;
  return [...HANDLERS.keys()]
    .filter((ref) => ref.startsWith(start))
    .map((ref) => ref.slice(start.length))
    .filter((name) => !name.includes('.'));
}

/** What is known of a call by the name of what is called. */
export function handlerOf(ref: string): Handler | undefined {
  const known = HANDLERS.get(ref);
  if (known) return known;
  if (ref.startsWith('@path.')) return pathMethod(ref);
  return ref.includes('builtin') ? HANDLERS.get(plainRef(ref) ?? ref) : undefined;
}
