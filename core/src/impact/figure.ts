import { compareUtf8, formatInstant, type Instant } from '@candor/core/base';
import type { UnresolvedEntry } from './exchange/unresolved-jsonl.ts';
import type { ImpactResult } from './impact.ts';
import type { PartyKind } from './party/directory.ts';
import type { PartyExposure } from './party-exposure.ts';
import { countDataSubjects, toDataSubjectFigure } from './person-range.ts';

/** Version of the formulas below. It rises when any of them changes. */
export const FIGURES_VERSION = 2;

export type FigureValue = number | string | null | { readonly [part: string]: number };

export interface Figure {
  readonly name: string;
  readonly value: FigureValue;
  /** In words, over the exports. */
  readonly formula: string;
  readonly version: number;
}

/** What impact does not know by itself. */
export interface FigureContext {
  /** Mailboxes of the incident file. */
  readonly mailboxesInScope: number;
  /** `organization.mailboxes`: how many there are in all; null when the incident file does not say. */
  readonly mailboxesInAll: number | null;
  /** Mailboxes, supplied or not, that a record of the intruder is about. */
  readonly mailboxesReached: number;
  /** Mailboxes of users with an exposed copy: each is one person's at least. */
  readonly usersExposed: number;
  /** Times of the records labelled intruder, of any kind; null when there is none. */
  readonly firstActivity: Instant | null;
  readonly lastActivity: Instant | null;
  /** The same over the kinds by which mail is accessed. */
  readonly firstAccess: Instant | null;
  readonly lastAccess: Instant | null;
  readonly unresolved: readonly UnresolvedEntry[];
  readonly gapsPerKind: Readonly<Record<string, number>>;
  readonly mailboxesFullyCovered: number;
}

/** The figures that the whole incident needs, always all of them, in this order. */
export function toFigures(result: ImpactResult, surroundings: FigureContext): readonly Figure[] {
  const summary = summarize(result.parties);
  const persons = toDataSubjectFigure(
    countDataSubjects({
      own: { least: surroundings.usersExposed, most: Math.max(surroundings.usersExposed, result.ownAddresses) },
      outside: { least: summary.exposed.person, most: summary.exposedAddresses },
      texts: null,
    }),
  );
  const time = (instant: Instant | null): string | null => (instant === null ? null : formatInstant(instant));
  const figures: readonly (readonly [name: string, value: FigureValue, formula: string])[] = [
    ['mailboxes-in-scope', surroundings.mailboxesInScope, 'mailboxes of the incident file'],
    [
      'mailboxes-accessed',
      result.custodiansAccessed.length,
      'mailboxes in scope with at least one copy of verdict accessed',
    ],
    [
      'mailboxes-reached',
      surroundings.mailboxesReached,
      'mailboxes that a record labelled intruder is about, supplied or not; synchronized, exported and forwarded ones are reached without a copy of verdict accessed',
    ],
    ...toShares(result.custodiansAccessed.length, surroundings),
    ['mailboxes-fully-covered', surroundings.mailboxesFullyCovered, 'mailboxes in scope without a gap in the window'],
    ['copies', result.copiesPerVerdict, 'lines of exposure.jsonl by verdict'],
    [
      'messages',
      result.messagesPerVerdict,
      'distinct fingerprints of exposure.jsonl by the strongest verdict of their copies',
    ],
    ['drafts', result.drafts, 'copies that were sent to nobody; they keep their verdicts and count for no party'],
    ['parties', summary.parties, 'lines of parties.csv by kind'],
    ['parties-exposed', summary.exposed, 'lines of parties.csv with messages above 0, by kind'],
    ['natural-persons', persons.value, persons.formula],
    [
      'parties-exposed-per-country',
      sortKeys(summary.countries),
      'exposed parties with a country in the directory, by country',
    ],
    ['parties-exposed-without-country', summary.withoutCountry, 'the rest of them'],
    ['first-activity', time(surroundings.firstActivity), 'earliest time of a record labelled intruder'],
    ['last-activity', time(surroundings.lastActivity), 'latest time of a record labelled intruder'],
    [
      'first-access',
      time(surroundings.firstAccess),
      'earliest time of a record labelled intruder of kind bind, sync, search, send, handle or export; mail that a rule of the intruder sent out leaves no such record',
    ],
    [
      'last-access',
      time(surroundings.lastAccess),
      'latest time of a record labelled intruder of kind bind, sync, search, send, handle or export',
    ],
    ['unresolved', countUnresolved(surroundings.unresolved), 'lines of unresolved.jsonl by what'],
    ['gaps', surroundings.gapsPerKind, 'coverage gaps inside the window, over all mailboxes, by kind'],
  ];
  return figures.map(([name, value, formula]) => ({ name, value, formula, version: FIGURES_VERSION }));
}

type NamedFigure = readonly [name: string, value: FigureValue, formula: string];

/**
 * Only where the incident file says how many mailboxes there are: a share of those that were looked at would pass for
 * one of all.
 */
function toShares(accessed: number, { mailboxesInScope, mailboxesInAll }: FigureContext): readonly NamedFigure[] {
  if (mailboxesInAll === null) return [];
  const share = (part: number, whole: number) => ({ part, perThousand: Math.round((part * 1000) / whole), whole });
  return [
    [
      'share-accessed-of-in-scope',
      share(accessed, mailboxesInScope),
      'mailboxes-accessed of mailboxes-in-scope; perThousand rounded',
    ],
    [
      'share-in-scope-of-all',
      share(mailboxesInScope, mailboxesInAll),
      'mailboxes-in-scope of organization.mailboxes of the incident file; perThousand rounded',
    ],
  ];
}

interface PartySummary {
  readonly parties: Readonly<Record<PartyKind, number>>;
  readonly exposed: Readonly<Record<PartyKind, number>>;
  /**
   * Addresses in exposed messages, without those of lists. How many natural persons stand behind them cannot be known:
   * a role address is none or many, one person has several.
   */
  readonly exposedAddresses: number;
  readonly countries: ReadonlyMap<string, number>;
  readonly withoutCountry: number;
}

/** One walk, because parties are made as they are asked for. */
function summarize(parties: Iterable<PartyExposure>): PartySummary {
  const all = { organization: 0, person: 0, list: 0 };
  const exposed = { organization: 0, person: 0, list: 0 };
  const countries = new Map<string, number>();
  let exposedAddresses = 0;
  let withoutCountry = 0;
  for (const { kind, messages, addresses, country } of parties) {
    all[kind] += 1;
    if (messages === 0) continue;
    exposed[kind] += 1;
    if (kind !== 'list') for (const address of addresses) if (address.messages > 0) exposedAddresses += 1;
    if (country === null) withoutCountry += 1;
    else countries.set(country, (countries.get(country) ?? 0) + 1);
  }
  return { parties: all, exposed, exposedAddresses, countries, withoutCountry };
}

function countUnresolved(entries: readonly UnresolvedEntry[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { what } of entries) counts.set(what, (counts.get(what) ?? 0) + 1);
  return sortKeys(counts);
}

function sortKeys(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].sort(([a], [b]) => compareUtf8(a, b)));
}
