import { compareUtf8, toIdKey } from '@candor/core/base';
import type { Mailbox } from '@candor/core/incident';
import type { MailboxIndex } from './mailbox-index.ts';

/** Maximum users of one incident that a problem lists. */
const LISTED = 1_000;

export interface DelegateCount {
  readonly custodian: string;
  /** In lower case. */
  readonly user: string;
  readonly records: number;
}

/**
 * People who also work in a mailbox (docs/formats/rules.md, A8): the incident file lists them, or a record from an
 * owner's address before the window shows them.
 */
export class Delegates {
  readonly #mailboxes: MailboxIndex;
  readonly #listed: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #recorded = new Set<string>();

  constructor(mailboxes: readonly Mailbox[], index: MailboxIndex) {
    this.#mailboxes = index;
    this.#listed = new Map(
      mailboxes
        .filter(({ delegates }) => delegates.length > 0)
        .map(({ custodian, delegates }) => [custodian, new Set(delegates.flatMap((text) => this.#keysOf(text)))]),
    );
  }

  /** Call for records from an owner's address before the window. */
  note(custodian: string, user: string): void {
    this.#recorded.add(`${custodian}\n${user}`);
  }

  /** How a user is known as a delegate of a mailbox; null: unknown. */
  find(custodian: string | null, user: string | null): 'listed' | 'recorded' | null {
    if (custodian === null || user === null) return null;
    const listed = this.#listed.get(custodian);
    if (listed !== undefined && this.#keysOf(user).some((key) => listed.has(key))) return 'listed';
    return this.#recorded.has(`${custodian}\n${user}`) ? 'recorded' : null;
  }

  /** A user is the text itself, and the custodian whom it names. */
  #keysOf(text: string): readonly string[] {
    const custodian = this.#mailboxes.name(text);
    return custodian === null ? [`user ${toIdKey(text)}`] : [`user ${toIdKey(text)}`, `custodian ${custodian}`];
  }
}

/** Counts records by mailbox and user, for problems. */
export class DelegateTally {
  readonly #counts = new Map<string, DelegateCount>();

  note(custodian: string, user: string): void {
    const key = `${custodian}\n${user}`;
    const records = (this.#counts.get(key)?.records ?? 0) + 1;
    this.#counts.set(key, { custodian, user, records });
  }

  list(): readonly DelegateCount[] {
    return [...this.#counts.values()]
      .sort((a, b) => compareUtf8(a.custodian, b.custodian) || compareUtf8(a.user, b.user))
      .slice(0, LISTED);
  }
}
