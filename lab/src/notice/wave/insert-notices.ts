import { compareUtf8, type Instant } from '@candor/core/base';
import type { LadderContact } from '@candor/core/notice/contact';
import { composeNotice, type NoticeFacts } from '@candor/core/notice/text';
import { NOTICE_SALT_BYTES } from '@candor/core/notice/wave';
import { freshBytes } from '../../adapters/keys/random.ts';
import type { Store } from '../../adapters/store/store.ts';
import { insertComposed, type NewDelivery } from '../store/delivery-store.ts';
import { insertNotice, rewriteNotice } from '../store/notice-store.ts';
import type { StoredFacts } from '../store/wave-store.ts';
import type { DeliveryComposer } from './compose-delivery.ts';

/** A notice with all that its bytes follow from. */
export interface NoticeToCompose extends StoredFacts {
  readonly facts: NoticeFacts;
  readonly contacts: readonly LadderContact[];
  readonly follows: number | null;
  readonly purpose: string;
  readonly isGuessed: boolean;
}

/**
 * Composes new notices of a wave and writes them down, inside the caller's transaction. Records and places follow when
 * the wave is sealed.
 */
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
    const { follows, isGuessed } = notice;
    const salt = freshBytes(NOTICE_SALT_BYTES, 'notice', `${wave.id} ${party}`);
    const id = await insertNotice(store, {
      wave: wave.id,
      party,
      follows,
      stored: notice,
      composed,
      salt,
      at: wave.at,
      isGuessed,
    });
    await insertDeliveries(store, id, notice, composed, wave.at, composer);
  }
}

/** Recomposes an existing notice: the same code, other text. Inside the caller's transaction. */
export async function recomposeNotice(
  store: Store,
  notice: NoticeToCompose & { readonly id: number },
  at: Instant,
  composer: DeliveryComposer,
): Promise<void> {
  const composed = composeNotice(notice.facts);
  await rewriteNotice(store, notice.id, notice, composed, at);
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
  const deliveries: NewDelivery[] = [];
  for (const contact of [...contacts].sort((a, b) => compareUtf8(a.address, b.address))) {
    const key = composer.toKey(id, contact.address, purpose);
    const message = await composer.compose({ key, contact, facts, composed, at });
    deliveries.push({ key, contact, purpose, message });
  }
  insertComposed(store, id, deliveries, at);
}
