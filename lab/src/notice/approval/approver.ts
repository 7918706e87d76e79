import { Refusal } from '@candor/core/base';
import type { Operator } from '@candor/core/incident';
import { findOwnMailboxes } from '@candor/core/notice/operator';

/**
 * An operator with every mailbox that the incident file ever called theirs: taking that line out must not open the way.
 */
export interface ActiveOperator extends Operator {
  readonly ownMailboxes: readonly string[];
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
