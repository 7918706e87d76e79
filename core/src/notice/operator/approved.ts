import { type Cryptography, type Said, toSaid } from '@candor/core/base';
import type { Operator } from '@candor/core/incident';
import { type Approval, type ApprovalType, QUORUM, selectValidApprovals } from './approval.ts';

export interface ApprovedDocument {
  readonly matter: ApprovalType;
  /** `digestDocument` of the document itself, never one that came with the approvals. */
  readonly digest: string;
  readonly approvals: readonly Approval[];
  /** Operators whose signatures count, as the log or the key set names them. */
  readonly operators: readonly Pick<Operator, 'name' | 'key'>[];
  /** The key set's quorum, where it asks for more than two. */
  readonly quorum?: number;
}

/**
 * The names of those who approved exactly this document; null where fewer than two different operators did, or fewer
 * than the key set asks for.
 */
export async function claimApproved(
  cryptography: Pick<Cryptography, 'verifyEd25519'>,
  { matter, digest, approvals, operators, quorum = QUORUM }: ApprovedDocument,
): Promise<Said<'approved', readonly string[]> | null> {
  const known = operators.map(({ name, key }) => ({ name, key, custodian: null }));
  const valid = await selectValidApprovals(cryptography, matter, digest, approvals, known);
  return valid.length >= Math.max(QUORUM, quorum)
    ? toSaid(
        'approved',
        valid.map(({ operator }) => operator),
      )
    : null;
}
