import { formatInstant, type Instant, type Runtime } from '@candor/core/base';
import { NO_PREVIOUS_RECEIPT, type ReceiptHead, toReceiptText, type ViewReceipt } from '@candor/core/review/access';
import type Database from 'better-sqlite3';
import type { Access, AccessRecords } from '../../store/portal-store.ts';

export class AccessStore implements AccessRecords {
  readonly #runtime: Pick<Runtime, 'sha256Hex'>;
  readonly #database: Database.Database;
  readonly #head: Database.Statement;
  readonly #insert: Database.Statement;
  readonly #ofParty: Database.Statement;
  readonly #after: Database.Statement;
  /** Heads of the chains, cached: no other process writes them. */
  readonly #heads = new Map<string, ReceiptHead>();

  constructor(database: Database.Database, runtime: Pick<Runtime, 'sha256Hex'>) {
    this.#runtime = runtime;
    this.#database = database;
    this.#head = database.prepare('SELECT number, hash FROM access WHERE party = ? ORDER BY number DESC LIMIT 1');
    this.#insert = database.prepare('INSERT INTO access (party, number, hash, record) VALUES (?, ?, ?, ?)');
    this.#ofParty = database
      .prepare('SELECT record FROM access WHERE party = ? AND number > ? ORDER BY number LIMIT ?')
      .pluck();
    this.#after = database.prepare('SELECT place, record FROM access WHERE place > ? ORDER BY place LIMIT ?');
  }

  /** Resolves when all receipts are on disk. */
  async append(accesses: readonly Access[], now: Instant): Promise<void> {
    const heads = new Map<string, ReceiptHead>();
    const at = formatInstant(now);
    this.#database
      .transaction(() => {
        for (const access of accesses) this.#append(access, at, heads);
      })
      .immediate();
    // Only after the commit.
    for (const [party, head] of heads) this.#heads.set(party, head);
  }

  #append(access: Access, at: string, heads: Map<string, ReceiptHead>): void {
    const { party, reviewer, act, release, object } = access;
    const before = heads.get(party) ?? this.#heads.get(party) ?? this.#readHead(party);
    const number = before.number + 1;
    const record: ViewReceipt = { v: 1, party, number, previous: before.hash, at, reviewer, act, release, object };
    const text = toReceiptText(record);
    const hash = this.#runtime.sha256Hex(text);
    this.#insert.run(party, number, hash, text);
    heads.set(party, { number, hash });
  }

  #readHead(party: string): ReceiptHead {
    return (this.#head.get(party) as ReceiptHead | undefined) ?? { number: 0, hash: NO_PREVIOUS_RECEIPT };
  }

  async listOfParty(party: string, after: number, most: number): Promise<readonly string[]> {
    return this.#ofParty.all(party, after, most) as string[];
  }

  async listAfter(
    place: number,
    most: number,
  ): Promise<readonly { readonly place: number; readonly record: string }[]> {
    return this.#after.all(place, most) as { place: number; record: string }[];
  }
}
