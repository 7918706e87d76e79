import type { Store } from '../../adapters/store.ts';

/** The key of a vault as it was sealed for a reviewer; null where it was not yet. */
export async function findGrant(
  store: Store,
  vault: number,
  reviewer: string,
): Promise<{ readonly digest: string; readonly sealed: Uint8Array } | null> {
  const grant = await store.db
    .selectFrom('review_grant')
    .select(['digest', 'sealed'])
    .where('vault_id', '=', vault)
    .where('reviewer', '=', reviewer)
    .executeTakeFirst();
  return grant ?? null;
}

export async function insertGrant(
  store: Store,
  grant: { readonly vault: number; readonly reviewer: string; readonly digest: string; readonly sealed: Uint8Array },
): Promise<void> {
  const { vault, reviewer, digest, sealed } = grant;
  await store.db.insertInto('review_grant').values({ vault_id: vault, reviewer, digest, sealed }).execute();
}
