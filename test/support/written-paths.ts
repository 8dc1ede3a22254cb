/** A path as code may write it: whole, behind a home or a drive, or put together of its parts. */
export function waysToWrite(path: string): readonly string[] {
  const parts = path.split('/').map((part) => `'${part}'`);
  return [
    `'/${path}'`,
    `"~/${path}"`,
    `home + '/${path}'`,
    `\`\${home}/${path}\``,
    `'C:\\\\${path.replaceAll('/', '\\\\')}'`,
    `path.join(home, ${parts.join(', ')})`,
  ];
}
