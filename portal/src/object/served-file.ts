import type { Portal } from '../portal.ts';
import type { FileKind, Person } from '../store/portal-store.ts';

/** What a person asks for: an object by its digest, the index, or the grant of a reviewer. */
export interface WantedFile {
  readonly release: string;
  readonly kind: FileKind;
  readonly which: string | null;
}

export interface ServedFile {
  readonly digest: string;
  readonly sizeBytes: number;
}

/** A file that is here and that this person may have; null for any other, whatever the reason. */
export async function findServed(
  { store, objects }: Pick<Portal, 'store' | 'objects'>,
  { party }: Person,
  { release, kind, which }: WantedFile,
): Promise<ServedFile | null> {
  const digest = await store.releases.findFile(party, release, kind, which);
  const sizeBytes = digest === null ? null : objects.findSize(digest);
  return digest === null || sizeBytes === null ? null : { digest, sizeBytes };
}

/** The lab may have spoken while it was written down: what was taken back meanwhile is not served. */
export async function isStillServed(
  { store }: Pick<Portal, 'store'>,
  { party, sign }: Person,
  { release, kind, which }: WantedFile,
  { digest }: ServedFile,
): Promise<boolean> {
  if ((await store.persons.find(sign)) === null) return false;
  return (await store.releases.findFile(party, release, kind, which)) === digest;
}
