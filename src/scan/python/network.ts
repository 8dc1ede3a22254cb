import type { Source } from '../flow/flow.ts';
import { taintsIn } from '../interpreter/contents.ts';
import type { Call, Handler, Run } from '../interpreter/run.ts';
import { mergeTaints, passOn, type Taint, type Value } from '../interpreter/value.ts';
import { argument, MAX_DETAIL, namedBy, sentBy } from './calls.ts';
import { each } from './files.ts';

/** Arguments by which a client shows who it is; a key that is sent so is used as keys are. */
const LOGIN: ReadonlySet<string> = new Set(['headers', 'auth', 'cookies']);
const ADDRESS = '@address';

function loginOf({ named }: Call, positional?: Value): readonly Taint[] {
  const given = [...(named ?? [])].filter(([name]) => LOGIN.has(name)).map(([, value]) => value);
  if (positional) given.push(positional);
  return passOn(mergeTaints(...given.map((value) => taintsIn(value))), undefined, 'login');
}

function answer(address: Value | undefined, { node, ref }: Call, run: Run): Value {
  const origin: Source = { kind: 'remote', detail: (address?.text ?? '*').slice(0, MAX_DETAIL) };
  return {
    text: '*',
    taints: [{ origin, steps: [run.step(node, ref.replace(/^@/, ''))], transforms: [] }],
  };
}

function send(address: Value | undefined, taints: readonly Taint[], call: Call, run: Run): Value {
  const detail = (address?.text ?? '*').slice(0, MAX_DETAIL);
  run.flow(
    taints,
    { kind: 'network', call: call.ref.replace(/^@/, ''), detail },
    call.node,
    address,
  );
  return answer(address, call, run);
}

/** `requests.post(url, …)`. */
const request: Handler = (call, run) => {
  const address = argument(call, 0, 'url');
  return send(address, [...sentBy(call, LOGIN), ...loginOf(call)], call, run);
};

/** `requests.request(method, url, …)`. */
const requestBy: Handler = (call, run) => {
  const address = argument(call, 1, 'url');
  return send(address, [...sentBy(call, LOGIN), ...loginOf(call)], call, run);
};

/** Of a client that has an address of its own, a path is appended to it. */
const ofClient =
  (handler: Handler): Handler =>
  (call, run) => {
    const { text = '' } = call.receiver;
    const at = handler === requestBy ? 1 : 0;
    const path = argument(call, at, 'url');
    if (text === '' || text === '*' || path?.text?.includes('://')) return handler(call, run);
    const whole: Value = {
      ...path,
      text: `${text}${path?.text ?? ''}`,
      taints: path?.taints ?? [],
    };
    const named = call.named && new Map([...call.named].filter(([name]) => name !== 'url'));
    return handler({ ...call, named, args: call.args.toSpliced(at, 1, whole) }, run);
  };

const session: Handler = (call) => namedBy('@session', argument(call, -1, 'base_url') ?? EMPTY);
const EMPTY: Value = { text: '', taints: [] };

/** `Request(url, data, headers)`: sent when it is opened. */
const prepared: Handler = (call) => {
  const url = argument(call, 0, 'url');
  const [, data, headers] = call.args;
  const named = call.named && new Map([...call.named].filter(([name]) => !LOGIN.has(name)));
  const given = sentBy({ ...call, args: [url, data].filter((it) => it !== undefined), named });
  return { ...namedBy('@request', url), taints: mergeTaints(given, loginOf(call, headers)) };
};

/** Host and port as a pair, or the host alone. */
function hostIn(value: Value | undefined): Value | undefined {
  return value?.props?.get('0') ?? value;
}

const plug: Handler = () => ({ ref: '@socket', props: new Map(), taints: [] });

const plugged: Handler = (call) => {
  const host = hostIn(argument(call, 0, 'address', 'host'));
  return { ref: '@socket', props: new Map([[ADDRESS, namedBy('@host', host)]]), taints: [] };
};

const connect: Handler = (call) => {
  const host = hostIn(argument(call, 0, 'hostname', 'address', 'host'));
  call.receiver.props?.set(ADDRESS, namedBy('@host', host));
  return { taints: [] };
};

const emit: Handler = (call, run) => {
  const [data, other] = call.args;
  const known = call.receiver.props?.get(ADDRESS);
  // `sendto(data, address)`.
  const address = known ?? hostIn(other?.props ? other : undefined);
  return send(address, data ? taintsIn(data) : [], call, run);
};

const receive: Handler = (call, run) =>
  answer(call.receiver.props?.get(ADDRESS) ?? call.receiver, call, run);

/** Something that is connected to a host by its making: mail, file transfer, plain HTTP. */
const client: Handler = (call) => {
  const host = hostIn(argument(call, 0, 'host'));
  return { ...namedBy('@client', host), props: new Map([[ADDRESS, namedBy('@host', host)]]) };
};

const deliver: Handler = (call, run) =>
  send(call.receiver.props?.get(ADDRESS), [...sentBy(call, LOGIN), ...loginOf(call)], call, run);

const lookUp: Handler = ({ args: [name], node, ref }, run) => {
  const detail = name?.text ?? '*';
  run.flow(name ? taintsIn(name) : [], { kind: 'dns', call: ref, detail }, node, name);
  return { text: '*', taints: [] };
};

/** `urlretrieve(url, path)`. */
const retrieve: Handler = (call, run) => {
  const value = request(call, run);
  return { props: new Map([['0', { ...value, text: call.args[1]?.text ?? '*' }]]), taints: [] };
};

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'stream'];
const LIBRARIES = ['requests', 'httpx', 'curl_cffi.requests', 'cloudscraper', 'requests_html'];

export const NETWORK: readonly (readonly [string, Handler])[] = [
  ...LIBRARIES.flatMap((library) =>
    each(request, VERBS.map((verb) => `${library}.${verb}`).join(' ')),
  ),
  ...each(requestBy, 'requests.request httpx.request aiohttp.request urllib3.request'),
  ...each(
    request,
    'urllib.request.urlopen urllib2.urlopen urllib.urlopen wget.download webbrowser.open webbrowser.open_new @opener.open',
  ),
  ...each(retrieve, 'urllib.request.urlretrieve urllib.urlretrieve'),
  ...each(prepared, 'urllib.request.Request urllib2.Request requests.Request httpx.Request'),
  ...each(() => ({ ref: '@opener', text: '', taints: [] }), 'urllib.request.build_opener'),
  ...each(
    session,
    'requests.Session requests.session httpx.Client httpx.AsyncClient aiohttp.ClientSession urllib3.PoolManager cloudscraper.create_scraper requests_html.HTMLSession requests.sessions.Session curl_cffi.requests.Session',
  ),
  ...each(ofClient(request), VERBS.map((verb) => `@session.${verb}`).join(' ')),
  ...each(ofClient(requestBy), '@session.request'),
  ...each((call, run) => send(call.args[0], sentBy(call), call, run), '@session.send'),
  ...each(plug, 'socket.socket paramiko.SSHClient'),
  ...each(
    plugged,
    'socket.create_connection websocket.create_connection websockets.connect asyncio.open_connection telnetlib.Telnet websockets.sync.client.connect',
  ),
  ...each(connect, '@socket.connect @socket.connect_ex @client.connect'),
  ...each(
    emit,
    '@socket.send @socket.sendall @socket.sendto @socket.write @socket.sendfile @socket.put',
  ),
  ...each(
    receive,
    '@socket.recv @socket.read @socket.makefile @socket.recvfrom @client.getresponse @client.retrbinary',
  ),
  ...each(
    client,
    'smtplib.SMTP smtplib.SMTP_SSL ftplib.FTP ftplib.FTP_TLS http.client.HTTPConnection http.client.HTTPSConnection httplib.HTTPConnection httplib.HTTPSConnection xmlrpc.client.ServerProxy',
  ),
  ...each(
    deliver,
    '@client.sendmail @client.send_message @client.storbinary @client.storlines @client.request @client.send @client.putrequest',
  ),
  ...each(
    lookUp,
    'socket.gethostbyname socket.getaddrinfo socket.gethostbyname_ex dns.resolver.resolve dns.resolver.query',
  ),
];
