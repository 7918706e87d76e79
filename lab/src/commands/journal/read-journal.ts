import { type Instant, type Json, type JsonObject, toList, toObject, toText } from '@candor/core/base';
import { readEntry } from '@candor/core/ledger';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { listJobs } from '../../jobs/store/job-store.ts';
import { readDecisions } from '../../ledger/decision/index.ts';
import { NO_ACTS, streamEntries } from '../../ledger/store/entry-store.ts';

/** Rows of one act; `candor decisions show` has all of a decision. */
const LISTED_ROWS = 20;
/** A paragraph of a notice may be among them. */
const VALUE_CHARACTERS = 200;
/** Each is a run, a draft or a round of sending. */
const MOST_JOBS = 10_000;
const DAY_SECONDS = 86_400;

export interface JournalLine {
  readonly at: Instant;
  readonly source: 'decision' | 'entry' | 'job';
  readonly number: number;
  readonly people: readonly string[];
  readonly act: string;
  readonly why: string | null;
  readonly rows: readonly { readonly what: string; readonly before: string | null; readonly after: string | null }[];
  readonly more: number;
}

export interface Journal {
  readonly total: number;
  readonly lines: readonly JournalLine[];
}

export interface JournalFilter {
  readonly person: string | null;
  /** An act, or words before a full stop: `party` is all of its acts. */
  readonly act: string | null;
  /** Any second of it. */
  readonly day: Instant | null;
}

/**
 * What people did, newest first: from the chain of decisions, the log, and the jobs of the console. All three are
 * written with what they record, and `candor log fsck` checks the first two.
 */
export async function readJournal({ store }: StateFolder, { person, act, day }: JournalFilter): Promise<Journal> {
  const lines = [...(await readDecided(store)), ...(await readLogged(store)), ...(await readStarted(store))];
  const kept = lines.filter(
    (line) =>
      (person === null || line.people.includes(person)) &&
      (act === null || line.act === act || line.act.startsWith(`${act}.`)) &&
      (day === null || Math.floor(line.at / DAY_SECONDS) === Math.floor(day / DAY_SECONDS)),
  );
  return { total: lines.length, lines: kept.sort((a, b) => b.at - a.at || b.number - a.number) };
}

type Read = StateFolder['store'];

async function readDecided(store: Read): Promise<readonly JournalLine[]> {
  return (await readDecisions(store, { since: 0 })).flatMap(({ document }): readonly JournalLine[] => {
    if (document === null) return [];
    const { at, number, act, by, why, rows } = document;
    return [
      {
        ...{ at, source: 'decision', number, act, why, people: by === null ? [] : [by] },
        rows: rows.slice(0, LISTED_ROWS).map(({ what, before, after }) => ({
          ...{ what, before: toShown(before), after: toShown(after) },
        })),
        more: Math.max(0, rows.length - LISTED_ROWS),
      },
    ];
  });
}

async function readLogged(store: Read): Promise<readonly JournalLine[]> {
  const lines: JournalLine[] = [];
  for await (const entries of streamEntries(store))
    for (const { index, kind, opening } of entries) {
      // A delay is a decision as well, with what stood before.
      if (NO_ACTS.includes(kind) || kind === 'delay') continue;
      const read = opening === null ? null : readEntry(opening.entry);
      if (read === null) continue;
      const { at, body } = read;
      const document = toObject(body['document']);
      const done = toText(body['act']);
      lines.push({
        ...{
          at,
          source: 'entry',
          number: index,
          act: done === null ? kind : `${kind}.${done}`,
          people: toPeople(body),
        },
        ...{ why: toText(body['why']) ?? toText(document?.['why']), rows: toSubject(body, document), more: 0 },
      });
    }
  return lines;
}

/** Members that say what an entry is about. Texts of people are left to the log. */
const SUBJECTS = ['party', 'wave', 'notice', 'posting', 'dispute', 'what', 'name'] as const;

function toSubject(body: JsonObject, document: JsonObject | null): JournalLine['rows'] {
  const named = SUBJECTS.flatMap((member) => {
    const value = body[member] ?? document?.[member];
    return typeof value === 'string' || typeof value === 'number' ? [`${member} ${value}`] : [];
  });
  return named.length === 0 ? [] : [{ what: named.join(', '), before: null, after: null }];
}

function toPeople(body: JsonObject): readonly string[] {
  const by = toText(body['by']);
  const approved = (toList(body['approvals']) ?? []).flatMap((one) => {
    const name = toText(toObject(one)?.['operator']);
    return name === null ? [] : [name];
  });
  return [...new Set([...(by === null ? [] : [by]), ...approved])];
}

async function readStarted(store: Read): Promise<readonly JournalLine[]> {
  return (await listJobs(store, MOST_JOBS)).flatMap(({ id, operation, by, madeAt, endedAt, state, stoppedBy }) => [
    {
      ...{ at: madeAt, source: 'job' as const, number: id, act: operation, people: [by], why: null, rows: [], more: 0 },
    },
    ...(endedAt === null
      ? []
      : [
          {
            ...{ at: endedAt, source: 'job' as const, number: id, act: `${operation}.${state}`, why: null, more: 0 },
            people: stoppedBy === null ? [] : [stoppedBy],
            rows: [],
          },
        ]),
  ]);
}

/** Members with their names, as `candor decisions show` has them. */
function toWords(value: Json): string {
  const members = toObject(value);
  if (members === null) return typeof value === 'string' ? value : JSON.stringify(value);
  return Object.entries(members)
    .map(([name, member]) => `${name} ${member === null ? '–' : toWords(member)}`)
    .join(', ');
}

function toShown(value: Json): string | null {
  if (value === null) return null;
  const text = toWords(value);
  return text.length > VALUE_CHARACTERS ? `${text.slice(0, VALUE_CHARACTERS)}…` : text;
}
