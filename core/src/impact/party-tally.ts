import type { Instant } from '@candor/core/base';
import type { CustodianTable } from './custodian-table.ts';
import type { MessageTally } from './message-tally.ts';
import type { SeenParty } from './party-profile.ts';
import { POSSIBLE_RANK, UNDETERMINED_RANK, VERDICTS_BY_STRENGTH } from './verdict-rank.ts';

/** The roles in which a party stands in a message's headers, as bits. */
export const ROLE_BITS = { sender: 1, recipient: 2, blindRecipient: 4, attached: 8 } as const;

export class PartyTally {
  readonly id: string;
  /** Numbered from 0 in the order of their first address. */
  readonly number: number;
  /**
   * The imported ids of its addresses, with what the import says of them. One, but for parties that a person merged.
   */
  seen: readonly SeenParty[] = [];
  /** Distinct messages at their strongest verdict, by rank. */
  readonly messagesByRank: number[] = VERDICTS_BY_STRENGTH.map(() => 0);
  messages = 0;
  copies = 0;
  first: Instant | null = null;
  last: Instant | null = null;
  /** Exposed messages by role: sender, recipient, blind recipient, attached. */
  sender = 0;
  recipient = 0;
  blindRecipient = 0;
  attached = 0;
  intruderSent = 0;
  bulk = 0;
  undeterminedBulk = 0;
  intruderSentToOthers = 0;
  undecided = 0;
  /** Number of the message that last touched it, and the roles found in that message so far. */
  lastMessage = -1;
  roles = 0;

  constructor(id: string, number: number) {
    this.id = id;
    this.number = number;
  }

  addSeen(found: SeenParty): void {
    // Nearly every party has one, and a list that grows takes room for seventeen.
    if (!this.seen.some(({ id }) => id === found.id)) this.seen = [...this.seen, found];
  }

  /** Counts one whole message whose headers, in any of its copies, hold the party. */
  addMessage(message: MessageTally, custodians: CustodianTable): void {
    const rank = message.strongestSent;
    if (rank >= UNDETERMINED_RANK) this.messagesByRank[rank] = (this.messagesByRank[rank] ?? 0) + 1;
    if (message.intruderSent) this.intruderSent += 1;
    const isRecipient = (this.roles & (ROLE_BITS.recipient | ROLE_BITS.blindRecipient)) !== 0;
    if (message.intruderSent && !isRecipient) this.intruderSentToOthers += 1;
    if (rank === UNDETERMINED_RANK && message.bulk) this.undeterminedBulk += 1;
    if (rank < POSSIBLE_RANK) return;
    this.messages += 1;
    if (!message.isDecided) this.undecided += 1;
    if (message.bulk) this.bulk += 1;
    if ((this.roles & ROLE_BITS.sender) !== 0) this.sender += 1;
    if ((this.roles & ROLE_BITS.recipient) !== 0) this.recipient += 1;
    if ((this.roles & ROLE_BITS.blindRecipient) !== 0) this.blindRecipient += 1;
    if ((this.roles & ROLE_BITS.attached) !== 0) this.attached += 1;
    const { date } = message;
    if (date !== null && (this.first === null || date < this.first)) this.first = date;
    if (date !== null && (this.last === null || date > this.last)) this.last = date;
    for (const [custodian, copies] of message.exposedCopies) {
      this.copies += copies;
      custodians.addMessage(this.number, custodian, copies);
    }
  }
}
