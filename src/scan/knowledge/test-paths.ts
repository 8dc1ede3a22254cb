/** In the path of a file. */
export const TEST_FOLDER =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|fixtures|testdata|tests?[-_][\w-]{1,40}|[\w-]{1,40}[-_](?:tests?|fixtures))\//i;

/** Whether a path, relative to its item, lies in a folder of tests or of samples for them. */
export function isTestPath(path: string): boolean {
  return TEST_FOLDER.test(path.slice(0, 1000));
}
