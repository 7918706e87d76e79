import type { Cryptography } from '@candor/core/base';
import { type EnquiryRequest, readEnquiry, verifyEnquiry } from '@candor/core/review/enquiry';
import { isToken, type SignedRequest } from '@candor/core/review/enrollment';
import type { Store } from '../../adapters/store.ts';

/** An enquiry as it came by the portal. */
export interface AskedEnquiry extends SignedRequest {
  readonly token: string | null;
  /** When the lab saw it first. */
  readonly firstSeen: number;
}

export interface WaitingEnquiry {
  readonly id: number;
  readonly request: string;
  readonly asked: AskedEnquiry;
  readonly document: EnquiryRequest;
}

interface TakeMeans {
  readonly store: Store;
  readonly primitives: Pick<Cryptography, 'verifyEd25519'>;
  readonly incident: string;
  readonly at: number;
}

/** Takes it when it is an enquiry that its key signed, once. False: it is something else. Nothing is believed by it yet. */
export async function takeEnquiry(
  { store, primitives, incident, at }: TakeMeans,
  request: string,
  { document, signature, token }: SignedRequest & { readonly token: string | null },
): Promise<boolean> {
  const enquiry = await verifyEnquiry(primitives, { document, signature });
  if (enquiry === null || enquiry.incident !== incident) return false;
  const asked: AskedEnquiry = {
    document,
    signature,
    token: token !== null && isToken(token) ? token : null,
    firstSeen: at,
  };
  await store.db
    .insertInto('notice_enquiry')
    .values({
      domain: enquiry.domain,
      contact: enquiry.address,
      proof: 'asked at the portal; not looked at yet',
      state: 'asked',
      answer: null,
      made_by: 'portal',
      made_at: at,
      answered_at: null,
      entry: null,
      request,
      asked: JSON.stringify(asked),
      told_at: null,
    })
    .onConflict((conflict) => conflict.column('request').doNothing())
    .execute();
  return true;
}

/** Those whose proof is to be looked at; or of which the answer is to be told. */
export async function readAskedEnquiries(
  store: Store,
  wanted: 'asked' | 'answered',
): Promise<readonly WaitingEnquiry[]> {
  const rows = await store.db
    .selectFrom('notice_enquiry')
    .selectAll()
    .where('state', '=', wanted)
    .where('request', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const asked = JSON.parse(row.asked ?? '') as AskedEnquiry;
    const document = readEnquiry(asked.document);
    if (document === null || row.request === null) throw new Error('an enquiry in the state cannot be read');
    return { id: Number(row.id), request: row.request, asked, document };
  });
}
