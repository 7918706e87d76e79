import { compareUtf8 } from '@candor/core/base';

/** The number of addresses in the text of a notice. */
export const TEXT_ADDRESSES = 30;
/** The number on the page where a notice is checked. */
export const PAGE_ADDRESSES = 200;

/** One message that a party is notified of, seen over all copies of it that are no drafts. */
export interface AffectedMessage {
  /** The party's own addresses in its headers, in the form that parties are known by. */
  readonly own: ReadonlyMap<string, AddressVisibility>;
  /** Held, private or withheld from this party. */
  readonly isWithheld: boolean;
  /** Only mailboxes of `notice.quietMailboxes` have to do with it (`isQuietMessage`). */
  readonly isQuiet: boolean;
}

/** How an address occurs in one message: visible, or only as a blind recipient. */
export type AddressVisibility = 'visible' | 'blind';

export interface AffectedAddress {
  readonly address: string;
  /** Messages that may be counted with it: excludes withheld, quiet and blind ones. */
  readonly messages: number;
}

export interface AffectedAddresses {
  /** Only those that may be listed: most messages first, then in UTF-8 order. */
  readonly listed: readonly AffectedAddress[];
  /** Includes those that are counted and never listed. */
  readonly total: number;
}

/**
 * Counts the addresses of one party, message after message. An address is listed only where the party can know of its
 * mail without harm to anybody: one whose only messages are withheld, or were sent to it blind, or went to the
 * ombudsman and the like, would betray somebody to an employer. Its number of messages follows the same rule, or the
 * difference would betray as much.
 */
export class AffectedAddressTally {
  readonly #messages = new Map<string, number>();

  add({ own, isWithheld, isQuiet }: AffectedMessage): void {
    for (const [address, standing] of own) {
      const isNamed = !isWithheld && !isQuiet && standing === 'visible';
      this.#messages.set(address, (this.#messages.get(address) ?? 0) + Number(isNamed));
    }
  }

  list(): AffectedAddresses {
    const listed = [...this.#messages]
      .filter(([, messages]) => messages > 0)
      .map(([address, messages]) => ({ address, messages }))
      .sort((a, b) => b.messages - a.messages || compareUtf8(a.address, b.address));
    return { listed, total: this.#messages.size };
  }
}

/**
 * Whether a message concerns quiet mailboxes only: all its copies lie in such mailboxes, or all addresses of the
 * organization in its headers are quiet ones. Either is enough: an alias of the ombudsman may be delivered to a mailbox
 * of another name, and its own mailbox may hold mail that names nobody.
 * @param holders for each mailbox with a copy, whether it is quiet.
 * @param internal for each address of the organization in the headers, whether it is quiet.
 */
export function isQuietMessage(holders: readonly boolean[], internal: readonly boolean[]): boolean {
  const isAll = (quiet: readonly boolean[]) => quiet.length > 0 && quiet.every(Boolean);
  return isAll(holders) || isAll(internal);
}

/**
 * The first so many of the addresses that may be shown: foreign text, so only plain ones of a usual length, and never
 * more than asked. The rest is `total` less these.
 */
export function selectShownAddresses({ listed }: AffectedAddresses, limit: number): readonly AffectedAddress[] {
  return listed.filter(({ address }) => isShownAddress(address)).slice(0, limit);
}

/** Requires a plain address of a usual length. */
export function isShownAddress(address: string): boolean {
  return address.length <= MAX_SHOWN_CHARS && PLAIN_ADDRESS.test(address);
}

/** Thirty longer ones, which a stranger can make up, would leave the notice no room on the site where it is checked. */
const MAX_SHOWN_CHARS = 80;

/** Nothing that could pass for a sentence, a link elsewhere or a field of a header. */
const PLAIN_ADDRESS =
  /^[a-z0-9](?:[a-z0-9._+-]{0,62}[a-z0-9])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;
