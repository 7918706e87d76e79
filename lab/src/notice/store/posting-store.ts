import { type Runtime, toCanonicalJson } from '@candor/core/base';
import { toHex } from '@candor/core/ledger';
import { commitNotice, toRecordText } from '@candor/core/notice/wave';
import type { Store } from '../../adapters/store/store.ts';
import { chain } from './chain-store.ts';
import type { StoredNotice } from './wave-store.ts';

/** That letters were posted, or that letters of a posting count as posted no more. */
export interface Posting {
  readonly posting: number;
  readonly act: 'posted' | 'taken-back';
  readonly wave: number;
  readonly of: number | null;
  /** A day is stored as its beginning. */
  readonly on: number | null;
  readonly service: string | null;
  readonly why: string;
  readonly by: string;
  readonly at: number;
  readonly entry: number;
  readonly letters: number;
}

/** What was recorded last of a notice's letter. */
export interface StoredLetter extends Pick<Posting, 'posting' | 'act' | 'on' | 'service' | 'why' | 'by' | 'at'> {
  readonly reference: string | null;
}

/** A letter that an act is about. */
export interface ActLetter {
  readonly notice: Pick<StoredNotice, 'id' | 'record' | 'salt'>;
  readonly reference: string | null;
}

/** Every act, oldest first. */
export async function readPostings(store: Store): Promise<readonly Posting[]> {
  const rows = await store.db
    .selectFrom('notice_posting as posting')
    .innerJoin('notice_letter as letter', 'letter.posting_id', 'posting.id')
    .selectAll('posting')
    .select(({ fn }) => fn.countAll<number>().as('letters'))
    .groupBy('posting.id')
    .orderBy('posting.id')
    .execute();
  return rows.map((row) => ({
    posting: Number(row.id),
    act: row.act === 'posted' ? 'posted' : 'taken-back',
    wave: row.wave_id,
    of: row.takes_back,
    on: row.posted_at,
    service: row.service,
    why: row.why,
    by: row.made_by,
    at: row.made_at,
    entry: row.entry,
    letters: Number(row.letters),
  }));
}

/** The last record of each notice of a wave; mostly none. */
export async function readLetters(store: Store, wave: number): Promise<ReadonlyMap<number, StoredLetter>> {
  const rows = await store.db
    .selectFrom('notice_letter as letter')
    .innerJoin('notice_posting as posting', 'posting.id', 'letter.posting_id')
    .selectAll('posting')
    .select(['letter.notice_id', 'letter.reference'])
    .where('posting.wave_id', '=', wave)
    .orderBy('posting.id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.notice_id,
      {
        posting: Number(row.id),
        act: row.act === 'posted' ? 'posted' : 'taken-back',
        on: row.posted_at,
        service: row.service,
        reference: row.reference,
        by: row.made_by,
        why: row.why,
        at: row.made_at,
      },
    ]),
  );
}

/**
 * Keeps an act, its link in the chain, and with it which posting each notice is posted by. `digest`: of the letters, as
 * the log has it. Inside the caller's transaction.
 */
export async function insertPosting(
  store: Store,
  posting: Omit<Posting, 'letters'>,
  letters: readonly ActLetter[],
  digest: string,
): Promise<void> {
  const { posting: id, act, wave, of, on, service, why, by, at, entry } = posting;
  await store.db
    .insertInto('notice_posting')
    .values({ id, act, wave_id: wave, takes_back: of, posted_at: on, service, why, made_by: by, made_at: at, entry })
    .execute();
  const event = { event: 'posting', act, posting: id, letters: digest } as const;
  await chain(store, [{ at, who: [by], entry, event }]);
  const rows = letters.map(({ notice, reference }) => [id, notice.id, reference]);
  store.insertRows('notice_letter', ['posting_id', 'notice_id', 'reference'], rows);
  const ids = store.db.selectFrom('notice_letter').select('notice_id').where('posting_id', '=', id);
  await store.db
    .updateTable('notice_notice')
    .set({ posting: act === 'posted' ? id : null })
    .where('id', 'in', ids)
    .execute();
}

/** The log's record of letters (docs/formats/log.md): a digest that reveals nobody. */
export function digestLetters(runtime: Pick<Runtime, 'sha256Hex'>, letters: readonly ActLetter[]): string {
  const list = letters
    .toSorted((a, b) => a.notice.id - b.notice.id)
    .map(({ notice: { id, record, salt }, reference }) => {
      if (record === null) throw new Error(`notice ${id} was approved without a record`);
      return { notice: id, record: toHex(commitNotice(runtime, salt, toRecordText(record))), reference };
    });
  return runtime.sha256Hex(toCanonicalJson(list));
}
