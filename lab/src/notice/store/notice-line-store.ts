import type { Store } from '../../adapters/store/store.ts';
import type { NoticeState } from './wave-store.ts';

/** A notice without its words. */
export interface NoticeLine {
  readonly id: number;
  readonly wave: number;
  readonly party: string;
  readonly kind: string;
  readonly language: string;
  readonly state: NoticeState;
  readonly issuedAt: number;
  /** Null: no letter of it counts as posted. */
  readonly posting: number | null;
}

/** Every notice, oldest first. */
export async function listNoticeLines(store: Store): Promise<readonly NoticeLine[]> {
  const rows = await store.db
    .selectFrom('notice_notice')
    .select(['id', 'wave_id', 'party', 'kind', 'language', 'state', 'issued_at', 'posting'])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: Number(row.id),
    wave: row.wave_id,
    party: row.party,
    kind: row.kind,
    language: row.language,
    state: row.state as NoticeState,
    issuedAt: row.issued_at,
    posting: row.posting,
  }));
}

/** Another one after anything changed of contacts, notices, letters or deliveries. */
export async function readNoticeStamp({ db }: Store): Promise<readonly unknown[]> {
  const contacts = await db
    .selectFrom('notice_contact')
    .select(({ fn }) => [fn.max('id').as('last'), fn.countAll().as('n')])
    .execute();
  const notices = await db
    .selectFrom('notice_notice')
    .select(({ fn }) => ['state', fn.max('id').as('last'), fn.countAll().as('n'), fn.count('posting').as('posted')])
    .groupBy('state')
    .orderBy('state')
    .execute();
  const deliveries = await db
    .selectFrom('notice_delivery')
    .select(({ fn }) => ['state', fn.max('id').as('last'), fn.countAll().as('n')])
    .groupBy('state')
    .orderBy('state')
    .execute();
  const links = await db
    .selectFrom('ledger_link')
    .select(({ fn }) => fn.max('position').as('last'))
    .execute();
  return [contacts, notices, deliveries, links];
}
