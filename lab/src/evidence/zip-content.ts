import { closeSync, openSync } from 'node:fs';
import { fromFdPromise } from 'yauzl';

/** What a zip is that is no mailbox; null where it may be one, or cannot be listed. */
export type ForeignZip = 'document' | 'log';

/** A zip with more members is left to the reader. */
const membersLooked = 1_000;
/** Office Open XML and OpenDocument name their parts in one of these. */
const documentParts: ReadonlySet<string> = new Set(['[Content_Types].xml', 'mimetype']);
const mailName = /\.(eml|emlx|msg|mbox|pst|ost)(\.gz)?$/i;
const logName = /\.(csv|jsonl?)(\.gz)?$/i;

/** Told by the names of its members alone: a zip with any member that may be mail is left to the reader. */
export async function findForeignZip(path: string): Promise<ForeignZip | null> {
  const names = await listMembers(path);
  if (names.some((name) => mailName.test(name))) return null;
  if (names.some((name) => documentParts.has(name))) return 'document';
  const files = names.filter((name) => !name.endsWith('/'));
  return files.length > 0 && files.every((name) => logName.test(name)) ? 'log' : null;
}

/** Empty where the zip cannot be listed, or is too large to be. */
async function listMembers(path: string): Promise<string[]> {
  const names: string[] = [];
  const fd = openSync(path, 'r');
  try {
    const options = { autoClose: false, decodeStrings: false, lazyEntries: true, validateEntrySizes: false } as const;
    const zip = await fromFdPromise(fd, options);
    for await (const { fileNameRaw } of zip.eachEntry()) {
      names.push(fileNameRaw.toString('utf8'));
      if (names.length > membersLooked) return [];
    }
    return names;
  } catch {
    return [];
  } finally {
    closeSync(fd);
  }
}
