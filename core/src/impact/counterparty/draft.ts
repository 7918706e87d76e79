import type { Copy, ListedFolder } from '@candor/core/evidence';

/**
 * Drafts were sent to nobody (impact.md section 1): their addresses count for no party and are in no list, while their copies keep their
 * verdicts. Beside what the evidence itself marks (`Copy.draft`), a copy is a draft when it lies in a folder, or carries a label, that the
 * mailbox's folder list gives the FolderType `Drafts`. Paths are equal as exposure.md section 5 says, which `toFolderKey` decides.
 */
export function createDraftTest(
  folderLists: ReadonlyMap<string, readonly ListedFolder[]>,
  toFolderKey: (path: string) => string,
): (copy: Pick<Copy, 'custodian' | 'draft' | 'folder' | 'labels'>) => boolean {
  const drafts = new Map<string, ReadonlySet<string>>();
  for (const [custodian, folders] of folderLists) {
    const keys = folders
      .filter(({ type }) => type.trim().toLowerCase() === 'drafts')
      .map(({ path }) => toFolderKey(path));
    if (keys.length > 0) drafts.set(custodian, new Set(keys));
  }
  return (copy) => {
    if (copy.draft) return true;
    const keys = drafts.get(copy.custodian);
    if (keys === undefined) return false;
    if (copy.folder !== null && keys.has(toFolderKey(copy.folder))) return true;
    return copy.labels?.some((label) => keys.has(toFolderKey(label))) ?? false;
  };
}
