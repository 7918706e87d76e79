import { compareUtf8 } from '@candor/core/base';
import type { HeldIds } from './judge/held-ids.ts';
import type { MailboxJudge } from './judge/mailbox-judge.ts';
import { type MentionTable, ROLE } from './records/mention.ts';
import type { UnknownNames } from './records/unknown-names.ts';

/** A row of unresolved.jsonl of exposure's kinds; impact adds addresses. */
export interface Unresolved {
  readonly what: 'message-id' | 'folder' | 'mailbox';
  readonly value: string;
  /** Distinct records. */
  readonly count: number;
  readonly reason:
    | 'in-no-mailbox'
    | 'in-other-mailbox'
    | 'sent-in-no-mailbox'
    | 'deleted-before-collection'
    | 'not-in-folder-list'
    | 'not-supplied';
}

/** Distinct ids in intruder Binds, resolved and unresolved. */
export interface BindIdCounts {
  readonly distinct: number;
  readonly resolved: number;
  readonly unresolved: number;
}

/**
 * What intruder records name but the evidence lacks (B6), and what was deleted before collection. Never dropped:
 * reported with counts.
 */
export class UnresolvedNames {
  readonly #mentions: MentionTable;
  readonly #unknown: UnknownNames;
  readonly #held: HeldIds;
  readonly #unknownFolders = new Map<string, Set<string>>();
  readonly #closed = new Set<string>();

  constructor(mentions: MentionTable, unknown: UnknownNames, held: HeldIds) {
    this.#mentions = mentions;
    this.#unknown = unknown;
    this.#held = held;
  }

  /** Records which folders one mailbox knows, after all its copies were observed. */
  close(custodian: string, judge: MailboxJudge): void {
    for (const named of this.#unknown.folders) {
      if (named.custodian !== custodian || judge.folders.isKnown(named.folder)) continue;
      this.#addFolder(named.folder.text, named.records);
    }
    this.#closed.add(custodian);
  }

  /** Sorted like exports. Call after every mailbox was closed, including those without copies. */
  list(): readonly Unresolved[] {
    const rows = [...this.#listIds()];
    for (const { custodian } of this.#unknown.folders) {
      if (!this.#closed.has(custodian)) throw new Error(`mailbox ${custodian} was not closed`);
    }
    for (const [value, records] of this.#unknownFolders) {
      rows.push({ what: 'folder', value, count: records.size, reason: 'not-in-folder-list' });
    }
    for (const [value, count] of this.#unknown.mailboxes) {
      rows.push({ what: 'mailbox', value, count, reason: 'not-supplied' });
    }
    return rows.sort(
      (a, b) => compareUtf8(a.what, b.what) || compareUtf8(a.value, b.value) || compareUtf8(a.reason, b.reason),
    );
  }

  countBindIds(): BindIdCounts {
    let distinct = 0;
    let unresolved = 0;
    for (let id = 0; id < this.#mentions.ids.size; id += 1) {
      const { binds, strays } = this.#count(id);
      if (binds > 0) distinct += 1;
      if (strays > 0) unresolved += 1;
    }
    return { distinct, resolved: distinct - unresolved, unresolved };
  }

  *#listIds(): Generator<Unresolved> {
    for (let id = 0; id < this.#mentions.ids.size; id += 1) {
      const { strays, deletions, sends } = this.#count(id);
      const isHeld = this.#held.isHeld(id);
      if (strays === 0 && (isHeld || deletions + sends === 0)) continue;
      const row = { what: 'message-id', value: `<${this.#mentions.ids.textOf(id)}>` } as const;
      if (strays > 0) yield { ...row, count: strays, reason: isHeld ? 'in-other-mailbox' : 'in-no-mailbox' };
      if (deletions > 0 && !isHeld) yield { ...row, count: deletions, reason: 'deleted-before-collection' };
      if (sends > 0 && !isHeld) yield { ...row, count: sends, reason: 'sent-in-no-mailbox' };
    }
  }

  /** Records that name the id: intruder Binds, those whose mailbox lacks it, deletions, and intruder Sends. */
  #count(id: number): { binds: number; strays: number; deletions: number; sends: number } {
    const binds = new Set<number>();
    const strays = new Set<number>();
    const deletions = new Set<number>();
    const sends = new Set<number>();
    for (const { number, roles, recordNumber } of this.#mentions.clearOf(id)) {
      if ((roles & ROLE.deletion) !== 0) deletions.add(recordNumber);
      if ((roles & ROLE.send) !== 0) sends.add(recordNumber);
      if ((roles & ROLE.bind) === 0) continue;
      binds.add(recordNumber);
      if (!this.#held.isHeldAtHome(number)) strays.add(recordNumber);
    }
    return { binds: binds.size, strays: strays.size, deletions: deletions.size, sends: sends.size };
  }

  #addFolder(text: string, records: Iterable<string>): void {
    const known = this.#unknownFolders.get(text) ?? new Set();
    for (const record of records) known.add(record);
    this.#unknownFolders.set(text, known);
  }
}
