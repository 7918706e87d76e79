import { type Figure, toHeaderParts } from '@candor/core/impact';
import { toCsvLine } from '@candor/core/impact/exchange';
import { type CountedFinding, toFindingFigures } from '@candor/core/impact/findings';
import { listKinds, type Person } from '@candor/core/impact/persons';
import { ExportFile } from '../../adapters/files/export-file.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { countSearched, type SearchedCounts } from '../../impact/store/count-findings.ts';
import { type ExposedFinding, readExposedFindings } from './read-findings.ts';
import { type FoundIn, type People, readPeople } from './read-people.ts';
import { toFindingScope } from './scan-findings.ts';

const COLUMNS = [
  ...['relation', 'party', 'country', 'name', 'addresses', 'kind', 'messages', 'values'],
  ...['person', 'region', 'indicated', 'minor', 'basis'],
];

/** One person and one kind of personal data; without a person, what stands beside nobody's name. */
export interface PersonLine {
  readonly relation: Person['relation'] | 'unnamed';
  readonly party: string;
  /** Residence, by a postal address. */
  readonly country: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly kind: string;
  readonly messages: number;
  readonly values: number;
  /** Its id in this state; empty where there is none. */
  readonly person: string;
  readonly region: string;
  /** Countries by the kind of a number, a telephone or the directory. */
  readonly indicated: readonly string[];
  readonly isMinor: boolean;
  /** `text`: beside the name. `headers`: in a message of this person, beside nobody's name. */
  readonly basis: 'text' | 'headers' | '';
}

const NOBODY = { least: 0, most: 0 };
const NO_HEADERS = { own: NOBODY, outside: NOBODY };

/** Also its figures of headers. */
interface CountedIn extends FoundIn {
  readonly figures: readonly Figure[];
}

/**
 * Data subjects for counsel (docs/formats/people-csv.md): people beside whose names personal data stands, people in
 * headers of messages with data that stands beside no name, and that data by kind.
 * @throws Refusal without a search.
 */
export async function listPeople(state: StateFolder, out: string | null): Promise<readonly PersonLine[]> {
  const read = await readExposedFindings(state);
  const people = await readPeople(state, { ...read, version: read.version.version });
  const lines = toPersonLines(people);
  if (out !== null) writePeople(out, lines);
  return lines;
}

function toPersonLines({ findings, persons, countryOf }: People): readonly PersonLine[] {
  const own = new Set(
    persons.flatMap(({ name, texts }) => (name === '' ? [] : texts.flatMap((text) => text.findings))),
  );
  const others = findings.filter((finding) => !own.has(finding));
  const byMessage = Map.groupBy(others, ({ message }) => message);
  const lines = persons.flatMap((person): PersonLine[] => {
    const { relation, party, name, addresses, region, isMinor, id } = person;
    if (name === '' && addresses.length === 0) return [];
    const indicated = [...new Set([...person.indicated, ...(countryOf.get(party)?.split(' ') ?? [])])].sort();
    const common = { relation, party, country: person.country ?? '', name, addresses };
    const more = { person: id, region: region ?? '', indicated, isMinor };
    const beside = [...person.messages].flatMap((message) => byMessage.get(message) ?? []);
    return [
      ...(name === '' ? [] : toOwnKinds(person)).map((kind) => ({
        ...common,
        ...kind,
        ...more,
        basis: 'text' as const,
      })),
      ...toKinds(beside).map((kind) => ({ ...common, ...kind, ...more, basis: 'headers' as const })),
    ];
  });
  const nobody = { relation: 'unnamed', party: '', country: '', name: '', addresses: [] } as const;
  const nothing = { person: '', region: '', indicated: [], isMinor: false, basis: '' } as const;
  return [...lines, ...toKinds(others).map((kind): PersonLine => ({ ...nobody, ...kind, ...nothing }))];
}

type KindCounts = Pick<PersonLine, 'kind' | 'messages' | 'values'>;

/** Specially protected data is a yes or no: it has no values. */
function toOwnKinds(person: Person): readonly KindCounts[] {
  return listKinds(person).map((kind) => {
    const texts = person.texts.filter(
      ({ findings, sensitive }) => sensitive.includes(kind) || findings.some((finding) => finding.kind === kind),
    );
    const values = texts.flatMap(({ findings }) =>
      findings.flatMap((finding) => (finding.kind === kind ? [finding.value] : [])),
    );
    return { kind, messages: new Set(texts.map(({ message }) => message)).size, values: new Set(values).size };
  });
}

function toKinds(findings: readonly ExposedFinding[]): readonly KindCounts[] {
  return [...Map.groupBy(findings, ({ kind }) => kind)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, own]) => ({
      kind,
      messages: new Set(own.map(({ message }) => message)).size,
      values: new Set(own.map(({ value }) => value)).size,
    }));
}

function writePeople(out: string, lines: readonly PersonLine[]): void {
  const file = new ExportFile(out);
  file.write(toCsvLine(COLUMNS));
  for (const { addresses, messages, values, relation, party, country, name, kind, ...more } of lines)
    file.write(
      toCsvLine([
        ...[relation, party, country, name, addresses.join(';'), kind, String(messages), String(values)],
        ...[more.person, more.region, more.indicated.join(';'), more.isMinor ? 'yes' : '', more.basis],
      ]),
    );
  file.end();
}

/** Persons, records, categories and countries, each with its formula. @throws Refusal where nothing was searched. */
export async function readFindingFigures(state: StateFolder): Promise<readonly Figure[]> {
  const { incident, version, summary, findings } = await readExposedFindings(state);
  const scope = toFindingScope(incident, version.version, summary.alerts.mailboxesReached);
  const counts = await countSearched(state.store, scope);
  return await countFindingFigures(
    state,
    { incident, version: version.version, findings, figures: summary.figures },
    counts,
  );
}

/** The same of a version that is being judged: after what people have decided up to now. */
export async function countFindingFigures(
  state: Pick<StateFolder, 'store' | 'path'>,
  found: CountedIn,
  { searched, unsearched, unreached, erased, unread, unreadSizes = {} }: SearchedCounts,
): Promise<readonly Figure[]> {
  const { counts: people, countryOf } = await readPeople(state, found);
  const counted = found.findings.filter(({ state: is }) => is === 'counted');
  const toCounted = ({ kind, confidence, value, message, parties }: ExposedFinding): CountedFinding => ({
    ...{ kind, confidence, value, message },
    countries: [...new Set(parties.flatMap((party) => countryOf.get(party) ?? []))],
  });
  return toFindingFigures(counted.map(toCounted), {
    people,
    headers: toHeaderParts(found.figures) ?? NO_HEADERS,
    waiting: found.findings.filter(({ state: is }) => is === 'waiting').length,
    ...{ searched, unsearched, unreached: unreached ?? 0, erased, unread, unreadSizes },
  });
}
