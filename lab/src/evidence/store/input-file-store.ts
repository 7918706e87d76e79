import type { Store } from '../../adapters/store.ts';
import { UNREAD_DIGEST } from '../unread-digest.ts';

/** A file that is read whole beside the evidence: a folder list or the directory. */
export interface InputFile {
  /** As in incident.yaml. */
  readonly path: string;
  readonly purpose: 'folders' | 'directory';
  readonly custodian: string | null;
  readonly size: number;
  /** Null when it could not be opened. */
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
