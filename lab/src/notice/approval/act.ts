import type { Json } from '@candor/core/base';
import type { Operator } from '@candor/core/incident';
import type { EnclosedSelection } from '@candor/core/notice/act';
import type { ApprovalType } from '@candor/core/notice/operator';
import type { ActiveOperator } from './approver.ts';
import type { ToSign } from './signature.ts';

/** What an act would do, as the state has it now. */
export interface Proposed {
  readonly document: Json;
  /** For people: `release 2 of org-northwind`. */
  readonly named: string;
  /** Which one, beside its approvals; null: the number of its proposal. */
  readonly subject: string | null;
  /** Its proposal; `new`: the first approval stores it. Null for what the state has elsewhere. */
  readonly proposal: number | 'new' | null;
  /** Of a wave: what its manifest commits to; null: it has none. */
  readonly selection?: EnclosedSelection | null;
  /** What follows in the refusal of a digest other than the one reviewed. */
  readonly otherwise: string;
}

/** How an act is named that has one name for everything. */
export function nameAct(named: string): Pick<Proposed, 'named' | 'subject' | 'otherwise'> {
  return { named, subject: named, otherwise: ': it has changed since you reviewed it' };
}

/** Whose mailboxes an act is about: nobody approves anything about their own. */
export type Concerns<Read> =
  | { readonly are: 'custodians'; readonly list: (read: Read) => Promise<Iterable<string>> }
  /** The rule does not apply to this act, and why. */
  | { readonly are: 'nobody'; readonly because: 'no-mailbox' | 'every-mailbox' };

/** When the second person agreed, where the log has it, and who agreed. */
export interface Agreed {
  readonly entry: number;
  readonly at: number;
  readonly approvedBy: readonly string[];
  /** Its proposal's number; null for what is none. */
  readonly proposal: number | null;
}

/** One act that takes two people, whichever it is. */
export interface TwoPersonAct<Read extends Proposed> {
  readonly matter: ApprovalType;
  /** @throws Refusal where there is nothing to approve. */
  readonly read: (at: number) => Promise<Read>;
  readonly concerns: Concerns<Read>;
  /** Whether it still follows from what stands under it. The last step before the signature. @throws Refusal. */
  readonly recheck: (read: Read, at: number) => Promise<void>;
  /** What the person confirms of what was shown, before the signature. @throws Refusal where it is not confirmed. */
  readonly confirm?: (toSign: ToSign) => Promise<void>;
  /** What the agreement brings about, inside the transaction of the log's entry. */
  readonly effect: (read: Read, agreed: Agreed) => Promise<void>;
  /** Whose signatures count, where that is not whom log and incident file name alike. */
  readonly operators?: (read: Read) => readonly ActiveOperator[];
}

/** Of an act for which nothing but its document has to hold. */
export const NOTHING_TO_RECHECK = async (): Promise<void> => undefined;

/** Operators of a former time, whose mailboxes do not matter. */
export const withoutMailboxes = (operators: readonly Operator[]): readonly ActiveOperator[] =>
  operators.map((operator) => ({ ...operator, ownMailboxes: [] }));
