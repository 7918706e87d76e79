import { closeSync, openSync } from 'node:fs';
import { fromFdPromise } from 'yauzl';
import { MAILBOX_FORMATS } from '../reader/formats/registry.ts';

/** What a zip is that is no mailbox; null where it may be one, or cannot be listed. */
export type ForeignZip = 'document' | 'log';

/** A zip with more members is left to the reader. */
const membersLooked = 1_000;
/** Office Open XML and OpenDocument name their parts in one of these. */
const documentParts: ReadonlySet<string> = new Set(['[Content_Types].xml', 'mimetype']);
const mailExtensions = new Set(MAILBOX_FORMATS.flatMap(({ extensions = [] }) => extensions));
const logName = /\.(csv|jsonl?)(\.gz)?$/i;

/** By member names only: a zip with any possible mail is left to the reader. */
export async function findForeignZip(path: string): Promise<ForeignZip | null> {
  const names = await listMembers(path);
  if (names.some(mayBeMail)) return null;
  if (names.some((name) => documentParts.has(name))) return 'document';
  const files = names.filter((name) => !name.endsWith('/'));
  return files.length > 0 && files.every((name) => logName.test(name)) ? 'log' : null;
}

function mayBeMail(name: string): boolean {
  const [, extension = ''] = /\.([^.]+)(?:\.gz)?$/i.exec(name) ?? [];
  return mailExtensions.has(extension.toLowerCase());
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
