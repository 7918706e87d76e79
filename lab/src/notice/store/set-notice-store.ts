import type { NoticeRecord } from '@candor/core/notice/wave';
import type { Store } from '../../adapters/store/store.ts';
import { readFacts, readRecord } from './wave-store.ts';

/** An approved notice, as the figure of the set of parties counts it. */
export interface SetNotice {
  readonly id: number;
  readonly party: string;
  /** The party's own domains when it was composed. */
  readonly domains: readonly string[];
  readonly code: string;
  readonly record: NoticeRecord | null;
  readonly entry: number;
  /** Null means that the notice is in force. */
  readonly withdrawal: number | null;
}

/** Every notice of an approved wave, oldest first. Announcements are no notices. */
export async function listSetNotices(store: Store): Promise<readonly SetNotice[]> {
  const rows = await store.db
    .selectFrom('notice_notice as notice')
    .innerJoin('notice_wave as wave', 'wave.id', 'notice.wave_id')
    .select(['notice.id', 'notice.party', 'notice.code', 'notice.facts', 'notice.record', 'notice.withdrawal_entry'])
    .select('wave.entry')
    .where('wave.entry', 'is not', null)
    .where('notice.kind', '!=', 'announcement')
    .orderBy('notice.id')
    .execute();
  return rows.flatMap(({ id, party, code, facts, record, withdrawal_entry: withdrawal, entry }) =>
    entry === null
      ? []
      : [
          {
            ...{ id: Number(id), party, code, entry, withdrawal },
            domains: readFacts(facts, Number(id)).facts.party.domains,
            record: readRecord(record, Number(id)),
          },
        ],
  );
}

/** The Message-ID of every delivery, with its notice. */
export async function listDeliveryIds(
  store: Store,
): Promise<readonly { readonly notice: number; readonly messageId: string }[]> {
  const rows = await store.db.selectFrom('notice_delivery').select(['message_id', 'notice_id']).execute();
  return rows.map(({ message_id: messageId, notice_id: notice }) => ({ notice, messageId }));
}

/** Each act about letters with its notices, oldest first. */
export async function listPostedNotices(
  store: Store,
): Promise<readonly { readonly posting: number; readonly isPosted: boolean; readonly notice: number }[]> {
  const rows = await store.db
    .selectFrom('notice_letter as letter')
    .innerJoin('notice_posting as posting', 'posting.id', 'letter.posting_id')
    .select(['posting.id', 'posting.act', 'letter.notice_id'])
    .orderBy('posting.id')
    .execute();
  return rows.map(({ id, act, notice_id: notice }) => ({
    ...{ posting: Number(id), isPosted: act === 'posted', notice: Number(notice) },
  }));
}
