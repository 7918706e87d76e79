import { join } from 'node:path';
import type { ReviewerKey } from '@candor/core/review/seal';
import { ObjectFolder } from '../../lab/src/adapters/files/object-folder.ts';
import { createNodeRuntime } from '../../lab/src/adapters/process/runtime.ts';
import { openStateForActing } from '../../lab/src/adapters/store/state-folder.ts';
import { changeReviewer, insertReviewer } from '../../lab/src/review/store/reviewer-store.ts';
import type { MadeRelease } from '../../portal/test/support/made-release.ts';

/** Enrolls a reviewer by the store's own hand: who approves is another test's matter. */
export async function enrollInLab(
  statePath: string,
  incident: string,
  party: string,
  { name, key }: { readonly name: string; readonly key: ReviewerKey },
): Promise<void> {
  const state = await openStateForActing(statePath);
  const who = { incident, party, key, name, role: 'nominator', domains: [party], proof: 'none' } as const;
  const { id } = await insertReviewer(state.store, createNodeRuntime(), who, 'test', 0);
  await changeReviewer(state.store, id, 'asked', { state: 'approved', entry: 1 });
  await state.close();
}

/** A prepared release of a party as the lab pushes it, with the grant of one reviewer. */
export async function readMadeRelease(statePath: string, party: string, reviewer: string): Promise<MadeRelease> {
  const state = await openStateForActing(statePath);
  const { db } = state.store;
  const row = await db
    .selectFrom('review_release')
    .select(['manifest', 'digest'])
    .where('party', '=', party)
    .executeTakeFirstOrThrow();
  const grants = await db
    .selectFrom('review_grant')
    .select(['digest', 'sealed', 'reviewer'])
    .where('reviewer', '=', reviewer)
    .execute();
  await state.close();
  const manifest = JSON.parse(row.manifest) as { index: { digest: string }; objects: { digest: string }[] };
  const folder = new ObjectFolder(join(statePath, 'review/objects'));
  const objects = manifest.objects.map(({ digest }) => digest);
  const index = manifest.index.digest;
  return {
    release: row.digest,
    papers: { manifest: row.manifest, approvals: '[]', keys: '{}', proof: 'none' },
    files: new Map([
      ...[index, ...objects].map((digest) => [digest, folder.read(digest) ?? new Uint8Array()] as const),
      ...grants.map((grant) => [grant.digest, new Uint8Array(grant.sealed)] as const),
    ]),
    index,
    objects,
    grants: new Map(grants.map((grant) => [grant.reviewer, grant.digest])),
  };
}
