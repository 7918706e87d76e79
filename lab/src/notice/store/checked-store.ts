import type { Store } from '../../adapters/store/store.ts';
import { progressColumns } from './delivery-book.ts';

/** Rows as they are, unread: what a check compares with the log and the chain. */

export async function listCheckedDeliveries(store: Store) {
  return store.db
    .selectFrom('notice_delivery as delivery')
    .leftJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
    .leftJoin('notice_wave as wave', 'wave.id', 'notice.wave_id')
    .select(progressColumns.map((column) => `delivery.${column}` as const))
    .select(['delivery.id', 'delivery.key', 'delivery.message_id', 'delivery.changed_at', 'wave.entry'])
    .orderBy('delivery.id')
    .execute();
}

/** Every attempt with the Message-ID of its delivery; null for one that has none. */
export async function listCheckedAttempts(store: Store) {
  return store.db
    .selectFrom('notice_attempt as tried')
    .leftJoin('notice_delivery as delivery', 'delivery.id', 'tried.delivery_id')
    .select(['delivery.message_id', 'tried.attempt', 'tried.fence', 'tried.event', 'tried.host', 'tried.reply'])
    .select(['tried.made_at as at', 'tried.delivery_id'])
    .orderBy('tried.id')
    .execute();
}

export async function listCheckedGates(store: Store) {
  return store.db
    .selectFrom('notice_gate')
    .select(['id', 'made_at as at', 'passed', 'settings_digest as settings', 'result'])
    .orderBy('id')
    .execute();
}

export async function listCheckedWaves(store: Store) {
  return store.db.selectFrom('notice_wave').select(['id', 'state', 'digest', 'entry']).orderBy('id').execute();
}

export async function listCheckedNotices(store: Store) {
  return store.db
    .selectFrom('notice_notice as notice')
    .leftJoin('notice_wave as wave', 'wave.id', 'notice.wave_id')
    .select(['notice.id', 'notice.state', 'notice.withdrawal_entry as withdrawal', 'notice.posting', 'wave.entry'])
    .orderBy('notice.id')
    .execute();
}

export async function listCheckedProposals(store: Store) {
  return store.db
    .selectFrom('notice_proposal')
    .select(['id', 'what', 'document', 'digest', 'entry'])
    .orderBy('id')
    .execute();
}

export async function listCheckedApprovals(store: Store) {
  return store.db
    .selectFrom('notice_approval')
    .select(['id', 'what', 'digest', 'operator', 'public_key as key', 'signature'])
    .orderBy('id')
    .execute();
}

export async function listCheckedPostings(store: Store) {
  return store.db.selectFrom('notice_posting').selectAll().orderBy('id').execute();
}

/** The letters of each posting, with what their digest is made of. */
export async function listCheckedLetters(store: Store) {
  return store.db
    .selectFrom('notice_letter as letter')
    .leftJoin('notice_notice as notice', 'notice.id', 'letter.notice_id')
    .select(['letter.posting_id', 'letter.notice_id', 'letter.reference', 'notice.record', 'notice.salt'])
    .execute();
}
