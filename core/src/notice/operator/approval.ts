import {
  type Cryptography,
  type Json,
  type Runtime,
  type Signer,
  toCanonicalJson,
  toList,
  toObject,
  toText,
} from '@candor/core/base';
import type { Operator } from '@candor/core/incident';
import { readBase64Url, toBase64Url } from '@candor/core/ledger';

/**
 * Acts that need two people; the word is part of the signed text, so that an approval cannot be used for another act.
 */
export type ApprovalType =
  | 'wave'
  | 'withdrawal'
  | 'operators'
  | 'enquiry'
  | 'settlement'
  | 'release'
  | 'enrollment'
  | 'revocation'
  | 'hold'
  | 'erasure'
  | 'publication';

/** Different people whose agreement makes an act. */
export const QUORUM = 2;

export interface Approval {
  readonly operator: string;
  /** base64url of the raw public key. */
  readonly key: string;
  /** base64url of the Ed25519 signature. */
  readonly signature: string;
}

/** SHA-256 of a document's canonical JSON, hex: what is approved. */
export function digestDocument(runtime: Pick<Runtime, 'sha256Hex'>, document: Json): string {
  return runtime.sha256Hex(toCanonicalJson(document));
}

/** The exact bytes that an approver signs (docs/formats/wave.md). */
export function toApprovalMessage(matter: ApprovalType, digest: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new Error('an approval is of a SHA-256 in lower-case hex');
  return new TextEncoder().encode(`candor approval v1\n${matter}\n${digest}\n`);
}

export async function signApproval(signer: Signer, matter: ApprovalType, digest: string): Promise<Approval> {
  const signature = await signer.sign(toApprovalMessage(matter, digest));
  return {
    operator: signer.name,
    key: toBase64Url(signer.publicKey),
    signature: toBase64Url(signature),
  };
}

/** The approvals in a log entry, without invalid ones. */
export function readApprovals(json: Json | undefined): readonly Approval[] {
  return (toList(json) ?? []).flatMap((item) => {
    const approval = toObject(item);
    const [operator, key, signature] = ['operator', 'key', 'signature'].map((name) => toText(approval?.[name]));
    return operator && key && signature ? [{ operator, key, signature }] : [];
  });
}

/**
 * The approvals that count: each by a different operator with the key that this operator has, each a valid signature
 * over this very digest. Wrong ones are left out, never an error: the caller counts what is left.
 */
export async function selectValidApprovals(
  cryptography: Pick<Cryptography, 'verifyEd25519'>,
  matter: ApprovalType,
  digest: string,
  approvals: readonly Approval[],
  operators: readonly Operator[],
): Promise<readonly Approval[]> {
  const message = toApprovalMessage(matter, digest);
  const valid: Approval[] = [];
  for (const approval of approvals) {
    const operator = operators.find(({ name, key }) => name === approval.operator && key === approval.key);
    const isCounted = valid.some(({ operator: name, key }) => name === approval.operator || key === approval.key);
    if (operator === undefined || isCounted) continue;
    const [key, signature] = [readBase64Url(approval.key), readBase64Url(approval.signature)];
    if (key === null || signature === null) continue;
    if (await cryptography.verifyEd25519(key, signature, message)) valid.push(approval);
  }
  return valid;
}

/** Which of these custodians the operator is: nobody approves about their own mailbox. */
export function findOwnMailboxes(operator: Operator, custodians: Iterable<string>): readonly string[] {
  if (operator.custodian === null) return [];
  return [...new Set(custodians)].filter((custodian) => custodian === operator.custodian);
}
