import { createHash } from 'node:crypto';
import { compareUtf8, toCanonicalJson } from '@candor/core/base';
import type { Incident } from '@candor/core/incident';
import type { NamedDigest } from '@candor/core/notice/selection';
import { readIncidentBytes } from '../../adapters/files/files.ts';
import { REFERENCE_FILES, readReferenceFile } from '../../adapters/files/reference-files.ts';
import { readFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import { listFilesNow } from '../../evidence/store/evidence-file-store.ts';

let references: readonly NamedDigest[] | null = null;

/** Digested once: they belong to the program. */
export function digestReferences(): readonly NamedDigest[] {
  references ??= REFERENCE_FILES.map((file) => ({
    file: `reference/${file}`,
    sha256: digest(readReferenceFile(file)),
  }));
  return references;
}

/** The incident file as it is now. */
export async function digestIncidentFile(store: Store): Promise<string> {
  const path = await readFact(store, 'incident-file');
  if (path === null) throw new Error('a state with a version knows its incident file');
  return digest(readIncidentBytes(path));
}

/**
 * Every file or folder that the incident file names, as the newest run read it. A folder has the digest of its files'
 * paths and digests; what was not read has an empty one.
 */
export async function digestNamedFiles(store: Store, incident: Incident): Promise<readonly NamedDigest[]> {
  const rows = await listFilesNow(store);
  const { mailboxes, access, arrivals, directory } = incident;
  const named = [
    ...mailboxes.flatMap(({ evidence, folders }) => [evidence, folders]),
    ...access.map(({ file }) => file),
    ...arrivals.map(({ file }) => file),
    directory,
  ].filter((path) => path !== null);
  const sorted = rows.map(({ path, sha256 }) => [path, sha256] as const).sort(([a], [b]) => compareUtf8(a, b));
  return [...new Set(named)].sort(compareUtf8).map((file) => {
    const below = sorted.filter(([path]) => path === file || path.startsWith(`${file}/`));
    const [only] = below;
    if (only === undefined) return { file, sha256: '' };
    return { file, sha256: only[0] === file ? only[1] : digest(toCanonicalJson(below.map((one) => [...one]))) };
  });
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
