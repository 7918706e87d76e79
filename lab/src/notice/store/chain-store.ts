import { createHash } from 'node:crypto';
import { type Json, toCanonicalJson } from '@candor/core/base';
import { type DeliveryLink, type LinkEvent, readLink, type TakenBy, toLinkText } from '@candor/core/notice/delivery';
import type { Store } from '../../adapters/store/store.ts';
import { appendLinks, listLinksOf } from '../../ledger/store/link-store.ts';

/** Of a link, what most do not have. */
const NOTHING_ELSE = { delivery: null, host: null, who: [], entry: null, gate: null } as const;

/** A change, with what its link has besides time and event. */
export type NewEvent = Partial<DeliveryLink> & Pick<DeliveryLink, 'at' | 'event'>;

/** Adds changes to the chain; inside the transaction that makes them. */
export async function chain(store: Store, links: readonly NewEvent[]): Promise<void> {
  await appendLinks(
    store,
    links.map((part) => {
      const link = { ...NOTHING_ELSE, ...part };
      return { delivery: link.delivery, event: link.event.event, link: toLinkText(link) };
    }),
  );
}

/** Events that may be the first to show that a message was taken. */
const TAKING = ['reply', 'settle', 'returned', 'carried-over'] as const;

/** What the chain shows of each delivery's being taken, by Message-ID; those that nobody took are missing. */
export async function readTaken(store: Store): Promise<ReadonlyMap<string, TakenBy>> {
  const taken = new Map<string, TakenBy>();
  for (const { link } of await listLinksOf(store, TAKING)) {
    const read = readLink(link);
    if (read?.delivery == null) continue;
    const by = toTakenByOf(read.event);
    if (by !== null) taken.set(read.delivery, by);
  }
  return taken;
}

/** What the chain has of one delivery. */
export interface SaidOfDelivery {
  /** Null: nothing shows that it was taken. */
  readonly takenBy: TakenBy | null;
  /** The relay's last reply in full; null: there is none. */
  readonly reply: string | null;
}

/** By Message-ID, from links in order; deliveries without one are missing. */
export function toSaidOf(links: readonly { readonly link: string }[]): ReadonlyMap<string, SaidOfDelivery> {
  const said = new Map<string, SaidOfDelivery>();
  for (const { link } of links) {
    const read = readLink(link);
    if (read?.delivery == null) continue;
    const { event } = read;
    const before = said.get(read.delivery) ?? { takenBy: null, reply: null };
    said.set(read.delivery, {
      takenBy: toTakenByOf(event) ?? before.takenBy,
      reply: event.event === 'reply' ? (event.reply.full ?? `${event.reply.code} ${event.reply.text}`) : before.reply,
    });
  }
  return said;
}

/** Of a link alone: a reply to a claim that had ended is the relay's reply all the same. */
function toTakenByOf(event: LinkEvent): TakenBy | null {
  switch (event.event) {
    case 'reply':
      return event.stage === 'after-dot' && event.reply.code < 300 ? 'relay' : null;
    case 'settle':
      return event.as === 'accepted' ? 'people' : null;
    case 'returned':
      return event.says === 'arrived' ? 'mail' : null;
    case 'carried-over':
      return event.was.state === 'accepted' ? 'carried-over' : null;
    default:
      return null;
  }
}

/** SHA-256 of what a row says, hex: a link holds a row to it. */
export function digestRow(row: Json): string {
  return createHash('sha256').update(toCanonicalJson(row)).digest('hex');
}
