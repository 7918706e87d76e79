import { NO_DATE } from '../../bridge/released-message.ts';
import type { MessageTable } from './message-table.ts';

/** `Re: AW: [list] Fwd:`, in the languages of mail programs. */
const PREFIXES =
  /^\s*(?:(?:(?:re|fw|fwd|aw|wg|antw|sv|vs|tr|rv|rif|r|i|enc|odp)\s*(?:(?:\[\d+\]|\(\d+\))\s*)?[:：]|\[[^\]]{1,40}\])\s*)+/;
/** The same subject half a year later is another thread. */
const LONGEST_PAUSE_SECONDS = 180 * 86_400;
/** Two common people, or one for a message to oneself: "Hello" alone is no thread. */
const SHARED_PEOPLE = 2;

/** A subject without reply and forward prefixes. */
function toThreadSubject(folded: string): string {
  return folded.replace(PREFIXES, '').trim();
}

/**
 * The thread of each row, named by its oldest message. The index has no references; messages of one subject belong
 * together when at least two people are in both and no long pause lies between.
 */
export function findThreads(table: MessageTable, foldedSubject: (row: number) => string): Uint32Array {
  const threads = new Uint32Array(table.count);
  const bySubject = new Map<string, number[]>();
  // From the oldest: rows are sorted newest first.
  for (let row = table.count - 1; row >= 0; row -= 1) {
    threads[row] = row;
    const subject = toThreadSubject(foldedSubject(row));
    if (subject === '') continue;
    const rows = bySubject.get(subject);
    if (rows === undefined) bySubject.set(subject, [row]);
    else rows.push(row);
  }
  for (const rows of bySubject.values()) if (rows.length > 1) joinRows(table, rows, threads);
  return threads;
}

interface OpenThread {
  readonly first: number;
  readonly people: Set<number>;
  last: number;
}

/** Maximum open threads per subject; beyond it the oldest is closed: "Invoice" may be the subject of ten thousand. */
const MOST_OPEN = 64;

function joinRows(table: MessageTable, rows: readonly number[], threads: Uint32Array): void {
  const open: OpenThread[] = [];
  for (const row of rows) {
    const people = new Set([...table.from.at(row), ...table.to.at(row), ...table.cc.at(row)]);
    const date = table.dates[row] ?? NO_DATE;
    const thread = open.findLast((one) => date - one.last <= LONGEST_PAUSE_SECONDS && shares(one.people, people));
    if (thread === undefined) {
      open.push({ first: row, people, last: date });
      if (open.length > MOST_OPEN) open.shift();
      continue;
    }
    threads[row] = thread.first;
    thread.last = date;
    for (const person of people) thread.people.add(person);
  }
}

function shares(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  const wanted = Math.min(SHARED_PEOPLE, one.size, other.size);
  let shared = 0;
  for (const person of other) {
    if (one.has(person)) shared += 1;
    if (shared >= wanted) return true;
  }
  return false;
}
