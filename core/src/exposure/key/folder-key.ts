/** Container roots without meaning for the folder (docs/formats/rules.md, Folders). A translated root stays. */
const CONTAINER_ROOTS: ReadonlySet<string> = new Set([
  'personal folders',
  'top of personal folders',
  'outlook data file',
  'top of outlook data file',
  'top of information store',
  'ipm_subtree',
  'root - mailbox',
]);

/** A path in lower case with `/`, without empty levels and leading container roots. */
export function toFolderKey(path: string): string {
  const levels = path
    .toLowerCase()
    .replaceAll('\\', '/')
    .split('/')
    .filter((level) => level !== '');
  let from = 0;
  while (from < levels.length && CONTAINER_ROOTS.has(levels[from] ?? '')) from += 1;
  return levels.slice(from).join('/');
}
