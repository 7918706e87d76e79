import { type Cryptography, type Json, type Runtime, type Said, toCanonicalJson } from '@candor/core/base';
import { claimApproved, digestDocument, fingerprintKeySet, readKeySet } from '@candor/core/notice/operator';
import { z } from 'zod';
import { openContent, sealContent } from '../seal/sealed-message.ts';

/**
 * Size of every reply before sealing. A notice has some ten kilobytes; "nothing of yours" has the same size, so that
 * sizes reveal nothing.
 */
export const REPLY_BYTES = 65_536;
const SPACE = 0x20;

const shape = z.strictObject({
  v: z.literal(1),
  kind: z.literal('enquiry-reply'),
  request: z.string(),
  /** Canonical JSON of what two people signed. */
  document: z.string(),
  approvals: z.array(z.strictObject({ operator: z.string(), key: z.string(), signature: z.string() })).max(100),
  keys: z.string(),
  notice: z.strictObject({ subject: z.string(), text: z.string() }).nullable(),
});

/** Reply to an enquirer without a code: the answer signed by two people, and the current notice if there is one. */
export type EnquiryReply = Omit<z.infer<typeof shape>, 'v' | 'kind'>;

/** What two people answer (docs/formats/wave.md, Enquiry). */
const answerShape = z.strictObject({
  v: z.literal(1),
  incident: z.string(),
  enquiry: z.int(),
  domain: z.string(),
  answer: z.enum(['nothing', 'notice']),
  notice: z.int().nullable(),
  exposure: z.strictObject({ version: z.int(), digest: z.string() }),
  gaps: z.array(z.string()),
  at: z.string(),
});

export type SignedAnswer = z.infer<typeof answerShape>;

/**
 * Seals a reply of constant size to the enquirer's key.
 * @throws Error when too long.
 */
export async function sealReply(recipient: string, reply: EnquiryReply): Promise<Uint8Array> {
  const text = new TextEncoder().encode(toCanonicalJson({ v: 1, kind: 'enquiry-reply', ...reply } as unknown as Json));
  if (text.length > REPLY_BYTES) throw new Error('a reply is longer than any may be');
  const padded = new Uint8Array(REPLY_BYTES).fill(SPACE);
  padded.set(text);
  return sealContent(recipient, padded);
}

export type ReplyVerification =
  | {
      readonly state: 'verified';
      readonly answer: SignedAnswer;
      readonly approvers: Said<'approved', readonly string[]>;
      /** To be compared with DNS and the organization's page. */
      readonly fingerprint: string;
      readonly notice: EnquiryReply['notice'];
    }
  /** `closed`: it is not for this key, or was altered. `other`: it answers another request. */
  | { readonly state: 'refused'; readonly flaw: 'closed' | 'form' | 'other' | 'approvals' };

/**
 * Opens and checks a reply. Nothing of it is believed before two different operators of its key set signed the answer.
 */
export async function openReply(
  primitives: Pick<Runtime, 'sha256Hex'> & Pick<Cryptography, 'verifyEd25519'>,
  identity: string,
  sealed: Uint8Array,
  asked: { readonly request: string; readonly domain: string; readonly incident: string },
): Promise<ReplyVerification> {
  const content = await openContent(identity, sealed);
  if (content === null) return { state: 'refused', flaw: 'closed' };
  const reply = shape.safeParse(readJson(new TextDecoder().decode(content))).data;
  const keys = reply === undefined ? null : readKeySet(new TextEncoder().encode(reply.keys));
  const document = reply === undefined ? null : readJson(reply.document);
  const answer = answerShape.safeParse(document).data;
  if (reply === undefined || keys === null || answer === undefined) return { state: 'refused', flaw: 'form' };
  const isForThis =
    reply.request === asked.request && answer.domain === asked.domain && answer.incident === asked.incident;
  if (!isForThis || (answer.answer === 'notice') !== (reply.notice !== null))
    return { state: 'refused', flaw: 'other' };
  const approvers = await claimApproved(primitives, {
    matter: 'enquiry',
    digest: digestDocument(primitives, document as Json),
    approvals: reply.approvals,
    operators: keys.operators,
    quorum: keys.quorum,
  });
  if (approvers === null) return { state: 'refused', flaw: 'approvals' };
  const fingerprint = fingerprintKeySet(primitives, keys);
  return { state: 'verified', answer, approvers, fingerprint, notice: reply.notice };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
