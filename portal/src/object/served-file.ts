import type { Person } from '../adapters/store/person-store.ts';
import type { FileKind } from '../adapters/store/release-store.ts';
import type { Portal } from '../portal.ts';

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
export function findServed(
  { store, objects }: Pick<Portal, 'store' | 'objects'>,
  { party }: Person,
  { release, kind, which }: WantedFile,
): ServedFile | null {
  const digest = store.releases.findFile(party, release, kind, which);
  const sizeBytes = digest === null ? null : objects.findSize(digest);
  return digest === null || sizeBytes === null ? null : { digest, sizeBytes };
}

/** The lab may have spoken while it was written down: what was taken back meanwhile is not served. */
export function isStillServed(
  { store }: Pick<Portal, 'store'>,
  { party, sign }: Person,
  { release, kind, which }: WantedFile,
  { digest }: ServedFile,
): boolean {
  return store.persons.find(sign) !== null && store.releases.findFile(party, release, kind, which) === digest;
}
