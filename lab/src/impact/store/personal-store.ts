import type { MarkedMessage } from '@candor/core/impact/findings';
import type { NamedAddress } from '@candor/core/impact/persons';
import type { Store } from '../../adapters/store/store.ts';
import { readFoundList } from './found-rows.ts';

/** Names beside addresses in messages that hold personal data, by fingerprint (hex). */
export async function readNames(store: Store): Promise<ReadonlyMap<string, readonly NamedAddress[]>> {
  const query = store.db
    .selectFrom('impact_searched')
    .select(['fingerprint', 'names', 'location'])
    .where('names', 'is not', null);
  const names = new Map<string, readonly NamedAddress[]>();
  for await (const rows of store.stream(query))
    for (const { fingerprint, names: text, location } of rows)
      names.set(Buffer.from(fingerprint).toString('hex'), readFoundList('names', text, location));
  return names;
}

/** Messages with marks of privilege. */
export async function readMarked(store: Store): Promise<readonly MarkedMessage[]> {
  const rows = await store.db
    .selectFrom('impact_searched')
    .select(['fingerprint', 'sender', 'privilege', 'location'])
    .where('privilege', 'is not', null)
    .execute();
  return rows.map(({ fingerprint, sender, privilege, location }) => ({
    message: Buffer.from(fingerprint).toString('hex'),
    sender,
    passages: readFoundList('privilege', privilege, location),
  }));
}

/** Searched messages of each sender. */
export async function countBySender(store: Store): Promise<ReadonlyMap<string, number>> {
  const rows = await store.db
    .selectFrom('impact_searched')
    .select(({ fn }) => ['sender', fn.countAll<number>().as('messages')])
    .where('erased_at', 'is', null)
    .groupBy('sender')
    .execute();
  return new Map(rows.map(({ sender, messages }) => [sender, Number(messages)]));
}

/** Whose data a message holds, sealed. */
export interface SealedPersons {
  /** Fingerprint, hex. */
  readonly message: string;
  readonly sealed: string;
}

export async function* streamSealedPersons(store: Store): AsyncIterable<SealedPersons> {
  const query = store.db
    .selectFrom('impact_searched')
    .select(['fingerprint', 'persons'])
    .where('persons', 'is not', null)
    .orderBy('fingerprint');
  for await (const rows of store.stream(query))
    for (const { fingerprint, persons } of rows)
      if (persons !== null) yield { message: Buffer.from(fingerprint).toString('hex'), sealed: persons };
}
