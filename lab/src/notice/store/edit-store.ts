import { type Json, toCanonicalJson } from '@candor/core/base';
import type { Store } from '../../adapters/store/store.ts';
import { isJson, readStored } from '../../adapters/store/stored-json.ts';
import type { Deciding } from '../../ledger/decision/index.ts';

/** A text of a wave as a person edited it, whole. */
export interface StoredEdit {
  readonly what: string;
  /** It is null unless the edit adds a paragraph. */
  readonly party: string | null;
  /** It is null if the edit was taken back. */
  readonly value: Json;
}

/** Records an edit. Inside the caller's decision. */
export async function appendEdit(
  { store }: Deciding,
  wave: number,
  { what, party, value }: StoredEdit,
  { by, at }: { readonly by: string; readonly at: number },
): Promise<void> {
  await store.db
    .insertInto('notice_edit')
    .values({ wave_id: wave, what, party, value: toCanonicalJson(value), made_by: by, made_at: at })
    .execute();
}

/** Every edit of every wave, oldest first. */
export async function listEdits(store: Store): Promise<readonly (StoredEdit & { readonly wave: number })[]> {
  const rows = await store.db.selectFrom('notice_edit').selectAll().orderBy('id').execute();
  return rows.map(({ id, wave_id: wave, what, party, value }) => ({
    wave,
    what,
    party,
    value: readStored(isJson, value, 'notice_edit.value', Number(id)),
  }));
}
