import { formatAmount, type Instant, type Json, toObject, toText, toWhole } from '@candor/core/base';
import {
  type DatedIndex,
  type Entry,
  findSecondsAhead,
  isApprovedKind,
  judgeWitnessed,
  type LogRate,
  measureWait,
  type SignedSize,
  toPublishedSize,
  type WitnessedSize,
} from '@candor/core/ledger';
import { readApprovals } from '@candor/core/notice/operator';
import { toGenesis, toOperatorChange } from '../ledger/index.ts';
import {
  ENROLLMENT_BY_PERIODS,
  KEY_WAIT_SECONDS,
  type NewKey,
  readShownAlone,
  SHOWN_ALONE,
  SHOWN_SECONDS,
} from '../ledger/waiting/index.ts';

/** Where a person finds it, and what is wrong, in words. */
export interface FoundWait {
  readonly code: 'log-wait' | 'log-ahead';
  readonly place: string;
  readonly text: string;
}

interface EntryWaitsOptions {
  /** `kept`: checkpoints that the state keeps, by `sign`. `padding`: what padding entries say of signings. */
  readonly signings: 'kept' | 'padding';
  readonly witnessed?: readonly WitnessedSize[];
}

/**
 * Waits that the log itself measures: a new key's, an enrollment's, and that between values shown to one person.
 * Positions and signings count; what an entry states of its own time must only agree. Entries come in the order of the
 * log.
 */
export class EntryWaits {
  readonly #options: EntryWaitsOptions;
  readonly #signed: SignedSize[] = [];
  readonly #paddings = new Map<number, Instant>();
  readonly #found: FoundWait[] = [];
  readonly #newKeys = new Map<string, NewKey>();
  readonly #deliveries = new Map<number, Instant>();
  readonly #shown = new Map<string, { readonly place: DatedIndex; readonly value: number }[]>();
  /** Periods with entries that are not open here: somebody else may have signed the log in them. */
  readonly #closed: number[] = [];
  #keys: ReadonlySet<string> = new Set();
  #hasChangeByPeriods = false;
  #hasEnrollmentByPeriods = false;
  #rate: LogRate | null = null;
  #next = 0;
  #open = 0;

  constructor(options: EntryWaitsOptions) {
    this.#options = options;
  }

  /** A checkpoint of the log's key, as the state keeps it. A padding entry knows better when it was signed. */
  sign(size: number, at: Instant): void {
    this.#signed.push({ size, at: this.#paddings.get(size - 1) ?? at });
  }

  /** Entries that cannot be opened here are left out. */
  take(place: string, index: number, entry: Entry): void {
    this.#close(index);
    this.#next = index + 1;
    const genesis = toGenesis(entry);
    if (genesis !== null) {
      this.#rate = genesis.rate;
      this.#keys = new Set(genesis.operators.map(({ key }) => key));
    } else if (entry.kind === 'padding') this.#takePadding(index, entry.at);
    else if (entry.kind === 'deliveries') this.#deliveries.set(index, entry.at);
    else this.#takeAct(place, { index, at: entry.at }, entry);
  }

  /** What is wrong, in the order of the log. `size`: of the newest checkpoint, which must not be ahead of `now`. */
  list(size: number, now: Instant): readonly FoundWait[] {
    const rate = this.#rate;
    if (rate === null) return this.#found;
    const ahead = [
      { of: size, seconds: findSecondsAhead(rate, size, now), by: 'this clock' },
      ...(this.#options.witnessed ?? []).map(({ size: of, seenAt }) => ({
        of,
        seconds: findSecondsAhead(rate, of, seenAt),
        by: 'the witness that cosigned it',
      })),
    ].filter(({ seconds }) => seconds > 0);
    return [
      ...this.#found,
      ...ahead.map(({ of, seconds, by }) => ({
        code: 'log-ahead' as const,
        place: `checkpoint ${of}`,
        text: `the log is ${formatAmount(Math.ceil(seconds / 3600), 'hour')} ahead of ${by}: it was signed with a clock that was fast, and waits that its periods measure are not shown`,
      })),
    ];
  }

  /** Waits of which these entries and witnesses do not show that they passed, nor that they did not. */
  get open(): number {
    return this.#open;
  }

  #close(index: number): void {
    if (this.#rate === null) return;
    const { entries } = this.#rate;
    for (let period = Math.floor(this.#next / entries); period * entries < index; period += 1)
      if (this.#next < index && this.#closed.at(-1) !== period) this.#closed.push(period);
  }

  #takePadding(index: number, at: Instant): void {
    if (this.#rate === null) return;
    if (this.#options.signings === 'kept') {
      // Only the last entry of a period can be the last of a checkpoint.
      if ((index + 1) % this.#rate.entries === 0) this.#paddings.set(index, at);
      return;
    }
    const size = toPublishedSize(this.#rate, at);
    // One signing pads up to the size of its time.
    if (index < size && this.#signed.at(-1)?.size !== size) this.#signed.push({ size, at });
  }

  #takeAct(place: string, here: DatedIndex, entry: Entry): void {
    if (isApprovedKind(entry.kind)) this.#checkKeys(place, here, entry);
    const change = toOperatorChange(entry);
    if (change !== null) {
      if (change.waits === 'by-periods') this.#hasChangeByPeriods = true;
      else if (this.#hasChangeByPeriods)
        this.#find(place, 'it changes operators in the form of former versions, whose waits only stated times measure');
      const keys = new Set(change.operators.map(({ key }) => key));
      for (const key of keys) if (!this.#keys.has(key)) this.#newKeys.set(key, { ...here, waits: change.waits });
      this.#keys = keys;
    }
    if (entry.kind === 'enrollment') this.#checkEnrollment(place, here, entry.body['document'] ?? null);
    if (entry.kind === 'access') this.#checkShown(place, here, entry);
  }

  #checkKeys(place: string, here: DatedIndex, { body }: Entry): void {
    for (const { operator, key } of readApprovals(body['approvals'])) {
      const since = this.#keys.has(key) ? this.#newKeys.get(key) : undefined;
      if (since === undefined) continue;
      const what = `${operator} approved it with a key that entry ${since.index} brought in`;
      if (since.waits === 'by-stated-times') {
        if (here.at < since.at + KEY_WAIT_SECONDS) this.#find(place, `${what} less than a day before`);
      } else this.#judge(place, what, since, here, KEY_WAIT_SECONDS);
    }
  }

  #checkEnrollment(place: string, here: DatedIndex, document: Json): void {
    const asked = toObject(document);
    if (toText(asked?.['kind']) !== 'enrollment') return;
    if (asked?.['v'] !== ENROLLMENT_BY_PERIODS) {
      if (this.#hasEnrollmentByPeriods && asked?.['request'] !== undefined)
        this.#find(place, 'it approves an enrollment in the form of former versions, which shows no waiting time');
      return;
    }
    this.#hasEnrollmentByPeriods = true;
    const wait = toObject(asked['wait']);
    // A second contact of the party confirmed the person.
    if (wait === null) return;
    const [since, seconds] = [toWhole(wait['since']), toWhole(wait['seconds'])];
    if (since === null || seconds === null || since >= here.index) {
      this.#find(place, 'its waiting time begins nowhere in the log before it');
      return;
    }
    const at = this.#deliveries.get(since);
    const what = `it approves an enrollment of which entry ${since} shows that the contacts were notified`;
    if (at !== undefined) this.#judge(place, what, { index: since, at }, here, seconds);
    else if (this.#isClosed(since)) this.#open += 1;
    else this.#find(place, `its waiting time begins with entry ${since}, which is no head of the chain of deliveries`);
  }

  #checkShown(place: string, here: DatedIndex, entry: Entry): void {
    const shown = readShownAlone(entry);
    if (shown === null || this.#rate === null) return;
    const before = this.#shown.get(shown.by) ?? [];
    const rate = this.#rate;
    const running = before.filter(
      (one) => !measureWait(rate, this.#signed, { from: one.place, to: here, seconds: SHOWN_SECONDS }).isOver,
    );
    const certain = running.filter((one) => !this.#mayBeOver(one.place, here, SHOWN_SECONDS));
    const values = new Set(certain.map(({ value }) => value));
    if (values.size >= SHOWN_ALONE)
      this.#find(
        place,
        `${shown.by} was shown a value alone after ${formatAmount(values.size, 'other')} within a day by the periods of the log`,
      );
    this.#shown.set(shown.by, [...running, { place: here, value: shown.value }]);
  }

  #judge(place: string, what: string, from: DatedIndex, to: DatedIndex, seconds: number): void {
    if (this.#rate === null) {
      this.#open += 1;
      return;
    }
    const { periods, needed, missingSeconds, isOver } = measureWait(this.#rate, this.#signed, { from, to, seconds });
    const { witnessed = [] } = this.#options;
    const seen = judgeWitnessed(witnessed, from.index, to.index, seconds);
    if (seen === 'contradicted')
      this.#find(place, `${what}, and by the times of the witnesses less than ${toHours(seconds)} passed between them`);
    else if (isOver) {
      if (witnessed.length > 0 && seen === 'open') this.#open += 1;
    } else if (this.#mayBeOver(from, to, seconds)) this.#open += 1;
    else if (missingSeconds > 0)
      this.#find(place, `${what} less than ${toHours(seconds)} before, by what the entries state themselves`);
    else this.#find(place, `${what}, and ${periods} of ${formatAmount(needed, 'period')} of the log lie between them`);
  }

  /** Whether the wait would be over if the log was signed in each period that is not open here. */
  #mayBeOver(from: DatedIndex, to: DatedIndex, seconds: number): boolean {
    if (this.#options.signings === 'kept' || this.#rate === null) return false;
    const { entries } = this.#rate;
    const signed = new Set(this.#signed.map(({ size }) => size));
    const possible = this.#closed
      .map((period) => (period + 1) * entries)
      .filter((size) => size > from.index && size <= to.index && !signed.has(size)).length;
    const { periods, needed, missingSeconds } = measureWait(this.#rate, this.#signed, { from, to, seconds });
    return possible > 0 && missingSeconds === 0 && periods + possible >= needed;
  }

  #isClosed(index: number): boolean {
    const period = this.#rate === null ? null : Math.floor(index / this.#rate.entries);
    return this.#options.signings === 'padding' && (period === null || this.#closed.includes(period));
  }

  #find(place: string, text: string): void {
    this.#found.push({ code: 'log-wait', place, text });
  }
}

function toHours(seconds: number): string {
  return seconds % 3600 === 0 ? formatAmount(seconds / 3600, 'hour') : formatAmount(seconds, 'second');
}
