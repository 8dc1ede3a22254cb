import { isJsonObject } from '../document/json-object.ts';
import type { Journal, JournalFile, JournalList, JournalModes } from './journal.ts';
import type { DiskPlace } from './place.ts';

const isPlace = (value: unknown): value is DiskPlace =>
  isJsonObject(value) &&
  typeof value.root === 'string' &&
  Array.isArray(value.below) &&
  value.below.every((name) => typeof name === 'string' && isName(name));

/** One step down and no other: `..` would lead out. */
const isName = (name: string) => name !== '' && name !== '..' && !/[/\0]/.test(name);

const isMode = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0o7777;

const isFile = (value: unknown): value is JournalFile =>
  isJsonObject(value) &&
  isPlace(value.place) &&
  typeof value.before === 'string' &&
  typeof value.after === 'string';

const isModes = (value: unknown): value is JournalModes =>
  isJsonObject(value) &&
  isPlace(value.directory) &&
  (value.type === 'file' || value.type === 'directory') &&
  isJsonObject(value.modes) &&
  Object.entries(value.modes).every(
    ([name, pair]) =>
      isName(name) && Array.isArray(pair) && pair.length === 2 && pair.every(isMode),
  );

/** A backslash or a colon would lead elsewhere on Windows. */
const isWindowsName = (name: string) => isName(name) && !/[\\:]/.test(name);

const isList = (value: unknown): value is JournalList =>
  isJsonObject(value) &&
  isPlace(value.directory) &&
  value.directory.below.every(isWindowsName) &&
  typeof value.name === 'string' &&
  isWindowsName(value.name) &&
  (value.type === 'file' || value.type === 'directory') &&
  [value.before, value.after].every((text) => typeof text === 'string' && /^D:[ -~]*$/.test(text));

/** Whether a value read from disk is a journal: whoever wrote it, no name in it leads out of its directory. */
export function isJournal(value: unknown): value is Journal {
  return (
    isJsonObject(value) &&
    value.format === 1 &&
    typeof value.id === 'string' &&
    typeof value.tool === 'string' &&
    typeof value.at === 'number' &&
    Array.isArray(value.changes) &&
    Array.isArray(value.files) &&
    value.files.every(isFile) &&
    Array.isArray(value.modes) &&
    value.modes.every(isModes) &&
    (value.lists === undefined || (Array.isArray(value.lists) && value.lists.every(isList)))
  );
}
