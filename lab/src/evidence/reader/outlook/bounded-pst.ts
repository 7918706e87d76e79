import { fstatSync } from 'node:fs';
import { PSTFile, type PSTFolder } from 'pst-extractor';
import { PstIndex } from './pst-index.ts';
import { loadNode } from './pst-object.ts';

/** Maximum reads per lookup: trees have at most 8 levels of pages with 170 entries, each examined twice. */
const LOOKUP_READS = 10_000;

/** What of the library's file is not in its types. */
interface OpenFile {
  close(): void;
  readonly pstFD: number;
  readonly _pstFileType: number;
  processNameToIDMap(): void;
  findBtreeItem(index: unknown, isNode: boolean): Buffer;
  getOffsetIndexNode(identifier: unknown): unknown;
  readSync(buffer: Buffer, length: number, position: number): number;
}

const LibraryFile = PSTFile as unknown as new (path: string) => OpenFile;

/** The library follows a page that leads back to itself for ever; here the look-up ends, and all others go on. */
export class BoundedFile extends LibraryFile {
  // Declared only: the library looks things up before a field of this class would be made.
  declare left: number | undefined;
  declare index: PstIndex | undefined;

  override findBtreeItem(index: unknown, isNode: boolean): Buffer {
    this.left = LOOKUP_READS;
    try {
      return super.findBtreeItem(index, isNode);
    } catch (cause) {
      this.left = undefined;
      const entry = this.openIndex().find(Number(String(index)), isNode);
      if (entry === undefined) throw cause;
      return entry;
    } finally {
      this.left = undefined;
    }
  }

  /** @throws what the library throws */
  load(node: number): unknown {
    return loadNode(this as unknown as PSTFile, node);
  }

  openIndex(): PstIndex {
    const read = (buffer: Buffer, position: number): void => {
      super.readSync(buffer, buffer.length, position);
    };
    this.index ??= new PstIndex(read, fstatSync(this.pstFD).size, this._pstFileType);
    return this.index;
  }

  /** Names of properties that no mail needs: without them everything else can be read. */
  override processNameToIDMap(): void {
    try {
      super.processNameToIDMap();
    } catch {}
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

/** Subfolders of a folder, and the number that cannot be opened: the library returns none if one fails. */
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
