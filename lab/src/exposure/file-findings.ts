import type { FileFinding } from '@candor/core/exposure';
import type { Store } from '../adapters/store.ts';

/** SHA-256 by access file. */
export type SourceDigests = ReadonlyMap<string, string>;

/** What reading showed about each access file: cut exports, and rows that could have been an access and cannot be read. */
export async function readFileFindings(store: Store): Promise<FileFinding[]> {
  const files = await store.db
    .selectFrom('evidence_file')
    .select(['path', 'truncated'])
    .where('purpose', '=', 'access')
    .execute();
  const unreadable = await store.db
    .selectFrom('evidence_access_unreadable')
    .select('file')
    .distinct()
    .where((where) => where.or([where('operation', 'is', null), where('operation', '=', 'MailItemsAccessed')]))
    .execute();
  const blind = new Set(unreadable.map(({ file }) => file));
  return files.map(({ path, truncated }) => ({
    file: path,
    isTruncated: truncated !== null,
    hasUnreadableAccess: blind.has(path),
  }));
}

export async function readSourceDigests(store: Store): Promise<SourceDigests> {
  const files = await store.db
    .selectFrom('evidence_file')
    .select(['path', 'sha256'])
    .where('purpose', '=', 'access')
    .execute();
  return new Map(files.map(({ path, sha256 }) => [path, sha256]));
}
