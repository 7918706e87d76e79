import type { Instant } from '@candor/core/base';
import { toMessageId } from '../key/message-id.ts';
import { type MentionTable, ROLE, UNNAMED_MAILBOX } from '../records/mention.ts';
import type { FoundIds } from '../records/message-id-table.ts';

/**
 * Parents named by the copies of a sent message in one mailbox; the weaker class only counts without an exact match.
 */
interface Found {
  exact: Set<string> | null;
  folded: Set<string> | null;
}

const SENDS = ROLE.send | ROLE.ambiguousSend;

/**
 * What the intruder, or an unknown user, answered (W2): searches each sent message in the record's mailbox, otherwise
 * in all; the parents named by the copy were accessed in the record's mailbox.
 */
export class SentCopies {
  readonly #mentions: MentionTable;
  /** By mention of a Send, then by mailbox. */
  readonly #found = new Map<number, Map<number, Found>>();
  readonly #sent = new WeakMap<readonly number[], readonly number[]>();

  constructor(mentions: MentionTable) {
    this.#mentions = mentions;
  }

  observe(mailbox: number, found: FoundIds, parents: readonly string[]): void {
    if (found.exact !== null) this.#add(found.exact, 'exact', mailbox, parents);
    if (found.alike === null) return;
    for (const id of this.#sentOf(found.alike)) if (id !== found.exact) this.#add(id, 'folded', mailbox, parents);
  }

  #add(id: number, name: keyof Found, mailbox: number, parents: readonly string[]): void {
    for (const mention of this.#mentions.clearOf(id)) {
      if ((mention.roles & SENDS) === 0) continue;
      const found = this.#foundAt(mention.number, mailbox);
      const known = found[name] ?? new Set();
      for (const parent of parents) known.add(parent);
      found[name] = known;
    }
  }

  /** The ids named by a Send; computed once, however many copies have ids that differ only in case. */
  #sentOf(alike: readonly number[]): readonly number[] {
    let sent = this.#sent.get(alike);
    if (sent === undefined) {
      sent = alike.filter((id) => [...this.#mentions.clearOf(id)].some(({ roles }) => (roles & SENDS) !== 0));
      this.#sent.set(alike, sent);
    }
    return sent;
  }

  /** Adds a mention for every parent, after every copy of every mailbox was observed. */
  addParents(): void {
    const parents: { record: string; role: number; mailbox: number; time: Instant; ids: Set<string> }[] = [];
    for (let id = 0; id < this.#mentions.ids.size; id += 1) {
      for (const { number, roles, record, mailbox, time } of this.#mentions.clearOf(id)) {
        if ((roles & SENDS) === 0) continue;
        const everywhere = this.#found.get(number);
        // Parents are looked for in the record's mailbox only.
        if (everywhere === undefined || mailbox === UNNAMED_MAILBOX) continue;
        const own = everywhere.get(mailbox);
        const found = own === undefined ? [...everywhere.values()] : [own];
        parents.push({
          record,
          role: toParentRole(roles),
          mailbox,
          time,
          ids: new Set(found.flatMap(({ exact, folded }) => [...(exact ?? folded ?? [])])),
        });
      }
    }
    for (const { record, role, mailbox, time, ids } of parents) {
      const number = this.#mentions.addRecord(record, role, mailbox, time);
      for (const parent of ids) {
        const id = toMessageId(parent);
        if (id !== null) this.#mentions.add(number, id, null);
      }
    }
  }

  #foundAt(mention: number, mailbox: number): Found {
    let everywhere = this.#found.get(mention);
    if (everywhere === undefined) {
      everywhere = new Map();
      this.#found.set(mention, everywhere);
    }
    let found = everywhere.get(mailbox);
    if (found === undefined) {
      found = { exact: null, folded: null };
      everywhere.set(mailbox, found);
    }
    return found;
  }
}

function toParentRole(roles: number): number {
  if ((roles & ROLE.send) !== 0) return ROLE.parent;
  return (roles & ROLE.linkedAfter) !== 0 ? ROLE.linkedAfter | ROLE.ambiguousParent : ROLE.ambiguousParent;
}
