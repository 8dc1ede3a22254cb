/** A tar of files, by their names. */
export function tarOf(files: { readonly [name: string]: string | Uint8Array }): Uint8Array {
  const blocks = Object.entries(files).map(([name, content]) => fileOf(name, Buffer.from(content)));
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function fileOf(name: string, content: Uint8Array): Uint8Array {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write('0000644\0', 100);
  head.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write('0', 156);
  head.write('        ', 148);
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.set(content);
  return Buffer.concat([head, body]);
}
