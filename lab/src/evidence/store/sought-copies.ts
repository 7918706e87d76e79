import type { AddressUse } from '@candor/core/evidence/message';
import type { Store } from '../../adapters/store/store.ts';
import { isTexts, readStored } from '../../adapters/store/stored-json.ts';
import { unpackAddresses } from './packed-addresses.ts';

interface SoughtRow {
  readonly custodian: string;
  readonly location: string;
  readonly message_id: string | null;
  readonly names: string | null;
  readonly parents: string | null;
  readonly addresses?: string;
}

/** What rules about other copies look at. Nearly every copy is passed over by its names, so the rest is read on use. */
export class SoughtRowCopy {
  readonly #row: SoughtRow;

  constructor(row: SoughtRow) {
    this.#row = row;
  }

  get custodian(): string {
    return this.#row.custodian;
  }

  get names(): readonly string[] {
    const { names, message_id: messageId, location } = this.#row;
    if (names !== null) return readStored(isTexts, names, 'evidence_copy.names', location);
    return messageId === null ? [] : [messageId];
  }

  get parents(): readonly string[] {
    const { parents, location } = this.#row;
    return parents === null ? [] : readStored(isTexts, parents, 'evidence_copy.parents', location);
  }

  get addresses(): readonly AddressUse[] {
    return unpackAddresses(this.#row.addresses ?? '');
  }
}

/** Streams the copies of all mailboxes, in the order in which they were read; addresses are most of a row. */
export async function* streamSought(store: Store, withAddresses: boolean): AsyncIterable<readonly SoughtRowCopy[]> {
  const query = store.db
    .selectFrom('evidence_copy')
    .innerJoin('evidence_shard', 'evidence_shard.id', 'evidence_copy.shard_id')
    .select([
      'evidence_copy.custodian',
      'evidence_copy.location',
      'evidence_copy.message_id',
      'evidence_copy.names',
      'evidence_copy.parents',
    ])
    .$if(withAddresses, (all) => all.select('evidence_copy.addresses'))
    .where('evidence_shard.current', '=', 1)
    .orderBy('evidence_copy.id');
  for await (const rows of store.stream(query)) yield rows.map((row) => new SoughtRowCopy(row));
}
