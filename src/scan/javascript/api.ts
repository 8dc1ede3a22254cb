import type { Source } from '../flow/flow.ts';
import { callGiven } from '../interpreter/callbacks.ts';
import { elementsOf, taintsIn } from '../interpreter/contents.ts';
import { decode, encode, fromCharCode, pass, unpack } from '../interpreter/conversions.ts';
import { fromOther } from '../interpreter/exports.ts';
import { pipe } from '../interpreter/piping.ts';
import type { Call, Handler, Run } from '../interpreter/run.ts';
import { feed, runCode, runCommand, runProgram, weaken } from '../interpreter/running.ts';
import {
  mergeTaints,
  NOTHING,
  OWN_NAME,
  refValue,
  type Taint,
  textValue,
  type Value,
} from '../interpreter/value.ts';
import { sinkAt, sourceAt } from '../knowledge/paths.ts';
import { client, connect, request, resolveName, write } from './network.ts';

const MAX_DETAIL = 300;
/** Ref of an open file; its text is the path. */
const OPEN = '@open';
/** Ref of a path that was put together as one: no address comes of that. */
const PATH = '@path';

function fromSource(kind: Source['kind'], detail: string, call: Call, run: Run): Value {
  const origin: Source = { kind, detail: detail.slice(0, MAX_DETAIL) };
  const taint: Taint = { origin, steps: [run.step(call.node, call.ref)], transforms: [] };
  return { text: '*', taints: [taint] };
}

const source =
  (kind: Source['kind'], detail: string): Handler =>
  (call, run) =>
    fromSource(kind, detail, call, run);

/** `readFile(path)`: what is read depends on the path. */
const readFile: Handler = (call, run) => {
  const path = call.args[0];
  const text = path?.text ?? '*';
  const read = fromSource(sourceAt(text), text, call, run);
  return { ...read, taints: mergeTaints(read.taints, path ? taintsIn(path) : []) };
};

const writeFile: Handler = ({ args, node, ref }, run) => {
  const [path, ...data] = args;
  const detail = (path?.text ?? '*').slice(0, MAX_DETAIL);
  const kind = sinkAt(detail);
  const taints = mergeTaints(...data.map((value) => taintsIn(value)));
  run.flow(taints, { kind, call: ref, detail }, node, path);
  // What is written there matters by itself, whoever gives it.
  if (kind !== 'file' && taints.length === 0) {
    const origin: Source = { kind: 'decoded-constant', detail: '' };
    run.flow([{ origin, steps: [], transforms: [] }], { kind, call: ref, detail }, node);
  }
  return { taints: [] };
};

/** `open(path)`: a file that is opened to be read stands for what is in it. */
const openFile: Handler = (call, run) => {
  const [path, flags] = call.args;
  const written = /^(?:r\+|[wa])/.test(flags?.text ?? 'r');
  const { taints } = written ? { taints: [] } : readFile(call, run);
  return { ref: OPEN, text: path?.text ?? '*', taints };
};

const readOpen: Handler = ({ receiver, args: [file] }) => ({
  taints: taintsIn(receiver.ref === OPEN ? receiver : (file ?? receiver)),
});

const writeOpen: Handler = (call, run) => {
  const { receiver, args } = call;
  return writeFile({ ...call, args: receiver.ref === OPEN ? [receiver, ...args] : args }, run);
};

const copyFile: Handler = (call, run) => {
  const [from, to, ...rest] = call.args;
  const read = readFile({ ...call, args: from ? [from] : [] }, run);
  return writeFile({ ...call, args: to ? [to, read, ...rest] : [] }, run);
};

const joinPath: Handler = ({ args }) => {
  const taints = mergeTaints(...args.map((arg) => taintsIn(arg)));
  const elements = args.map(({ text }) => text ?? '*');
  return { ...textValue(elements.join('/').replace(/\/{2,}/g, '/')), ref: PATH, taints };
};

const load: Handler = (call, run) => {
  const [named] = call.args;
  // Which file is loaded may be said by a server; what is in it is not.
  const local = named?.ref === PATH && { ...named, taints: weaken(named.taints) };
  const name = local || named;
  const text = name?.text;
  const own = text === undefined ? undefined : run.moduleAt(text);
  if (own) return fromOther(own, call.node, run);
  if (text === undefined || text.includes('*') || /^(?:data|blob|https?):/i.test(text))
    return runCode({ ...call, args: name ? [name] : [] }, run);
  return refValue(text.replace(/^node:/, ''));
};

/** `child.stdin.write(input)`. */
const fed: Handler = (call, run) => {
  const { receiver, args } = call;
  if (args[0]) feed(args[0], receiver.text ?? '*', call, run);
  return { taints: receiver.taints };
};

/** `pipeline(a, b, c)`: what comes out of each goes into the next. */
const pipeline: Handler = ({ args, node }, run) => {
  let through: Value = { taints: [] };
  for (const stage of args) {
    pipe(through, stage, node, run);
    through = { taints: mergeTaints(through.taints, taintsIn(stage)) };
  }
  return { taints: [] };
};

/** `Reflect.apply(f, self, [a, b])`. */
const apply: Handler = (call, run) => {
  const [target = NOTHING, , list = NOTHING] = call.args;
  const args = elementsOf(list) ?? [{ taints: taintsIn(list) }];
  return callGiven(target, { ...call, args }, run) ?? NOTHING;
};

/** `setTimeout(f, ms, a)`: a function is called with what stands behind. */
const runLater: Handler = (call, run) => {
  const [code, ...rest] = call.args;
  const given = call.ref === 'setImmediate' ? rest : rest.slice(1);
  if (code?.fn && given.some((value) => taintsIn(value).length > 0))
    run.invoke(code.fn, given, call.node);
  return runCode(call, run);
};

const reflectGet: Handler = ({ args: [object, key] }) => {
  const name = key?.text;
  if (object?.ref === undefined || name === undefined) return { taints: object?.taints ?? [] };
  return /^(?:globalThis|global|window|self)$/.test(object.ref)
    ? refValue(name)
    : refValue(`${object.ref}.${name}`);
};

const first: Handler = ({ args }) => args[0] ?? { taints: [] };

const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...each(
    readFile,
    'fs.readFileSync fs.readFile fs.createReadStream fs/promises.readFile fs-extra.readFile fs-extra.readFileSync fs-extra.readJson fs-extra.readJsonSync Bun.file Deno.readTextFile Deno.readTextFileSync Deno.readFile Deno.readFileSync',
  ),
  ...each(
    writeFile,
    'fs.writeFileSync fs.writeFile fs.appendFileSync fs.appendFile fs.createWriteStream fs/promises.writeFile fs/promises.appendFile fs-extra.outputFile fs-extra.outputFileSync fs-extra.writeFile fs-extra.writeFileSync fs-extra.appendFile Bun.write Deno.writeTextFile Deno.writeTextFileSync Deno.writeFile Deno.writeFileSync',
  ),
  ...each(
    copyFile,
    'fs.copyFileSync fs.copyFile fs/promises.copyFile fs-extra.copy fs-extra.copySync',
  ),
  ...each(openFile, 'fs.openSync fs.open fs/promises.open'),
  ...each(readOpen, `fs.readSync fs.read ${OPEN}.read ${OPEN}.readFile ${OPEN}.createReadStream`),
  ...each(writeOpen, `fs.writeSync fs.write ${OPEN}.write ${OPEN}.writeFile ${OPEN}.appendFile`),
  ...each(joinPath, 'path.join path.resolve path.posix.join path.win32.join path.normalize'),
  ...each(
    request,
    'fetch axios axios.get axios.post axios.put axios.patch axios.delete axios.request axios.head node-fetch undici.fetch undici.request undici.stream got got.get got.post got.put got.stream superagent.get superagent.post superagent.put needle needle.get needle.post needle.put request request.get request.post request.put ky ky.get ky.post ky.put navigator.sendBeacon @connection @connection.get @connection.post @connection.put @connection.patch @connection.request EventSource wretch http2.connect',
  ),
  ...each(
    connect,
    'http.request https.request http.get https.get net.connect net.createConnection net.Socket tls.connect WebSocket ws ws.WebSocket XMLHttpRequest dgram.createSocket socket.io-client socket.io-client.io @connection.connect @connection.open',
  ),
  ...each(write, '@connection.write @connection.end @connection.send @connection.emit'),
  ...each(client, 'axios.create got.extend ky.create'),
  ...each(
    resolveName,
    'dns.lookup dns.resolve dns.resolve4 dns.resolve6 dns.resolveTxt dns.resolveCname dns/promises.lookup dns/promises.resolve dns.promises.lookup dns.promises.resolve',
  ),
  ...each(
    runCode,
    'eval Function vm.runInThisContext vm.runInNewContext vm.runInContext vm.Script vm.compileFunction vm.SourceTextModule module._compile worker_threads.Worker',
  ),
  ...each(runLater, 'setTimeout setInterval setImmediate'),
  ...each(pipeline, 'stream.pipeline stream/promises.pipeline stream.promises.pipeline'),
  ...each(apply, 'Reflect.apply'),
  ...each(load, 'require import module._load require.resolve process.getBuiltinModule'),
  ...each(
    runCommand,
    'child_process.exec child_process.execSync shelljs.exec execa.execaCommand execa.command execa.commandSync execa.execaCommandSync Bun.$ zx.$',
  ),
  ...each(
    runProgram,
    'child_process.spawn child_process.spawnSync child_process.execFile child_process.execFileSync child_process.fork execa execa.execa execa.sync execa.execaSync cross-spawn cross-spawn.sync Bun.spawn Bun.spawnSync Deno.Command Deno.run',
  ),
  ...each(fed, '@child.stdin.write @child.stdin.end'),
  ...each(
    (call, run) => ({ ...fromSource('host-facts', 'host name', call, run), ref: OWN_NAME }),
    'os.hostname',
  ),
  ...each(source('host-facts', 'user'), 'os.userInfo'),
  ...each(source('host-facts', 'network interfaces'), 'os.networkInterfaces'),
  ...each(
    source('argument', 'arguments'),
    'util.parseArgs inquirer.prompt prompts readline-sync.question prompt',
  ),
  ...each(
    source('clipboard', 'clipboard'),
    'clipboardy.read clipboardy.readSync navigator.clipboard.readText navigator.clipboard.read clipboardy.default.readSync',
  ),
  ...each(
    source('key-store', 'keychain'),
    'keytar.getPassword keytar.findCredentials keytar.findPassword',
  ),
  ...each(() => textValue('~'), 'os.homedir'),
  ...each(() => textValue('/tmp'), 'os.tmpdir'),
  ...each(decode('base64'), 'atob'),
  ...each(encode('base64'), 'btoa'),
  ...each(decode('percent'), 'unescape decodeURIComponent decodeURI'),
  ...each(fromCharCode, 'String.fromCharCode String.fromCodePoint'),
  ...each(unpack, 'Buffer.from Buffer'),
  ...each(
    encode('gzip'),
    'zlib.gzipSync zlib.deflateSync zlib.brotliCompressSync zlib.gzip zlib.deflate zlib.deflateRawSync',
  ),
  ...each(
    decode('gzip'),
    'zlib.gunzipSync zlib.inflateSync zlib.inflateRawSync zlib.brotliDecompressSync zlib.unzipSync',
  ),
  ...each(encode('aes'), 'crypto.createCipheriv crypto.publicEncrypt'),
  ...each(decode('aes'), 'crypto.createDecipheriv crypto.privateDecrypt'),
  ...each(
    pass,
    'JSON.stringify Object.entries Object.values Object.assign Object.fromEntries Object.keys encodeURIComponent escape querystring.stringify URLSearchParams util.inspect util.format String Array.from structuredClone FormData Blob URL Promise.resolve Promise.all',
  ),
  ...each(first, 'util.promisify Object.freeze'),
  ...each(() => refValue('require'), 'module.createRequire createRequire'),
  ...each(reflectGet, 'Reflect.get'),
]);

function each(handler: Handler, refs: string): readonly (readonly [string, Handler])[] {
  return refs.split(' ').map((ref) => [ref, handler]);
}

/** What is known of a call by the name of what is called. */
export function handlerOf(ref: string): Handler | undefined {
  return (
    HANDLERS.get(ref) ??
    (ref.includes('.default') ? HANDLERS.get(ref.replace('.default', '')) : undefined)
  );
}

/** Number of the argument that a call puts what it reads into. */
export function filledBy(ref: string): number | undefined {
  if (ref === 'fs.readSync' || ref === 'fs.read') return 1;
  return ref === `${OPEN}.read` ? 0 : undefined;
}

/** Whether calling it under a name put together at run time hides something. */
export function isPowerful(ref: string): boolean {
  return /^(?:eval|Function|require|child_process(?:\..*)?|vm\..*|process\.(?:binding|dlopen|_linkedBinding))$/.test(
    ref,
  );
}
