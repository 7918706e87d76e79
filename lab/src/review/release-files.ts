import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { ObjectFolder } from '../adapters/files/object-folder.ts';
import { sha256Hex } from '../adapters/process/runtime.ts';
import type { StateFolder } from '../adapters/store/state-folder.ts';
import { findGrant, type StoredRelease } from './store/release-store.ts';

/** The sealed files of one release, each as its manifest names it. */
export class ReleaseFiles {
  readonly #state: StateFolder;
  readonly #release: StoredRelease;
  readonly #objects: ObjectFolder;
  readonly #grants: ReadonlyMap<string, Uint8Array>;
  #sizes: ReadonlyMap<string, number> | null = null;

  private constructor(state: StateFolder, release: StoredRelease, grants: ReadonlyMap<string, Uint8Array>) {
    this.#state = state;
    this.#release = release;
    this.#objects = new ObjectFolder(join(state.path, 'review', 'objects'));
    this.#grants = grants;
  }

  /** @throws Refusal when a grant is not the one that was approved. */
  static async open(state: StateFolder, release: StoredRelease): Promise<ReleaseFiles> {
    const grants = new Map<string, Uint8Array>();
    for (const { reviewer, digest } of release.manifest.grants) {
      const grant = await findGrant(state.store, release.vaultId, reviewer);
      if (grant === null || sha256Hex(grant.sealed) !== digest)
        throw new Refusal('object-missing', [
          `release ${release.number} of ${release.party}: the key in it for ${reviewer} is not the one that was approved; revoke this release and prepare the next`,
        ]);
      grants.set(digest, grant.sealed);
    }
    return new ReleaseFiles(state, release, grants);
  }

  /**
   * Never returns files whose sealed bytes do not match the manifest.
   * @throws Refusal.
   */
  read(digest: string): Uint8Array {
    const grant = this.#grants.get(digest);
    if (grant !== undefined) return grant;
    this.#sizes ??= new Map(
      [this.#release.manifest.index, ...this.#release.manifest.objects].map((file) => [file.digest, file.size]),
    );
    const size = this.#sizes.get(digest);
    const { number, party } = this.#release;
    if (size === undefined)
      throw new Refusal('portal-not-understood', [
        `the portal asks for a file that release ${number} of ${party} does not have; nothing of it was sent`,
      ]);
    const found = this.#objects.read(digest);
    if (found !== null && found.length === size && sha256Hex(found) === digest) return found;
    throw new Refusal('object-missing', [
      `release ${number} of ${party}: the sealed object ${digest} is missing from ${this.#state.path} or was altered; restore the state's folder review/objects, or revoke this release and prepare the next`,
    ]);
  }
}
