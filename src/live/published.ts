/** A port of a container that can be reached from outside of it. */
export interface PublishedPort {
  readonly container: string;
  /** The address of this host that it is published on. */
  readonly host: string;
  readonly port: number;
  /** The port inside of the container. */
  readonly inner: number;
}

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,254}$/;
const MAX_PUBLISHED = 512;
const MAPPING = /^(.{0,60}):(\d{1,5})(?:-(\d{1,5}))?->(\d{1,5})(?:-\d{1,5})?\/tcp$/;

/** Lines of `docker ps --format '{{.Names}}\t{{.Ports}}'`; ranges are taken apart. */
export function parsePublished(text: string): readonly PublishedPort[] {
  const found: PublishedPort[] = [];
  for (const line of text.split('\n')) {
    const [container = '', ports = ''] = line.split('\t');
    if (!NAME.test(container)) continue;
    for (const entry of ports.split(', ')) {
      const match = MAPPING.exec(entry.trim());
      if (!match) continue;
      const [, host = '', first = '', last = first, inner = ''] = match;
      for (let i = 0; Number(first) + i <= Number(last); i += 1) {
        if (found.length >= MAX_PUBLISHED) return found;
        const address = host.replace(/^\[|\]$/g, '') || '0.0.0.0';
        found.push({ container, host: address, port: Number(first) + i, inner: Number(inner) + i });
      }
    }
  }
  return found;
}
