/** A program that leads strangers to this host. Its arguments, which may hold secrets, are not kept. */
export interface Tunnel {
  /** `cloudflared`, `ngrok`, `ssh` … */
  readonly program: string;
  /** Who runs it; undefined where the system does not tell. */
  readonly uid?: number;
  /** The port of the gateway that it leads to; undefined when neither arguments nor files tell. */
  readonly port?: number;
  /** The file that says where it leads, where it is not the arguments. */
  readonly file?: string;
}

/** The programs and where each keeps its routes, below the home directory or absolute. */
const PROGRAMS: { readonly [name: string]: readonly string[] } = {
  cloudflared: ['.cloudflared/config.yml', '/etc/cloudflared/config.yml'],
  ngrok: ['.config/ngrok/ngrok.yml', 'Library/Application Support/ngrok/ngrok.yml'],
  frpc: ['/etc/frp/frpc.toml', '/etc/frp/frpc.ini'],
  bore: [],
  chisel: [],
  devtunnel: [],
  localxpose: [],
  loclx: [],
  lt: [],
  localtunnel: [],
  pagekite: ['.pagekite.rc'],
  playit: [],
  rathole: [],
  tunnelto: [],
  zrok: [],
};

/** What runs scripts: the program is then the script. */
const INTERPRETERS = /^(?:node|nodejs|bun|deno|python[\d.]*)$/;
const CONFIG_FLAG = /^-{1,2}(?:c|config)(?:=(.+))?$/;

/** A tunnel program by its command line, and what it was told. */
export interface TunnelCommand {
  readonly program: string;
  /** One of `ports` that its arguments name. */
  readonly port?: number;
  /** Files that may say where it leads. */
  readonly files: readonly string[];
}

/** Reads the arguments of a process; undefined when it is no tunnel, as far as its name tells. */
export function readCommand(
  argv: readonly string[],
  ports: readonly number[],
): TunnelCommand | undefined {
  const [first = '', second = ''] = argv;
  const interpreted = INTERPRETERS.test(baseName(first));
  const program = baseName(interpreted ? second : first);
  const args = argv.slice(interpreted ? 2 : 1);
  if (program === 'ssh' || program === 'autossh') return readSsh(program, args, ports);
  const files = Object.hasOwn(PROGRAMS, program) ? PROGRAMS[program] : undefined;
  if (files === undefined) return undefined;
  const port = ports.find((wanted) => args.some((arg) => leadsTo(arg, wanted)));
  const named = args.flatMap((arg, i) => {
    const match = CONFIG_FLAG.exec(arg);
    return match ? (match[1] ?? args[i + 1] ?? []) : [];
  });
  return { program, files: [...named, ...files], ...(port === undefined ? {} : { port }) };
}

/** `-R 80:localhost:18789`: what comes in at the other end is sent here. */
function readSsh(
  program: string,
  args: readonly string[],
  ports: readonly number[],
): TunnelCommand | undefined {
  const forwards = args.flatMap((arg, i) => {
    if (arg === '-R') return args[i + 1] ?? [];
    return (
      /^-[a-zA-Z]{0,20}R(.+)$/.exec(arg)?.[1] ??
      (/^-\w{1,20}R$/.test(arg) ? (args[i + 1] ?? []) : [])
    );
  });
  const port = ports.find((wanted) => forwards.some((spec) => spec.endsWith(`:${wanted}`)));
  return port === undefined ? undefined : { program, files: [], port };
}

/** Whether a setting of a tunnel's own file names the port: `service: http://localhost:18789`, `localPort = 18789`. */
export function mentionsPort(text: string, ports: readonly number[]): number | undefined {
  const lines = text.split('\n').filter((line) => !/^\s*[#;]/.test(line));
  return ports.find((port) => lines.some((line) => leadsTo(line, port)));
}

function leadsTo(text: string, port: number): boolean {
  for (let at = text.indexOf(String(port)); at >= 0; at = text.indexOf(String(port), at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + String(port).length] ?? ' ';
    if (/[\s:=@"'/]/.test(before) && /[\s/"',}\]?]/.test(after)) return true;
  }
  return false;
}

const baseName = (path: string): string =>
  (path.split(/[\\/]/).pop() ?? '').toLowerCase().replace(/\.exe$/, '');
