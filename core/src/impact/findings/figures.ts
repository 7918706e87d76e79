import type { FindingKind } from '../detectors/index.ts';
import type { Figure } from '../index.ts';
import { countDataSubjects, type DataSubjectParts, type PersonRange, toDataSubjectFigure } from '../person-range.ts';
import type { PeopleCounts } from '../persons/index.ts';
import type { UnreadSize } from './search-claim.ts';

const CLASSES: Readonly<Record<FindingKind, FindingClass>> = {
  credential: 'secret',
  'access-code': 'secret',
  'secret-key': 'secret',
  'payment-card': 'financial',
  'bank-account': 'financial',
  'national-id': 'person',
  'birth-date': 'person',
  passport: 'person',
  'driving-licence': 'person',
  'tax-id': 'person',
  'health-number': 'person',
  salary: 'financial',
  'home-address': 'person',
  telephone: 'person',
  'login-name': 'person',
  health: 'sensitive',
  'special-category': 'sensitive',
};

/** In the order of screens and figures. */
export const FINDING_CLASSES: readonly FindingClass[] = ['secret', 'financial', 'person', 'sensitive'];

/** Version of the formulas below. It rises when any of them changes. */
export const FINDING_FIGURES_VERSION = 4;

export interface CountedFinding {
  readonly kind: FindingKind;
  readonly confidence: 'certain' | 'likely' | 'weak';
  readonly value: number;
  readonly message: string;
  readonly countries: readonly string[];
}

export interface FindingFigureContext {
  readonly headers: Omit<DataSubjectParts, 'texts'>;
  readonly people: PeopleCounts;
  readonly waiting: number;
  readonly searched: number;
  readonly unsearched: number;
  readonly unreached: number;
  readonly erased: number;
  /** Searched messages by what could not be read in them. */
  readonly unread: Readonly<Record<string, number>>;
  readonly unreadSizes: Readonly<Record<string, UnreadSize>>;
}

/** Kinds of which each distinct value is one person's at least. */
const IDENTITIES: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'national-id',
  'passport',
  'driving-licence',
  'tax-id',
  'health-number',
]);

const isPersonal = (kind: FindingKind): boolean => toFindingClass(kind) !== 'secret';

/**
 * Persons in texts: by the distinct values of each kind that counts, and not fewer than the rows, entries and sentences
 * tell apart.
 */
export function toTextPersons(values: ReadonlyMap<string, number>, told: PersonRange): PersonRange {
  let { least } = told;
  let most = 0;
  for (const [kind, count] of values) {
    if (!isFindingKind(kind) || ['secret', 'sensitive'].includes(toFindingClass(kind))) continue;
    if (IDENTITIES.has(kind)) least = Math.max(least, count);
    most += count;
  }
  return { least, most: Math.max(most, told.most, least) };
}

/**
 * What counsel and regulators ask first, always all of it, in this order. Accepted findings count as they were
 * detected.
 */
export function toFindingFigures(
  findings: readonly CountedFinding[],
  context: FindingFigureContext,
): readonly Figure[] {
  const personal = findings.filter(({ kind }) => isPersonal(kind));
  const values = (some: readonly CountedFinding[]) => new Set(some.map(({ value }) => value)).size;
  const messages = (some: readonly CountedFinding[]) => new Set(some.map(({ message }) => message)).size;
  const byKind = (some: readonly CountedFinding[], count: (own: readonly CountedFinding[]) => number) =>
    toRecord([...Map.groupBy(some, ({ kind }) => kind)].map(([kind, own]): [string, number] => [kind, count(own)]));
  const ofClass = (one: FindingClass) => findings.filter(({ kind }) => toFindingClass(kind) === one);
  const texts = toTextPersons(
    new Map([...Map.groupBy(personal, ({ kind }) => kind)].map(([kind, own]) => [kind, values(own)])),
    context.people.texts,
  );
  const subjects = toDataSubjectFigure(
    countDataSubjects({ ...context.headers, texts: context.searched === 0 ? null : texts }),
  );
  const countries = new Set(personal.flatMap((finding) => finding.countries));
  const confidence = { certain: 0, likely: 0, weak: 0 };
  for (const finding of findings) confidence[finding.confidence] += 1;
  const figures: readonly FigureRow[] = [
    [
      'finding-messages',
      toRecord(FINDING_CLASSES.map((one): [string, number] => [one, messages(ofClass(one))])),
      'exposed messages with a finding that counts, by class',
    ],
    [
      'finding-values',
      byKind(
        findings.filter(({ kind }) => toFindingClass(kind) !== 'sensitive'),
        values,
      ),
      'distinct values of findings that count, by kind; special categories are counted per message only',
    ],
    [
      'personal-records',
      byKind(personal, (own) => own.length),
      'findings that count of financial, personal and sensitive kinds, by kind',
    ],
    ['data-subjects', subjects.value, subjects.formula],
    [
      'data-subjects-named',
      context.people.named,
      'persons of people.csv with a name, by relation; text: in texts, and in the headers of nothing',
    ],
    ...toPersonFigures(context.people),
    [
      'personal-messages-per-country',
      toRecord(
        [...countries].map((country): [string, number] => [
          country,
          messages(personal.filter((finding) => finding.countries.includes(country))),
        ]),
      ),
      'exposed messages with personal data, by country of the parties in their headers, or in those of the attached message that holds it; a message counts for each',
    ],
    [
      'finding-confidence',
      confidence,
      'findings that count, as they were detected; weak ones were accepted by a person',
    ],
    ['findings-waiting', context.waiting, 'weak findings that nobody has decided: they count nowhere'],
    [
      'messages-searched',
      {
        searched: context.searched,
        unsearched: context.unsearched,
        unreached: context.unreached,
        erased: context.erased,
      },
      'exposed messages that were searched; unsearched: their evidence is not what it was or is gone; unreached: undetermined in mailboxes that the intruder is not known to have reached, not searched; erased: their findings were erased',
    ],
    ['messages-unread', context.unread, 'searched messages of which something could not be read, by reason'],
    ...toSizeFigures(context.unreadSizes),
  ];
  return figures.map(([name, value, formula]) => ({ name, value, formula, version: FINDING_FIGURES_VERSION }));
}

/** None where nothing was left unread, or the search did not count how much. */
function toSizeFigures(
  sizes: FindingFigureContext['unreadSizes'],
): readonly (readonly [name: string, value: Figure['value'], formula: string])[] {
  const all = Object.entries(sizes);
  if (all.length === 0) return [];
  return [
    [
      'parts-unread',
      toRecord(all.map(([reason, { parts }]) => [reason, parts])),
      'attachments, members of archives and texts in them that could not be read, by reason; cut: findings that were not kept',
    ],
    [
      'bytes-unread',
      toRecord(all.map(([reason, { bytes }]) => [reason, bytes])),
      'bytes of these, as they lie in the message or archive',
    ],
  ];
}

function toRecord(entries: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a kind of finding means for people: they must change something, or must be notified. */
export type FindingClass = 'secret' | 'financial' | 'person' | 'sensitive';

export function toFindingClass(kind: FindingKind): FindingClass {
  return CLASSES[kind];
}

export function isFindingKind(kind: string): kind is FindingKind {
  return Object.hasOwn(CLASSES, kind);
}

type FigureRow = readonly [name: string, value: Figure['value'], formula: string];

/** Persons by what stands beside them, where they live, and age: of the figures and of the report of Article 33. */
export function toPersonFigures(
  people: Pick<PeopleCounts, 'elements' | 'countries' | 'regions' | 'minors'>,
): readonly FigureRow[] {
  return [
    [
      'persons-per-element',
      people.elements,
      'persons beside whose name, or in whose row or entry, a finding of the kind stands; least: names that differ in family name or first initial, of one such name as many as have a national number or a birth date, and not fewer than distinct national-id, passport, driving-licence or tax-id; most: persons that nothing joins',
    ],
    [
      'persons-per-country',
      people.countries,
      'the same persons; least: with a postal address in the country; most: also those without one who are indicated by the kind of a number or a telephone; unknown: neither',
    ],
    [
      'persons-per-region',
      people.regions,
      'the same persons, least, by a postal address (ISO 3166-2); unknown: the rest',
    ],
    ['persons-minor', people.minors, 'the same persons, below 18 years at the date of the message'],
  ];
}
