import type { Cryptography, Runtime } from '@candor/core/base';
import { readNoticeCode } from '@candor/core/notice/code';
import { composePortalTags, type IssuedCode } from '@candor/core/review/enrollment';
import { z } from 'zod';
import { freshBytes } from '../../adapters/keys/random.ts';
import type { PortalClient } from '../../adapters/net/portal.ts';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import { readJsonFact, writeFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import { listContactsWritten } from '../../notice/store/delivery-store.ts';
import { listIssuedCodes } from '../../notice/store/notice-store.ts';
import type { PartyPlaces } from '../enrollment/party-places.ts';

const SECRET_BYTES = 32;

/** The set last published, and the source of its filler. */
const tagsSchema = z.object({
  /** Hex. Drawn once: with another one the portal would see which tags stay, and so which are those of notices. */
  secret: z.string(),
  /** Null means that its arrival is unknown. */
  digest: z.string().nullable(),
  boot: z.string().nullable(),
});
type SaidTags = Readonly<z.infer<typeof tagsSchema>>;
const isSaidTags = guardOf(tagsSchema.nullable());

export interface PublishTagsDeps {
  readonly store: Store;
  readonly portal: PortalClient;
  readonly primitives: Pick<Runtime, 'sha256Hex'> & Pick<Cryptography, 'hkdfSha256'>;
  readonly places: PartyPlaces;
}

/**
 * Tells the portal the tags of all notices in force, so that strangers keep none of their holders out
 * (docs/formats/portal-api.md, Tags).
 */
export async function publishTags({ store, portal, primitives, places }: PublishTagsDeps): Promise<void> {
  const said = await store.durableTransaction(() => readSaid(store));
  const codes = (await readIssuedCodes(store, places)).map(({ code }) => code);
  const set = await composePortalTags(primitives, codes, Buffer.from(said.secret, 'hex'));
  const digest = primitives.sha256Hex(set);
  if (said.digest === digest && said.boot === portal.boot) return;
  if (!(await portal.publishTags(set))) return;
  const heard: SaidTags = { secret: said.secret, digest, boot: portal.boot };
  await store.durableTransaction(() => writeFact(store, 'portal-tags', JSON.stringify(heard)));
}

async function readSaid(store: Store): Promise<SaidTags> {
  const kept = await readJsonFact(store, 'portal-tags', isSaidTags);
  if (kept !== null) return kept;
  const first: SaidTags = {
    secret: Buffer.from(freshBytes(SECRET_BYTES, 'tag secret', '')).toString('hex'),
    digest: null,
    boot: null,
  };
  await writeFact(store, 'portal-tags', JSON.stringify(first));
  return first;
}

/** Codes of valid notices: nobody knows who has those of withdrawn ones. */
export async function readIssuedCodes(store: Store, places: PartyPlaces): Promise<readonly IssuedCode[]> {
  const notices = await listIssuedCodes(store);
  const deliveries = await listContactsWritten(store);
  const addresses = new Map<number, string[]>();
  for (const { notice_id: notice, contact } of deliveries) {
    const known = addresses.get(notice);
    if (known === undefined) addresses.set(notice, [contact]);
    else known.push(contact);
  }
  return notices.map(({ id, party, code }): IssuedCode => {
    const reading = readNoticeCode(code);
    if (reading.state !== 'code') throw new Error('the store holds an invalid code');
    const exposure = places.find(party);
    return {
      code: reading.bytes,
      party: exposure?.party ?? party,
      // A person proves the exact mailbox, never the provider's domain (R12).
      domains: exposure === null || exposure.kind === 'person' ? [] : exposure.domains,
      addresses: [...new Set(addresses.get(Number(id)) ?? [])],
    };
  });
}
