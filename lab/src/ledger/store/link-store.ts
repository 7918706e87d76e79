import { createHash } from 'node:crypto';
import type { Store } from '../../adapters/store/store.ts';

/** `previous` of the chain's first link. */
export const NO_PREVIOUS_LINK: Uint8Array = new Uint8Array(32);

const LINK_COLUMNS = ['position', 'delivery', 'event', 'link', 'hash', 'entry'];

/** A link as it is stored; nothing of it was checked. */
export interface StoredLink {
  readonly position: number;
  readonly delivery: string | null;
  readonly event: string;
  readonly link: string;
  readonly hash: Uint8Array;
  readonly entry: number | null;
}

/** A link that is to be added. */
export interface NewLink {
  readonly delivery: string | null;
  readonly event: string;
  /** This is canonical JSON. */
  readonly link: string;
}

/**
 * Adds links to the chain of this state. Inside the caller's transaction, with the changes that they are about: the
 * store lets one transaction in at a time, so nobody else adds to the same head.
 */
export async function appendLinks(store: Store, links: readonly NewLink[]): Promise<void> {
  if (links.length === 0) return;
  const head = await readHead(store);
  let previous = head?.hash ?? NO_PREVIOUS_LINK;
  const first = (head?.position ?? -1) + 1;
  const rows = links.map(({ delivery, event, link }, at) => {
    previous = hashLink(previous, link);
    return [first + at, delivery, event, link, previous, null];
  });
  store.insertRows('ledger_link', LINK_COLUMNS, rows);
}

export function hashLink(previous: Uint8Array, text: string): Uint8Array {
  return createHash('sha256').update(previous).update(text).digest();
}

/** The newest link; null while the chain is empty. */
async function readHead(store: Store): Promise<StoredLink | null> {
  const row = await store.db
    .selectFrom('ledger_link')
    .selectAll()
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** What an entry of kind `deliveries` says of the chain; null where the log has its head already. */
export async function readPendingHead(store: Store): Promise<{ readonly head: string; readonly links: number } | null> {
  const head = await readHead(store);
  if (head === null || head.entry !== null) return null;
  return { head: Buffer.from(head.hash).toString('hex'), links: head.position + 1 };
}

/** Notes where the log has the head of so many links. Inside the caller's transaction. */
export async function markCommitted(store: Store, links: number, entry: number): Promise<void> {
  await store.db
    .updateTable('ledger_link')
    .set({ entry })
    .where('position', '=', links - 1)
    .execute();
}

/** Every link in order, in batches. */
export async function* streamLinks(store: Store): AsyncIterable<readonly StoredLink[]> {
  yield* store.stream(store.db.selectFrom('ledger_link').selectAll().orderBy('position'));
}

/** Position of the newest link about any of these deliveries; null without one. */
export async function findLastLink(store: Store, deliveries: readonly string[]): Promise<number | null> {
  if (deliveries.length === 0) return null;
  const row = await store.db
    .selectFrom('ledger_link')
    .select('position')
    .where('delivery', 'in', [...deliveries])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.position ?? null;
}

/** The text of every link with one of these events. */
export async function listLinksOf(
  store: Store,
  events: readonly string[],
): Promise<readonly { readonly position: number; readonly link: string }[]> {
  return store.db
    .selectFrom('ledger_link')
    .select(['position', 'link'])
    .where('event', 'in', [...events])
    .orderBy('position')
    .execute();
}

/** The text of every link about any of these deliveries, in order. */
export async function listLinksAbout(
  store: Store,
  deliveries: readonly string[],
): Promise<readonly { readonly link: string }[]> {
  if (deliveries.length === 0) return [];
  return store.db
    .selectFrom('ledger_link')
    .select('link')
    .where('delivery', 'in', [...deliveries])
    .orderBy('position')
    .execute();
}
