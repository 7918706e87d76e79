import type { ReleaseStatement } from '@candor/core/review/seal';
import { fold } from '../../bridge/fold.ts';
import { isFiltered, type MessageQuery, NO_QUERY } from '../../bridge/message-query.ts';
import { parseSearch, type SearchError } from '../../bridge/query-text.ts';
import { FOUND_SECRETS, NO_DATE, type ReleasedVerdict, VERDICTS } from '../../bridge/released-message.ts';
import type { Facets, FoundValue, MessageRow, Overview, Timeline } from '../../bridge/table-calls.ts';
import { AddressCounter, countFacets } from './count-table.ts';
import { FEATURE_TESTS, ROW_STATES } from './held.ts';
import { matchFilters } from './match-filters.ts';
import { matchTerms } from './match-terms.ts';
import type { MessageTable } from './message-table.ts';
import { findShownAddress, RowOrder } from './order-rows.ts';
import { isOfParty } from './pack-facts.ts';
import { findThreads } from './threads.ts';
import { countOverTime } from './timeline.ts';
import { WordIndex } from './word-index.ts';

export interface Selection {
  readonly rows: Uint32Array;
  readonly messages: number;
  readonly flaws: readonly SearchError[];
  /** Rows included without a check that the words of a phrase are adjacent. */
  readonly unsure: readonly number[];
  /** Matching messages of a row's thread; null without threads. */
  readonly inThread: ReadonlyMap<number, number> | null;
}

/** Budget for words of bodies: what table, page and opened messages leave of 500 MB. */
const WORDS_BUDGET_BYTES = 160 * 1024 * 1024;
const KEPT_SELECTIONS = 4;
const NOTHING_STATED: ReleaseStatement = { window: null, next: null, unknown: {} };
const DOUBTS = ['possible', 'undetermined'] as const;

/** The table of one release with everything for queries. It knows no keys and makes no calls. */
export class SearchedTable {
  readonly table: MessageTable;
  readonly words = new WordIndex(WORDS_BUDGET_BYTES);
  readonly #domains: readonly string[];
  readonly #order: RowOrder;
  readonly #kept = new Map<string, Selection>();
  readonly #flaws = new Map<number, string>();
  /** Bits of `ROW_STATES`; empty until one is set. */
  #states = new Uint8Array(0);
  #statesVersion = 0;
  #hasNotes = false;
  #own: Uint8Array | null = null;
  #threads: Uint32Array = new Uint32Array(0);

  /** `domains`: those that the party proved, or its exact address. */
  constructor(table: MessageTable, domains: readonly string[]) {
    this.table = table;
    this.#domains = domains;
    this.#order = new RowOrder(table);
  }

  setNoted(ids: readonly string[]): void {
    for (let row = 0; row < this.#states.length; row += 1) this.#setState(row, ROW_STATES.noted, false);
    for (const id of ids) this.#setState(this.table.findRow(id), ROW_STATES.noted, true);
    this.#hasNotes = true;
    this.#statesVersion += 1;
  }

  /** Whether it is known which messages have notes. */
  get hasNotes(): boolean {
    return this.#hasNotes;
  }

  get hasYears(): boolean {
    const { dates, count } = this.table;
    const newest = dates[0] ?? NO_DATE;
    const oldest = dates.subarray(0, count).findLast((date) => date !== NO_DATE) ?? newest;
    return newest !== NO_DATE && new Date(newest * 1000).getUTCFullYear() !== new Date(oldest * 1000).getUTCFullYear();
  }

  /** A message that failed to open says so in its row until it opens. */
  setFlaw(id: string, flaw: string | null): void {
    const row = this.table.findRow(id);
    if (row === null) return;
    if ((this.#flaws.get(row) ?? null) === flaw) return;
    if (flaw === null) this.#flaws.delete(row);
    else this.#flaws.set(row, flaw);
    this.#setState(row, ROW_STATES.unopened, flaw !== null);
    this.#statesVersion += 1;
  }

  #setState(row: number | null, bit: number, isSet: boolean): void {
    if (row === null) return;
    if (this.#states.length === 0) this.#states = new Uint8Array(this.table.expected);
    this.#states[row] = ((this.#states[row] ?? 0) & ~bit) | (isSet ? bit : 0);
  }

  addBody(row: number, words: ReadonlySet<string>): boolean {
    return this.words.add(row, words);
  }

  select(query: MessageQuery): Selection {
    const { count } = this.table;
    const isOfBodies = query.text !== '';
    const version = [
      count,
      isOfBodies ? this.words.messages : 0,
      query.holds.length > 0 || isOfBodies ? this.#statesVersion : 0,
    ];
    const name = JSON.stringify([version, query]);
    const known = this.#kept.get(name);
    if (known !== undefined) return known;
    const made = this.#select(query);
    this.#kept.set(name, made);
    for (const oldest of this.#kept.keys()) if (this.#kept.size > KEPT_SELECTIONS) this.#kept.delete(oldest);
    return made;
  }

  facets(query: MessageQuery): Facets {
    const { found, failed } = this.#match(query);
    return countFacets({ table: this.table, states: this.#states, own: this.#findOwn() }, found, failed);
  }

  timeline(query: MessageQuery): Timeline {
    return countOverTime(this.table, this.select({ ...query, isThreaded: false }).rows);
  }

  toRow(row: number, { inThread }: Pick<Selection, 'inThread'>): MessageRow {
    const { table } = this;
    const date = table.dates[row] ?? NO_DATE;
    const direction = table.direction(row);
    const side = direction === 'sent' || direction === 'both' ? table.to : table.from;
    return {
      id: table.id(row),
      verdict: table.verdict(row),
      date: date === NO_DATE ? null : date,
      subject: table.subjects.at(row),
      direction,
      other: table.addresses[findShownAddress(table, row)] ?? '',
      others: Math.max(0, side.count(row) - 1),
      attachments: table.attachmentCount(row),
      marks: table.marksOf(row),
      kinds: table.kindsOf(row),
      isNoted: FEATURE_TESTS.note(table, this.#states)(row),
      thread: inThread?.get(row) ?? 1,
      flaw: this.#flaws.get(row) ?? null,
    };
  }

  foundSecrets(): readonly FoundValue[] {
    const { table } = this;
    const isSecret = table.values.map(({ kind }) => (FOUND_SECRETS as readonly string[]).includes(kind));
    const found = new Map<number, { message: string; messages: number }>();
    for (let row = 0; row < table.count; row += 1) {
      if (table.kinds[row] === 0) continue;
      for (const place of table.valuesOf(row)) {
        if (isSecret[place] !== true) continue;
        const known = found.get(place);
        if (known === undefined) found.set(place, { message: table.id(row), messages: 1 });
        else known.messages += 1;
      }
    }
    return [...found].flatMap(([place, where]) => {
      const value = table.values[place];
      return value === undefined ? [] : [{ ...value, ...where }];
    });
  }

  overview(): Overview {
    const { table } = this;
    const own = this.#findOwn();
    const people = new AddressCounter(table);
    const custodians = new AddressCounter(table);
    const isSecret = FEATURE_TESTS.secret(table, this.#states);
    const counted = VERDICTS.map(() => ({ messages: 0, secrets: 0 }));
    const doubts = DOUBTS.map(() => new Uint32Array(table.reasons.length));
    const marks = { fraud: 0, secret: 0, personal: 0, bulk: 0, corrected: 0 };
    let [first, last] = [Number.POSITIVE_INFINITY, NO_DATE];
    for (let row = 0; row < table.count; row += 1) {
      const verdict = table.verdict(row);
      const counts = counted[VERDICTS.indexOf(verdict)];
      if (counts !== undefined) {
        counts.messages += 1;
        counts.secrets += isSecret(row) ? 1 : 0;
      }
      if ((table.marks[row] ?? 0) !== 0) for (const mark of table.marksOf(row)) marks[mark] += 1;
      for (const list of [table.from, table.to, table.cc]) people.take(list.at(row), row);
      custodians.take(table.custodians.at(row), row);
      const doubt = verdict === 'possible' || verdict === 'undetermined' ? doubts[DOUBTS.indexOf(verdict)] : undefined;
      if (doubt !== undefined)
        for (const reason of new Set(table.reasonsOf(row))) doubt[reason] = (doubt[reason] ?? 0) + 1;
      const date = table.dates[row] ?? NO_DATE;
      if (date === NO_DATE) continue;
      first = Math.min(first, date);
      last = Math.max(last, date);
    }
    return {
      messages: table.count,
      verdicts: Object.fromEntries(VERDICTS.map((verdict, at) => [verdict, counted[at]])) as Record<
        ReleasedVerdict,
        { messages: number; secrets: number }
      >,
      marks,
      people: people.list((place) => own[place] === 1),
      custodians: custodians.list(() => true),
      doubts: DOUBTS.flatMap((verdict, at) =>
        table.reasons
          .map(({ code, sentence }, reason) => ({ verdict, code, sentence, messages: doubts[at]?.[reason] ?? 0 }))
          .filter(({ messages }) => messages > 0)
          .sort((a, b) => b.messages - a.messages),
      ),
      timeline: this.timeline(NO_QUERY),
      first: last === NO_DATE ? null : first,
      last: last === NO_DATE ? null : last,
      statement: table.statement ?? NOTHING_STATED,
    };
  }

  #select(query: MessageQuery): Selection {
    const { found, failed, flaws, unsure } = this.#match(query);
    const rows = new Uint32Array(found.length);
    const maybe: number[] = [];
    let messages = 0;
    for (let row = 0; row < found.length; row += 1) {
      if (found[row] === 0 || failed[row] !== 0) continue;
      rows[messages] = row;
      messages += 1;
      if (unsure?.[row] === 1) maybe.push(row);
    }
    const shown = rows.subarray(0, messages);
    const inThread = query.isThreaded ? new Map<number, number>() : null;
    const kept = inThread === null ? shown : this.#foldThreads(shown, inThread);
    const { by, isDescending } = query.sort;
    return { rows: this.#order.sort(kept, by, isDescending), messages, flaws, unsure: maybe, inThread };
  }

  /** The newest row of each thread, with its number of matches. */
  #foldThreads(rows: Uint32Array, inThread: Map<number, number>): Uint32Array {
    const threads = this.#findThreads();
    const newest = new Map<number, number>();
    for (const row of rows) {
      const thread = threads[row] ?? row;
      const shown = newest.get(thread) ?? row;
      newest.set(thread, shown);
      inThread.set(shown, (inThread.get(shown) ?? 0) + 1);
    }
    return Uint32Array.from(newest.values());
  }

  #match(query: MessageQuery) {
    const { table, words } = this;
    const states = this.#states;
    const { terms, flaws } = parseSearch(query.text);
    const { rows: found, unsure } = matchTerms({ table, words, states }, terms);
    const failed = isFiltered({ ...query, text: '' })
      ? matchFilters({ table, states, threads: () => this.#findThreads() }, query)
      : new Uint8Array(found.length);
    return { found, failed, flaws, unsure };
  }

  #findThreads(): Uint32Array {
    const { table } = this;
    if (this.#threads.length !== table.count) this.#threads = findThreads(table, (row) => fold(table.subjects.at(row)));
    return this.#threads;
  }

  #findOwn(): Uint8Array {
    const { addresses } = this.table;
    if (this.#own === null || this.#own.length !== addresses.length)
      this.#own = Uint8Array.from(addresses, (address) => (isOfParty(address, this.#domains) ? 1 : 0));
    return this.#own;
  }
}
