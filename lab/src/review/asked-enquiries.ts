import type { Cryptography } from '@candor/core/base';
import { type EnquiryRequest, readEnquiry, verifyEnquiry } from '@candor/core/review/enquiry';
import { isToken, type SignedRequest } from '@candor/core/review/enrollment';
import type { Store } from '../adapters/store/store.ts';
import { type AskedEnquiry, insertEnquiry, readEnquiries, type StoredEnquiry } from '../notice/store/enquiry-store.ts';

export interface WaitingEnquiry {
  readonly id: number;
  readonly request: string;
  readonly asked: AskedEnquiry;
  readonly document: EnquiryRequest;
  readonly answer: StoredEnquiry['answer'];
  readonly answeredAt: number | null;
  readonly toldAt: number | null;
}

interface TakeDeps {
  readonly store: Store;
  readonly primitives: Pick<Cryptography, 'verifyEd25519'>;
  readonly incident: string;
  readonly at: number;
}

/**
 * Takes it when it is an enquiry that its key signed, once. False: it is something else. Nothing is believed by it yet.
 */
export async function importEnquiry(
  { store, primitives, incident, at }: TakeDeps,
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
  await insertEnquiry(store, {
    ...{ domain: enquiry.domain, contact: enquiry.address, proof: 'asked at the portal; not checked yet' },
    ...{ state: 'asked', by: 'portal', at, request, asked },
  });
  return true;
}

/** Those whose proof must be checked, or whose answer must be sent. */
export async function readAskedEnquiries(
  store: Store,
  wanted: 'asked' | 'answered',
): Promise<readonly WaitingEnquiry[]> {
  return (await readEnquiries(store)).flatMap(({ id, state, request, asked, answer, answeredAt, toldAt }) => {
    if (state !== wanted || request === null) return [];
    const document = asked === null ? null : readEnquiry(asked.document);
    if (document === null || asked === null) throw new Error(`enquiry ${id} of the state cannot be read`);
    return [{ id, request, asked, document, answer, answeredAt, toldAt }];
  });
}
