import type { Operator } from '@candor/core/incident';
import { type Approval, type ApprovalType, signApproval } from '@candor/core/notice/operator';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { openApprover, type SigningOrder } from './approver.ts';

/** What a person signs. */
export interface ToSign {
  readonly matter: ApprovalType;
  /** The document's canonical JSON: whatever is shown and signed is made from these. */
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hex. */
  readonly digest: string;
}

/** Who signs, and how: the key is wherever that person has it. */
export interface Signature {
  /** The operator's name. */
  readonly as: string;
  /** Called last, when nothing bars this person and this act. */
  readonly sign: (toSign: ToSign, operator: Operator) => Promise<Approval>;
}

/** By a key file. `show` comes before the passphrase, so that the reader can still stop. */
export function signByKeyFile(order: SigningOrder, show: (toSign: ToSign) => void = () => undefined): Signature {
  return {
    as: order.as,
    sign: async (toSign, operator) => {
      show(toSign);
      const { signer } = await openApprover(operator, order);
      // Of the bytes themselves: a digest that came with them could be that of others.
      return signApproval(signer, toSign.matter, createNodeRuntime().sha256Hex(toSign.bytes));
    },
  };
}
