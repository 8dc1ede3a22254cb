/**
 * Paths without the platform's own module, so that this stage stays pure. A path with a drive letter
 * or a leading `\\` is a Windows one.
 */
const isWindows = (path: string) => /^(?:[A-Za-z]:[\\/]|[\\/]{2})/.test(path);
const separatorsOf = (path: string) => (isWindows(path) ? /[\\/]+/ : /\/+/);

/** `/`, `C:\` or `\\server\share\`; empty for a relative path. */
function rootOf(path: string, windows: boolean): string {
  if (!windows) return path.startsWith('/') ? '/' : '';
  const share = /^[\\/]{2}([^\\/]+)[\\/]+([^\\/]+)/.exec(path);
  if (share) return `\\\\${share[1]}\\${share[2]}\\`;
  const drive = /^([A-Za-z]:)[\\/]/.exec(path);
  return drive ? `${drive[1]}\\` : '';
}

function afterRoot(path: string, windows: boolean): string {
  if (!windows) return path;
  return path.replace(/^[\\/]{2}[^\\/]+[\\/]+[^\\/]+|^[A-Za-z]:/, '');
}

function build(root: string, steps: readonly string[], windows: boolean): string {
  const kept: string[] = [];
  for (const step of steps) {
    if (step === '..') kept.pop();
    else if (step !== '' && step !== '.') kept.push(step);
  }
  return root + kept.join(windows ? '\\' : '/');
}

/** The directory that an absolute path stands in. */
export function directoryOf(path: string): string {
  const windows = isWindows(path);
  const steps = afterRoot(path, windows).split(separatorsOf(path));
  return build(rootOf(path, windows), steps.slice(0, -1), windows);
}

/** A path as seen from an absolute directory, without `.` and `..`. */
export function resolveFrom(directory: string, path: string): string {
  const windows = isWindows(directory);
  const separators = separatorsOf(directory);
  const own = rootOf(path, windows);
  const root = rootOf(directory, windows);
  if (own) return build(own, afterRoot(path, windows).split(separators), windows);
  // `\file` and `C:file` start from the drive, not from the directory.
  const fromDrive = windows && /^(?:[A-Za-z]:|[\\/])/.test(path);
  const base = fromDrive ? [] : afterRoot(directory, windows).split(separators);
  return build(
    root,
    [...base, ...path.replace(fromDrive ? /^[A-Za-z]:/ : '', '').split(separators)],
    windows,
  );
}

/** Whether an absolute path is the directory or below it. */
export function isInside(directory: string, path: string): boolean {
  const fold = (text: string) => (isWindows(directory) ? text.toLowerCase() : text);
  const end = isWindows(directory) ? '\\' : '/';
  const base = fold(resolveFrom(directory, '.'));
  const inner = fold(resolveFrom(directory, path));
  return inner === base || inner.startsWith(base.endsWith(end) ? base : base + end);
}
