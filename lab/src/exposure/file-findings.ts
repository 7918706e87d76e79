import type { FileFinding } from '@candor/core/exposure';
import type { Store } from '../adapters/store.ts';

/** An access file as exports name it. */
export interface AccessFileName {
  /** As in incident.yaml. */
  readonly file: string;
  readonly sha256: string;
}

/** Access files by `evidence_file.id`. */
export type AccessFiles = ReadonlyMap<number, AccessFileName>;

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

export async function readAccessFiles(store: Store): Promise<AccessFiles> {
  const files = await store.db
    .selectFrom('evidence_file')
    .select(['id', 'path', 'sha256'])
    .where('purpose', '=', 'access')
    .execute();
  return new Map(files.map(({ id, path, sha256 }) => [id, { file: path, sha256 }]));
}
