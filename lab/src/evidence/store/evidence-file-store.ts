import type { Store } from '../../adapters/store/store.ts';
import { UNREAD_DIGEST } from '../unread-digest.ts';

/** The place of the mailbox file with this path on disk; null when unknown. */
export async function findRawPath(store: Store, path: string): Promise<string | null> {
  const file = await store.db
    .selectFrom('evidence_file')
    .select('raw')
    .where('purpose', '=', 'mailbox')
    .where('path', '=', path)
    .executeTakeFirst();
  return file?.raw ?? null;
}

/** Every file of evidence that the newest run read or could not open. */
export async function listFilesNow(store: Store) {
  const rows = await store.db
    .selectFrom('evidence_file')
    .leftJoin('evidence_shard', 'evidence_shard.id', 'evidence_file.shard_id')
    .select(['evidence_file.path', 'evidence_file.purpose', 'evidence_file.custodian', 'evidence_file.format'])
    .select(['evidence_file.size', 'evidence_file.sha256', 'evidence_shard.current'])
    .orderBy('purpose')
    .orderBy('path')
    .orderBy('sha256')
    .execute();
  return rows.filter(({ current }) => current !== 0);
}

/** Logs, folder lists and the directory. */
export async function listInputFiles(store: Store) {
  return store.db
    .selectFrom('evidence_file')
    .select(['path', 'purpose', 'size', 'sha256', 'rows'])
    .where('purpose', '!=', 'mailbox')
    .execute();
}

export async function sumFileBytes(store: Store): Promise<number> {
  const { bytes } = await store.db
    .selectFrom('evidence_file')
    .leftJoin('evidence_shard', 'evidence_shard.id', 'evidence_file.shard_id')
    .select((select) => select.fn.sum<number | null>('size').as('bytes'))
    .where((where) => where.or([where('shard_id', 'is', null), where('current', '=', 1)]))
    .executeTakeFirstOrThrow();
  return Number(bytes ?? 0);
}

/** Values of one query. */
const pathsAtOnce = 500;

export interface EvidencePlace {
  readonly raw: string;
  readonly format: string;
}

export async function findPlaces(
  store: Store,
  files: ReadonlySet<string>,
): Promise<ReadonlyMap<string, EvidencePlace>> {
  const places = new Map<string, EvidencePlace>();
  const paths = [...files];
  for (let at = 0; at < paths.length; at += pathsAtOnce) {
    const rows = await store.db
      .selectFrom('evidence_file')
      .select(['path', 'raw', 'format'])
      .where('purpose', '=', 'mailbox')
      // One that could not be opened at first and was read later is recorded both times.
      .where('sha256', '!=', UNREAD_DIGEST)
      .where('path', 'in', paths.slice(at, at + pathsAtOnce))
      .execute();
    for (const { path, raw, format } of rows) if (raw !== null) places.set(path, { raw, format });
  }
  return places;
}

/** A file read completely beside the evidence: a folder list or the directory. */
export interface InputFile {
  readonly path: string;
  readonly purpose: 'folders' | 'directory';
  readonly custodian: string | null;
  readonly size: number;
  /** It is null if the file could not be opened. */
  readonly sha256: string | null;
}

/** Puts them into the custody record in place of those of the run before. */
export async function replaceInputFiles(store: Store, files: readonly InputFile[]): Promise<void> {
  await store.transaction(async () => {
    await store.db.deleteFrom('evidence_file').where('purpose', 'in', ['folders', 'directory']).execute();
    store.insertRows(
      'evidence_file',
      ['custodian', 'purpose', 'path', 'format', 'size', 'sha256', 'modified'],
      files.map(({ custodian, purpose, path, size, sha256 }) => {
        const format = sha256 === null ? 'unreadable' : 'csv';
        return [custodian, purpose, path, format, size, sha256 ?? UNREAD_DIGEST, ''];
      }),
    );
  });
}
