/** A socket that waits for connections. */
export interface Listener {
  /** `127.0.0.1`, `0.0.0.0`, `::1`, `::` … */
  readonly address: string;
  readonly port: number;
  /** Who opened it; undefined where the system does not tell. */
  readonly uid?: number;
  /** Name of the program, without its arguments. */
  readonly process?: string;
}

/** A listener and the number by which the kernel knows it. */
export interface KernelListener extends Listener {
  readonly inode: string;
}

const LISTENING = '0A';
const LINE =
  /^\s*\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) [0-9A-F:]+ ([0-9A-F]{2}) \S+ \S+ \S+\s+(\d+)\s+\d+ (\d+)/;

/** The listening sockets of `/proc/net/tcp` or `/proc/net/tcp6`. */
export function parseProcNet(text: string): readonly KernelListener[] {
  const found: KernelListener[] = [];
  for (const line of text.split('\n')) {
    const match = LINE.exec(line);
    if (match?.[3] !== LISTENING) continue;
    const [, address = '', port = '', , uid = '', inode = ''] = match;
    found.push({
      address: address.length === 8 ? ipv4(address) : ipv6(address),
      port: Number.parseInt(port, 16),
      uid: Number(uid),
      inode,
    });
  }
  return found;
}

/** The kernel writes each 32-bit word in the order of this machine, which is little-endian. */
function bytesOf(hex: string): readonly number[] {
  const bytes: number[] = [];
  for (let word = 0; word < hex.length; word += 8)
    for (let byte = 6; byte >= 0; byte -= 2)
      bytes.push(Number.parseInt(hex.slice(word + byte, word + byte + 2), 16));
  return bytes;
}

const ipv4 = (hex: string): string => bytesOf(hex).join('.');

function ipv6(hex: string): string {
  const bytes = bytesOf(hex);
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255;
  if (mapped) return bytes.slice(12).join('.');
  const groups = Array.from({ length: 8 }, (_, i) =>
    (((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)).toString(16),
  );
  // As URLs write it: the longest run of zeros left out.
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}

/** Listeners as `lsof -nP -iTCP -sTCP:LISTEN -FucnL` prints them, one field a line. */
export function parseLsof(text: string): readonly Listener[] {
  const found: Listener[] = [];
  let uid: number | undefined;
  let process: string | undefined;
  for (const line of text.split('\n')) {
    const value = line.slice(1);
    if (line.startsWith('p')) [uid, process] = [undefined, undefined];
    if (line.startsWith('u')) uid = Number(value);
    if (line.startsWith('c')) process = value;
    if (!line.startsWith('n')) continue;
    const match = /^(\*|\[[0-9a-fA-F:.]+\]|[\d.]+):(\d{1,5})$/.exec(value);
    if (!match) continue;
    const [, address = '', port = ''] = match;
    found.push({
      address: address === '*' ? '0.0.0.0' : address.replace(/^\[|\]$/g, ''),
      port: Number(port),
      ...(uid === undefined || Number.isNaN(uid) ? {} : { uid }),
      ...(process === undefined ? {} : { process }),
    });
  }
  return found;
}
