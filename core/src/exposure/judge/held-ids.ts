import { type MentionTable, ROLE } from '../records/mention.ts';
import type { FoundIds } from '../records/message-id-table.ts';

/** More than this share of a mailbox's ids missing: what the intruder opened there may be anything (N1). */
const MAX_MISSING_SHARE = 0.5;

/**
 * Which recorded ids the copies hold: in any mailbox, and in the mailbox that a record is of (B6, B8, N1). Sees every
 * copy of every mailbox before the first is judged.
 */
export class HeldIds {
  readonly #mentions: MentionTable;
  /** By id: some supplied mailbox holds it. */
  #isHeld = new Uint8Array();
  /** By mention: its record's mailbox holds it. */
  #isHeldAtHome = new Uint8Array();
  /** By id: number of the last mailbox that was noted, plus one, since copies come by mailbox. */
  #lastMailbox = new Int32Array();
  #isMostMissing: ReadonlySet<number> | null = null;

  constructor(mentions: MentionTable) {
    this.#mentions = mentions;
  }

  observe(mailbox: number, { exact, alike }: FoundIds): void {
    this.#size();
    if (alike !== null) for (const id of alike) this.#note(id, mailbox);
    else if (exact !== null) this.#note(exact, mailbox);
  }

  isHeld(id: number): boolean {
    return this.#isHeld[id] === 1;
  }

  /** The mention has a number; the mailbox of its record holds the id. */
  isHeldAtHome(mention: number): boolean {
    return this.#isHeldAtHome[mention] === 1;
  }

  /** More than half of the ids of the intruder's Binds and Sends of a mailbox are missing. */
  isMostMissing(mailbox: number): boolean {
    this.#isMostMissing ??= this.#findMostMissing();
    return this.#isMostMissing.has(mailbox);
  }

  /** Known before the first copy: parents are added to the mentions later. */
  #size(): void {
    if (this.#isHeld.length > 0) return;
    this.#isHeld = new Uint8Array(this.#mentions.ids.size);
    this.#isHeldAtHome = new Uint8Array(this.#mentions.size);
    this.#lastMailbox = new Int32Array(this.#mentions.ids.size);
  }

  #note(id: number, mailbox: number): void {
    if (this.#lastMailbox[id] === mailbox + 1) return;
    this.#lastMailbox[id] = mailbox + 1;
    this.#isHeld[id] = 1;
    for (const mention of this.#mentions.clearOf(id)) {
      if (mention.mailbox === mailbox) this.#isHeldAtHome[mention.number] = 1;
    }
  }

  #findMostMissing(): ReadonlySet<number> {
    const counts = new Map<number, { ids: number; missing: number }>();
    const count = (mailbox: number, isMissing: boolean) => {
      const known = counts.get(mailbox) ?? { ids: 0, missing: 0 };
      known.ids += 1;
      if (isMissing) known.missing += 1;
      counts.set(mailbox, known);
    };
    for (let id = 0; id < this.#mentions.ids.size; id += 1) {
      const { binds, sends } = this.#listMailboxes(id);
      for (const [mailbox, isThere] of binds) count(mailbox, !isThere);
      for (const mailbox of sends) count(mailbox, !this.isHeld(id));
    }
    return new Set([...counts].filter(([, { ids, missing }]) => missing > ids * MAX_MISSING_SHARE).map(([box]) => box));
  }

  /** Supplied mailboxes whose intruder records list an id; none for one that was deleted for good. */
  #listMailboxes(id: number): { readonly binds: ReadonlyMap<number, boolean>; readonly sends: ReadonlySet<number> } {
    const binds = new Map<number, boolean>();
    const sends = new Set<number>();
    for (const { mailbox, roles, number } of this.#mentions.clearOf(id)) {
      if ((roles & ROLE.erasure) !== 0) return NOWHERE;
      if (mailbox < 0) continue;
      if ((roles & ROLE.bind) !== 0) binds.set(mailbox, this.isHeldAtHome(number));
      if ((roles & ROLE.send) !== 0) sends.add(mailbox);
    }
    return { binds, sends };
  }
}

const NOWHERE = { binds: new Map<number, boolean>(), sends: new Set<number>() };
