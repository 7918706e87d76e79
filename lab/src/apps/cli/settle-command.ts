import { advise, hint, Refusal } from '@candor/core/base';
import { argument, deliveryOperations as contract, optional } from '@candor/core/contract/operations';
import { z } from 'zod';
import type { SettlementResult } from '../../commands/notice/settle-deliveries.ts';
import { approveSettlement, settle, uncertain } from '../../operations/delivery.ts';
import { commandOf } from './command-entry.ts';
import type { Screen } from './show/screen.ts';
import { showSettlement, showUncertain } from './show/show-deliveries.ts';

const { outcome, why } = contract.settle.input.shape;
const { approve, digest } = contract.approveSettlement.input.shape;
const numbers = z
  .string()
  .refine((text) => text === 'all' || text.split(',').every(isNumber), { error: 'a whole number from 1 is needed' });

/** Deciding what no program may decide: whether the relay took a message. It takes two people, and it sends nothing. */
export const settleCommand = commandOf(
  {
    typed: 'settle',
    does: 'list the uncertain deliveries, or settle some; two people decide',
    signs: 'optional',
    examples: [
      'candor notice settle                                       those that are uncertain, and why',
      'candor notice settle 17,18 accepted --why "relay log 14:05" --as "Ines Adler"',
      'candor notice settle all bounced --why "relay disk was lost" --as "Ines Adler"',
      'candor notice settle --approve 4 --as "Tom Birk"',
    ],
    notes: 'Settling sends nothing. A delivery settled as bounced goes to the next contact with the next prepare.',
  },
  z.object({
    deliveries: argument(numbers.optional(), 'numbers with commas between them, or all'),
    outcome: optional(outcome),
    why: optional(why),
    approve: optional(approve),
    digest,
  }),
  (call, given, { state, caller }) => {
    if (given.approve === undefined && given.deliveries === undefined)
      return call(uncertain, {}, (screen, found) => showUncertain(screen, found, state));
    if (caller.actor.signature === null) throw refuse('--as NAME is needed: your name as an operator');
    const show = (screen: Screen, result: SettlementResult) => showSettlement(screen, result, state);
    if (given.approve !== undefined)
      return call(approveSettlement, { approve: given.approve, digest: given.digest }, show);
    if (given.deliveries === undefined || given.outcome === undefined)
      throw refuse('say which, and how they are settled: accepted or bounced');
    if (given.why === undefined || given.why.trim() === '') throw refuse('--why REASON is needed: how you know');
    const deliveries = given.deliveries === 'all' ? null : given.deliveries.split(',').map(Number);
    return call(settle, { deliveries, outcome: given.outcome, why: given.why }, show);
  },
);

function isNumber(text: string): boolean {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1;
}

function refuse(reason: string): Refusal {
  return new Refusal('unclear-settlement', [advise`${reason}; ${hint('notice.settle', { help: true })} has examples`]);
}
