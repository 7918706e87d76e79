import { PSTFile, type PSTFolder } from 'pst-extractor';

/** Reads of the file in one look-up: its trees have at most 8 levels of pages with 170 entries, and each entry is looked at twice. */
const LOOKUP_READS = 10_000;

/** What of the library's file is not in its types. */
interface OpenFile {
  findBtreeItem(index: unknown, isNode: boolean): Buffer;
  getOffsetIndexNode(identifier: unknown): unknown;
  readSync(buffer: Buffer, length: number, position: number): number;
}

const LibraryFile = PSTFile as unknown as new (path: string) => OpenFile;

/** The library follows a page that leads back to itself for ever; here the look-up ends, and all others go on. */
export class BoundedFile extends LibraryFile {
  // Declared only: the library looks things up before a field of this class would be made.
  declare left: number | undefined;

  override findBtreeItem(index: unknown, isNode: boolean): Buffer {
    this.left = LOOKUP_READS;
    try {
      return super.findBtreeItem(index, isNode);
    } finally {
      this.left = undefined;
    }
  }

  override readSync(buffer: Buffer, length: number, position: number): number {
    if (this.left !== undefined) {
      this.left -= 1;
      if (this.left < 0) throw new Error('a tree of the file leads back to itself');
    }
    return super.readSync(buffer, length, position);
  }
}

interface FolderTable {
  getItems(): readonly unknown[];
}

/** Folders below one, and how many of those in its list cannot be opened. The library gives none of them where one cannot. */
export function listFolders(folder: PSTFolder): { readonly folders: readonly PSTFolder[]; readonly lost: number } {
  const list = folder as unknown as { initSubfoldersTable(): void; subfoldersTable: FolderTable | null };
  list.initSubfoldersTable();
  const folders: PSTFolder[] = [];
  let lost = 0;
  for (const row of list.subfoldersTable?.getItems() ?? []) {
    list.subfoldersTable = { getItems: () => [row] };
    try {
      folders.push(...folder.getSubFolders());
    } catch {
      lost += 1;
    }
  }
  return { folders, lost };
}
