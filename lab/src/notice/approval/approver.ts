import { Refusal, type Signer } from '@candor/core/base';
import type { Operator } from '@candor/core/incident';
import { toBase64Url } from '@candor/core/ledger';
import { findOwnMailboxes } from '@candor/core/notice/operator';
import { openOperatorKey } from '../../adapters/keys/keys.ts';

/** How an operator signs: a name, a key file, and what opens it. The passphrase is asked for as late as can be. */
export interface SigningOrder {
  readonly as: string;
  readonly keyFile: string;
  readonly askPassphrase: () => Promise<string>;
}

/**
 * An operator with every mailbox that the incident file ever called theirs: taking that line out must not open the way.
 */
export interface ActiveOperator extends Operator {
  readonly ownMailboxes: readonly string[];
}

export interface Approver {
  readonly operator: Operator;
  readonly signer: Signer;
}

/** @throws Refusal for an unknown operator. */
export function findOperator<Known extends Operator>(operators: readonly Known[], name: string): Known {
  const found = operators.find((operator) => operator.name === name);
  if (found !== undefined) return found;
  throw new Refusal('unknown-operator', [
    `"${name}" is not an operator of this incident; the operators are: ${operators.map((operator) => operator.name).join(', ')}`,
  ]);
}

/** Nobody approves anything about their own mailbox. @throws Refusal. */
export function assertNotOwn(operator: ActiveOperator, custodians: Iterable<string>): void {
  const all = [...custodians];
  const own = operator.ownMailboxes.flatMap((custodian) => findOwnMailboxes({ ...operator, custodian }, all));
  if (own.length === 0) return;
  throw new Refusal('own-mailbox', [
    `${operator.name} cannot approve this: it is about the mailbox of ${own.join(', ')}, which is ${operator.name}'s own; somebody else must`,
  ]);
}

/** @throws Refusal when the key is not the one that log and incident file have for this operator. */
export async function openApprover(operator: Operator, order: SigningOrder): Promise<Approver> {
  const signer = await openOperatorKey(order.keyFile, operator.name, await order.askPassphrase());
  if (toBase64Url(signer.publicKey) !== operator.key)
    throw new Refusal('wrong-key', [
      `${order.keyFile}: this is not the key that the incident file names for ${operator.name}`,
    ]);
  return { operator, signer };
}
