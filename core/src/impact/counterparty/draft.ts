import type { Copy } from '@candor/core/evidence/message';
import type { ListedFolder } from '@candor/core/incident';

/** Maximum cached folders per mailbox; more than any real mailbox has. */
const MAX_KNOWN_FOLDERS = 10_000;

/**
 * Drafts were sent to nobody (docs/formats/parties-csv.md, Addresses): their addresses count for no party and are in no
 * list, while their copies keep their verdicts. Beside what the evidence itself marks (`Copy.draft`), a copy is a draft
 * when it lies in a folder, or carries a label, that the mailbox's folder list gives the FolderType `Drafts`. Paths are
 * equal as docs/formats/rules.md, Folders, says, which `toFolderKey` decides.
 */
export function createDraftTest(
  folderLists: ReadonlyMap<string, readonly ListedFolder[]>,
  toFolderKey: (path: string) => string,
): (copy: Pick<Copy, 'custodian' | 'draft' | 'folder' | 'labels'>) => boolean {
  const tests = new Map<string, (folder: string) => boolean>();
  for (const [custodian, folders] of folderLists) {
    const drafts = folders.filter(({ type }) => type.trim().toLowerCase() === 'drafts');
    const keys = new Set(drafts.map(({ path }) => toFolderKey(path)));
    if (keys.size > 0)
      tests.set(
        custodian,
        remember((folder) => keys.has(toFolderKey(folder))),
      );
  }
  return (copy) => {
    if (copy.draft) return true;
    const isDraftFolder = tests.get(copy.custodian);
    if (isDraftFolder === undefined) return false;
    if (copy.folder !== null && isDraftFolder(copy.folder)) return true;
    return copy.labels?.some(isDraftFolder) ?? false;
  };
}

/** A mailbox has millions of copies and a few dozen folders. */
function remember(test: (folder: string) => boolean): (folder: string) => boolean {
  const known = new Map<string, boolean>();
  return (folder) => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const found = test(folder);
    if (known.size < MAX_KNOWN_FOLDERS) known.set(folder, found);
    return found;
  };
}
