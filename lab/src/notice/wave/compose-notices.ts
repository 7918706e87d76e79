import { compareUtf8, type Instant } from '@candor/core/base';
import type { LadderContact } from '@candor/core/notice/contact';
import { composeNotice, type NoticeFacts } from '@candor/core/notice/text';
import { NOTICE_SALT_BYTES } from '@candor/core/notice/wave';
import { freshBytes } from '../../adapters/random.ts';
import type { Store } from '../../adapters/store.ts';
import { type DeliveryComposer, toDeliveryKey } from './compose-delivery.ts';
import type { StoredFacts } from './wave-store.ts';

/** A notice with all that its bytes follow from. */
export interface NoticeToCompose extends StoredFacts {
  readonly facts: NoticeFacts;
  readonly contacts: readonly LadderContact[];
  /** Notice that last told this party something. */
  readonly follows: number | null;
  readonly purpose: string;
  /** Its contacts are guessed ones. */
  readonly isGuessed: boolean;
}

const deliveryColumns = [
  'key',
  'notice_id',
  'contact',
  'role',
  'rung',
  'purpose',
  'token',
  'message_id',
  'message',
  'sha256',
  'state',
  'attempts',
  'fence',
  'reason',
  'changed_at',
];

/** Composes new notices of a wave and writes them down, inside the caller's transaction. Records and places follow when the wave is sealed. */
export async function insertNotices(
  store: Store,
  wave: { readonly id: number; readonly at: Instant; readonly parties: readonly string[] },
  notices: readonly NoticeToCompose[],
  composer: DeliveryComposer,
): Promise<void> {
  for (const [index, notice] of notices.entries()) {
    const { facts } = notice;
    const composed = composeNotice(facts);
    const party = wave.parties[index] ?? facts.party.id;
    const inserted = await store.db
      .insertInto('notice_notice')
      .values({
        wave_id: wave.id,
        party,
        kind: facts.kind,
        language: facts.language,
        code: facts.code,
        follows: notice.follows,
        state: 'composed',
        facts: toStoredText(notice),
        subject: composed.subject,
        text: composed.text,
        html: composed.html,
        record: '',
        salt: freshBytes(NOTICE_SALT_BYTES),
        position: 0,
        issued_at: wave.at,
        guessed: notice.isGuessed ? 1 : 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await insertDeliveries(store, Number(inserted.id), notice, composed, wave.at, composer);
  }
}

/** Composes a notice that is there already anew: the same code, other words. Inside the caller's transaction. */
export async function recomposeNotice(
  store: Store,
  notice: NoticeToCompose & { readonly id: number },
  at: Instant,
  composer: DeliveryComposer,
): Promise<void> {
  const composed = composeNotice(notice.facts);
  await store.db
    .updateTable('notice_notice')
    .set({ ...composed, facts: toStoredText(notice), language: notice.facts.language, record: '', issued_at: at })
    .where('id', '=', notice.id)
    .execute();
  await store.db.deleteFrom('notice_delivery').where('notice_id', '=', notice.id).execute();
  await insertDeliveries(store, notice.id, notice, composed, at, composer);
}

async function insertDeliveries(
  store: Store,
  id: number,
  { contacts, facts, purpose }: NoticeToCompose,
  composed: ReturnType<typeof composeNotice>,
  at: Instant,
  composer: DeliveryComposer,
): Promise<void> {
  const rows = [];
  for (const contact of [...contacts].sort((a, b) => compareUtf8(a.address, b.address))) {
    const key = toDeliveryKey(composer.incident, id, contact.address, purpose);
    const message = await composer.compose({ key, contact, facts, composed, at });
    rows.push([
      key,
      id,
      contact.address,
      contact.role,
      contact.rung,
      purpose,
      message.token,
      message.messageId,
      message.bytes,
      message.sha256,
      'composed',
      0,
      0,
      null,
      at,
    ]);
  }
  store.insertRows('notice_delivery', deliveryColumns, rows);
}

function toStoredText({ facts, custodians, mergedIds, affected }: StoredFacts): string {
  const stored: StoredFacts = { facts, custodians, mergedIds, affected };
  return JSON.stringify(stored);
}
