import type { Figure, PersonRange } from '@candor/core/impact';
import { toPersonFigures, type UnreadSize } from '@candor/core/impact/findings';

/** Findings of one kind in exposed mail that count: `accepted` were weak, and a person took them in. */
export interface FoundKindCounts {
  readonly messages: number;
  /** Distinct values; null of kinds that are counted per message only. */
  readonly values: number | null;
  readonly certain: number;
  readonly likely: number;
  readonly accepted: number;
}

export interface FoundRecords {
  readonly kinds: Readonly<Record<string, FoundKindCounts>>;
  /** Exposed messages: searched, not searched, and those whose findings were erased. */
  readonly searched: number;
  readonly unsearched: number;
  readonly unreached: number;
  readonly erased: number;
  readonly unread: Readonly<Record<string, number>>;
  readonly unreadSizes: Readonly<Record<string, UnreadSize>>;
  readonly detectors: number;
  /** Persons with data in texts, by row, entry and sentence. */
  readonly persons: PersonRange;
  readonly people: Parameters<typeof toPersonFigures>[0];
}

export function toFoundFigures(found: FoundRecords, version: number): readonly (Figure & { readonly text: string })[] {
  const kinds = Object.entries(found.kinds);
  const counted = `certain, likely, or weak and accepted by a person, and not dismissed; detectors version ${found.detectors}`;
  const sum = (of: 'accepted' | 'certain' | 'likely') => kinds.reduce((total, [, counts]) => total + counts[of], 0);
  const figure = (name: string, text: string, value: Readonly<Record<string, number>>, formula: string) => ({
    name,
    text,
    value,
    formula,
    version,
  });
  return [
    figure(
      'finding-messages',
      'Records with credentials or personal data, by kind',
      Object.fromEntries(kinds.map(([kind, { messages }]) => [kind, messages])),
      `distinct exposed messages with a finding of the kind that counts (${counted})`,
    ),
    figure(
      'finding-values',
      'Distinct values in them, by kind',
      Object.fromEntries(kinds.flatMap(([kind, { values }]) => (values === null ? [] : [[kind, values]]))),
      'distinct values of these findings; special categories are counted per message only',
    ),
    figure(
      'finding-confidence',
      'Findings by confidence',
      { certain: sum('certain'), likely: sum('likely'), accepted: sum('accepted') },
      'places of these findings; accepted: weak ones that a person accepted',
    ),
    figure(
      'finding-coverage',
      'Exposed messages that were searched, and what was not',
      {
        searched: found.searched,
        unsearched: found.unsearched,
        unreached: found.unreached,
        ...(found.erased > 0 ? { erased: found.erased } : {}),
        ...Object.fromEntries(Object.entries(found.unread).map(([reason, n]) => [`unread-${reason}`, n])),
        ...Object.fromEntries(Object.entries(found.unreadSizes).flatMap(toSizes)),
      },
      'exposed messages; unreached: undetermined ones in mailboxes that the intruder is not known to have reached; unread-…: searched ones with something in them that could not be read, by reason; …-parts and …-bytes: how much of them',
    ),
  ];
}

function toSizes([reason, { parts, bytes }]: [string, UnreadSize]): readonly (readonly [string, number])[] {
  return [
    [`unread-${reason}-parts`, parts],
    [`unread-${reason}-bytes`, bytes],
  ];
}

const PERSON_WORDS: Readonly<Record<string, string>> = {
  'persons-per-element': 'Persons in texts, by what stands beside them, at least and at most',
  'persons-per-country': 'Persons in texts, by country of residence: at least, and at most with indicated ones',
  'persons-per-region': 'Persons in texts, by region of residence, at least',
  'persons-minor': 'Persons in texts who were below 18 years',
};

/** Persons of texts by element, country, region and age; nothing where no text holds data of one. */
export function toNamedFigures(
  { people }: FoundRecords,
  version: number,
): readonly (Figure & { readonly text: string })[] {
  if (Object.keys(people.countries).length === 0) return [];
  return toPersonFigures(people).map(([name, value, formula]) => ({
    ...{ name, value, formula, version },
    text: PERSON_WORDS[name] ?? name,
  }));
}
