import type { FindingKind } from '../detectors/index.ts';
import { readName } from './name.ts';
import type { Person, PersonFinding, TextPerson } from './people.ts';

interface Range {
  readonly least: number;
  readonly most: number;
}

export interface PeopleCounts {
  /** Persons whose data stands in texts. */
  readonly texts: Range;
  /** `national-id.least`, `national-id.most`, … */
  readonly elements: Readonly<Record<string, number>>;
  /** `DE.least` by residence, `DE.most` with indicated ones; `unknown`: neither. */
  readonly countries: Readonly<Record<string, number>>;
  /** By residence; `unknown`: the rest. */
  readonly regions: Readonly<Record<string, number>>;
  readonly named: { readonly own: number; readonly correspondent: number; readonly text: number };
  readonly minors: number;
}

const IDENTITIES: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'national-id',
  'passport',
  'driving-licence',
  'tax-id',
]);

/** Persons by element, country and region: figures over people.csv. */
export function countPeople(people: readonly Person[]): PeopleCounts {
  const inTexts = withoutRepeats(people);
  const kinds = [...new Set(inTexts.flatMap(listKinds))].sort();
  const elements = kinds.flatMap((kind): [string, number][] => {
    const having = inTexts.filter((person) => listKinds(person).includes(kind));
    const isOf = (finding: PersonFinding): boolean => finding.kind === kind;
    return [
      [`${kind}.least`, countLeast(having, isOf)],
      [`${kind}.most`, having.length],
    ];
  });
  const all = [...new Set(inTexts.flatMap(({ country, indicated }) => [country ?? [], indicated].flat()))].sort();
  const countries = all.flatMap((country): [string, number][] => {
    const living = inTexts.filter((person) => person.country === country);
    const indicated = inTexts.filter((person) => person.country === null && person.indicated.includes(country));
    return [
      [`${country}.least`, countLeast(living)],
      [`${country}.most`, living.length + indicated.length],
    ];
  });
  const unknown = inTexts.filter(({ country, indicated }) => country === null && indicated.length === 0).length;
  const regions = [...new Set(inTexts.flatMap(({ region }) => region ?? []))]
    .sort()
    .map((region): [string, number] => [region, countLeast(inTexts.filter((person) => person.region === region))]);
  const withoutRegion = inTexts.filter(({ region }) => region === null).length;
  const named = (relation: Person['relation']): number =>
    people.filter((person) => person.relation === relation && person.name !== '').length;
  return {
    texts: { least: countLeast(inTexts), most: inTexts.length },
    elements: Object.fromEntries(elements),
    countries: Object.fromEntries([...countries, ...(inTexts.length === 0 ? [] : [['unknown', unknown] as const])]),
    regions: Object.fromEntries([...regions, ...(inTexts.length === 0 ? [] : [['unknown', withoutRegion] as const])]),
    named: { own: named('own'), correspondent: named('correspondent'), text: named('text') },
    minors: inTexts.filter(({ isMinor }) => isMinor).length,
  };
}

/**
 * Persons with data in texts. Of those without a name, equal numbers are one person, and what is specially protected
 * alone is of nobody: it counts per message.
 */
function withoutRepeats(people: readonly Person[]): readonly Person[] {
  const seen = new Set<string>();
  return people.filter(({ name, texts }) => {
    if (name !== '') return texts.length > 0;
    const values = texts.flatMap(({ findings }) => findings.map(({ value }) => value)).sort((a, b) => a - b);
    const key = [...new Set(values)].join(' ');
    if (values.length === 0 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The kinds of a person's own data, those that are a yes or no among them. */
export function listKinds({ texts }: Pick<Person, 'texts'>): readonly string[] {
  const kinds = texts.flatMap(({ findings, sensitive }) => [...findings.map(({ kind }) => kind), ...sensitive]);
  return [...new Set<string>(kinds)].sort();
}

/**
 * So many at least: names that differ in the family name or the first initial are different persons, and of one such
 * name as many as there are national numbers of a country or birth dates. Numbers without a name may be of the same.
 */
function countLeast(people: readonly Person[], isCounted: (finding: PersonFinding) => boolean = () => true): number {
  const named = Map.groupBy(
    people.filter(({ name }) => name !== ''),
    toLooseName,
  );
  let least = 0;
  for (const group of named.values()) least += Math.max(1, countToldApart(group));
  const identities = new Map<string, Set<number>>();
  for (const { kind, detector, value } of people.flatMap(({ texts }) => texts.flatMap(({ findings }) => findings))) {
    if (!IDENTITIES.has(kind) || !isCounted({ kind, detector, value })) continue;
    identities.set(kind, (identities.get(kind) ?? new Set<number>()).add(value));
  }
  return Math.max(least, ...[...identities.values()].map(({ size }) => size));
}

function toLooseName({ name }: Person): string {
  const read = readName(name);
  if (read === null) return name.toLowerCase();
  return `${read.given[0]?.charAt(0) ?? ''} ${read.family.replace(/ae|oe|ue/g, (two) => two.charAt(0))}`;
}

/** The kind of number of which these persons have the most, one each. */
function countToldApart(people: readonly Person[]): number {
  const having = new Map<string, Set<string>>();
  for (const { texts, id } of people)
    for (const scheme of new Set(texts.flatMap(toSchemes)))
      having.set(scheme, (having.get(scheme) ?? new Set<string>()).add(id));
  return Math.max(0, ...[...having.values()].map(({ size }) => size));
}

function toSchemes({ findings, born }: TextPerson): readonly string[] {
  const numbers = findings.flatMap(({ kind, detector }) =>
    kind === 'national-id' ? [detector.replace(/-table$/, '')] : [],
  );
  return born === null ? numbers : [...numbers, 'born'];
}
