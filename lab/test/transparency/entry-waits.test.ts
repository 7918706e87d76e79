import type { Entry, WitnessedSize } from '@candor/core/ledger';
import { describe, expect, test } from 'vitest';
import { toShownWords } from '../../src/ledger/waiting/index.ts';
import { EntryWaits } from '../../src/transparency/entry-waits.ts';
import { startedAt } from '../ledger/made-log.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const ENTRIES = 4;
const LATER = startedAt + 365 * DAY;

/** A log of four entries an hour, as its openings show it to somebody outside. */
class OpenedLog {
  readonly waits: EntryWaits;
  at = startedAt;
  #next = 1;
  #isOpen = true;

  constructor(witnessed: readonly WitnessedSize[] = []) {
    this.waits = new EntryWaits({ signings: 'padding', witnessed });
    const operators = [{ name: 'Ines Adler', key: 'a' }];
    const body = { incident: null, origin: 'o', log: 'k', operators, quorum: 2, period: HOUR, entries: ENTRIES };
    this.waits.take('line 1', 0, { kind: 'genesis', at: startedAt, body });
  }

  append(kind: Entry['kind'], body: Entry['body']): number {
    const index = this.#next;
    this.#next += 1;
    if (this.#isOpen) this.waits.take(`line ${index + 1}`, index, { kind, at: this.at, body });
    return index;
  }

  /** Signs the log in each of so many hours. */
  pass(hours: number, isOpen = true): this {
    this.#isOpen = isOpen;
    for (let hour = 0; hour < hours; hour += 1) {
      this.at += HOUR;
      const size = ENTRIES * (Math.floor((this.at - startedAt) / HOUR) + 1);
      while (this.#next < size) this.append('padding', {});
    }
    this.#isOpen = true;
    return this;
  }

  get size(): number {
    return this.#next;
  }

  found(): readonly string[] {
    return this.waits.list(this.#next, LATER).map(({ code, text }) => `${code}: ${text}`);
  }
}

const changeOperators = (log: OpenedLog, v = 2) =>
  log.append('operators', { document: { v, log: 'k', operators: [{ name: 'Nora Quint', key: 'n' }] }, approvals: [] });
const signed = { approvals: [{ operator: 'Nora Quint', key: 'n', signature: 's' }], document: {} };

describe("a new key's day, from openings alone", () => {
  test('is over after 24 periods behind the one that shows the change', () => {
    const log = new OpenedLog().pass(2);
    changeOperators(log);
    log.pass(25).append('wave', signed);
    expect([log.found(), log.waits.open]).toEqual([[], 0]);
  });

  test('is not over a period before', () => {
    const log = new OpenedLog().pass(2);
    changeOperators(log);
    log.pass(24).append('wave', signed);
    expect(log.found()).toEqual([expect.stringMatching(/^log-wait: Nora Quint .* 23 of 24 periods/)]);
  });

  test('is not known where entries that are not open leave room for it, and refused where they do not', () => {
    const open = new OpenedLog().pass(2);
    changeOperators(open);
    open.pass(25, false).append('wave', signed);
    expect([open.found(), open.waits.open]).toEqual([[], 1]);
    const short = new OpenedLog().pass(2);
    changeOperators(short);
    short.pass(20, false);
    short.at += 10 * HOUR;
    short.append('wave', signed);
    expect([short.found(), short.waits.open]).toEqual([[expect.stringContaining('of 24 periods')], 0]);
  });

  test('is contradicted by a witness that saw it all within an hour', () => {
    const seen = (size: number, hour: number) => ({ size, seenAt: startedAt + hour * HOUR });
    const log = new OpenedLog([seen(12, 2), seen(112, 27), seen(116, 28)]).pass(2);
    changeOperators(log);
    log.pass(25).append('wave', signed);
    expect(log.found()).toEqual([]);
    const rushed = new OpenedLog([seen(12, 2), seen(112, 3), seen(116, 4)]).pass(2);
    changeOperators(rushed);
    rushed.pass(25).append('wave', signed);
    expect(rushed.found()).toEqual([
      expect.stringMatching(/^log-wait: .* by the times of the witnesses less than 24 hours/),
      expect.stringMatching(/^log-ahead: the log is 24 hours ahead of the witness/),
      expect.stringMatching(/^log-ahead: /),
    ]);
  });

  test('cannot go back to the form of former versions', () => {
    const log = new OpenedLog();
    changeOperators(log);
    changeOperators(log, 1);
    expect(log.found()).toEqual([expect.stringContaining('in the form of former versions')]);
  });
});

describe('an enrollment', () => {
  const enroll = (log: OpenedLog, wait: { since: number; seconds: number } | null, v = 2) =>
    log.append('enrollment', { approvals: [], document: { v, kind: 'enrollment', request: 'r', wait } });
  const tell = (log: OpenedLog) => log.append('deliveries', { head: 'h', links: 9 });

  test('waits from the entry that shows that the contacts were notified', () => {
    for (const [hours, found] of [
      [73, []],
      [72, [expect.stringMatching(/71 of 72 periods/)]],
    ] as const) {
      const log = new OpenedLog().pass(1);
      const since = tell(log);
      enroll(log.pass(hours), { since, seconds: 3 * DAY });
      expect(log.found()).toEqual(found);
    }
  });

  test('does not wait where a second contact confirmed', () => {
    const log = new OpenedLog();
    enroll(log, null);
    expect(log.found()).toEqual([]);
  });

  test.each([
    ['an entry that shows no deliveries', { since: 1, seconds: DAY }],
    ['a later entry', { since: 900, seconds: DAY }],
  ])('is refused when its wait begins with %s', (_, wait) => {
    const log = new OpenedLog();
    log.append('delay', {});
    log.pass(90);
    enroll(log, wait);
    expect(log.found()).toHaveLength(1);
  });

  test('cannot go back to the form of former versions; one by hand has no wait', () => {
    const log = new OpenedLog();
    enroll(log, null, 1);
    expect(log.found()).toEqual([]);
    enroll(log, null);
    enroll(log, null, 1);
    log.append('enrollment', { approvals: [], document: { v: 1, kind: 'enrollment' } });
    expect(log.found()).toEqual([expect.stringContaining('in the form of former versions')]);
  });
});

describe('values shown to one person', () => {
  const show = (log: OpenedLog, value: number, second: string | null = null) =>
    log.append('access', { by: 'Marek', what: toShownWords(value, 'mail/1.eml, part 1', second), why: 'w' });

  test('are twenty a day by periods, equal ones once, without those that a second person saw', () => {
    const log = new OpenedLog();
    for (let value = 1; value <= 20; value += 1) show(log, value);
    log.pass(5);
    show(log, 21, 'Ines');
    expect(log.found()).toEqual([]);
    // A clock that is a day ahead ends nothing.
    log.at += 25 * HOUR;
    show(log, 22);
    expect(log.found()).toEqual([expect.stringMatching(/^log-wait: Marek was shown a value alone after 20 others/)]);
  });

  test('are twenty more after a day', () => {
    const log = new OpenedLog();
    for (let value = 1; value <= 20; value += 1) show(log, value);
    log.pass(30);
    show(log, 21);
    expect(log.found()).toEqual([]);
  });
});
