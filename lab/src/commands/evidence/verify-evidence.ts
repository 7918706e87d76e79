import { resolve } from 'node:path';
import { compareUtf8 } from '@candor/core/base';
import { digestFile } from '../../adapters/files.ts';
import type { StateFolder } from '../../adapters/state-folder.ts';
import { toRawBytes } from '../../evidence/file-name.ts';
import { toDigest } from '../../evidence/unread-digest.ts';
import { findIncidentFolder } from '../incident-place.ts';
import { withLastVersion } from '../open-version.ts';
import type { Progress } from '../progress.ts';

/** A file that is not as it was read, or was never read. */
export interface ChangedEvidence {
  readonly path: string;
  readonly state: 'changed' | 'missing' | 'unreadable' | 'never-read';
  /** `sha256` is null when it was never read: there is nothing to compare. */
  readonly expected: { readonly size: number; readonly sha256: string | null };
  /** Null when it cannot be read, or has nothing to be compared with. */
  readonly found: { readonly size: number; readonly sha256: string } | null;
}

export interface EvidenceVerification {
  readonly files: number;
  readonly bytes: number;
  readonly changed: readonly ChangedEvidence[];
}

/** Digests every file of evidence again and names what is not as it was when the newest version was judged. */
export function verifyEvidence(statePath: string, progress: Progress): Promise<EvidenceVerification> {
  return withLastVersion(statePath, async (state) => {
    const folder = await findIncidentFolder(state);
    const files = await readFiles(state);
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    const step = progress.begin('verify', 'bytes', bytes);
    const changed: ChangedEvidence[] = [];
    for (const file of files) {
      const expected = { size: file.size, sha256: file.sha256 };
      if (file.sha256 === null) {
        changed.push({ path: file.path, state: 'never-read', expected, found: null });
        step.advance(file.size);
        continue;
      }
      const path = file.raw === null ? resolve(folder, file.path) : toRawBytes(file.raw);
      try {
        const found = await digestFile(path);
        if (found.sha256 !== file.sha256) changed.push({ path: file.path, state: 'changed', expected, found });
      } catch (cause) {
        const gone = ['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '');
        changed.push({ path: file.path, state: gone ? 'missing' : 'unreadable', expected, found: null });
      }
      step.advance(file.size);
    }
    step.end();
    return { files: files.length, bytes, changed };
  });
}

interface KnownFile {
  readonly path: string;
  readonly raw: string | null;
  readonly size: number;
  readonly sha256: string | null;
}

async function readFiles(state: StateFolder): Promise<KnownFile[]> {
  const rows = await state.store.db
    .selectFrom('evidence_file')
    .leftJoin('evidence_shard', 'evidence_shard.id', 'evidence_file.shard_id')
    .select([
      'evidence_file.path',
      'evidence_file.raw',
      'evidence_file.size',
      'evidence_file.sha256',
      'evidence_shard.current',
    ])
    .execute();
  return rows
    .filter((row) => row.current !== 0)
    .map((row) => ({ ...row, sha256: toDigest(row.sha256) }))
    .sort((a, b) => compareUtf8(a.path, b.path));
}
