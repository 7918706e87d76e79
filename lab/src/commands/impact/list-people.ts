import { type Figure, toHeaderParts } from '@candor/core/impact';
import { toKnownForm } from '@candor/core/impact/counterparty';
import { toCsvLine } from '@candor/core/impact/exchange';
import {
  type CountedFinding,
  type FindingClass,
  joinPersons,
  type Person,
  toFindingClass,
  toFindingFigures,
} from '@candor/core/impact/findings';
import { ExportFile } from '../../adapters/files/export-file.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findPartiesHaving } from '../../impact/store/affected-party-store.ts';
import { countSearched, type SearchedCounts } from '../../impact/store/count-findings.ts';
import { readNames } from '../../impact/store/personal-store.ts';
import { type ExposedFinding, type FoundInVersion, readExposedFindings } from './read-findings.ts';
import { toFindingScope } from './scan-findings.ts';

/** Specially protected data is never counted with a person. */
const NAMED_CLASSES: ReadonlySet<FindingClass> = new Set<FindingClass>(['financial', 'person']);

const COLUMNS = ['relation', 'party', 'country', 'name', 'addresses', 'kind', 'messages', 'values'];

/** One person and one kind of personal data; without a person, those who are no correspondents. */
export interface PersonLine {
  readonly relation: Person['relation'] | 'unnamed';
  readonly party: string;
  readonly country: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly kind: string;
  readonly messages: number;
  readonly values: number;
}

const NOBODY = { least: 0, most: 0 };
const NO_HEADERS = { own: NOBODY, outside: NOBODY };

/** What one version holds. */
interface FoundIn extends Pick<FoundInVersion, 'incident' | 'findings'> {
  readonly version: number;
}

/** Also its figures of headers. */
interface CountedIn extends FoundIn {
  readonly figures: readonly Figure[];
}

interface People {
  /** Findings of financial and personal kinds that count. */
  readonly findings: readonly ExposedFinding[];
  readonly persons: readonly Person[];
  /** Of each party that has one. */
  readonly countryOf: ReadonlyMap<string, string>;
}

async function readPeople(store: Store, { incident, version, findings: all }: FoundIn): Promise<People> {
  const findings = all.filter(({ kind, state }) => state === 'counted' && NAMED_CLASSES.has(toFindingClass(kind)));
  const held = new Set(findings.map(({ message }) => message));
  const names = await readNames(store);
  const messages = [...held].map((message) => ({ message, people: names.get(message) ?? [] }));
  const addresses = new Set(messages.flatMap(({ people }) => people.map(({ address }) => toKnownForm(address))));
  const parties = await findPartiesHaving(store, version, { addresses, domains: new Set() });
  const partyOf = new Map(
    parties.flatMap(({ party, kind, addresses: own }) =>
      kind === 'list' ? [] : own.map(({ address }): [string, string] => [address, party]),
    ),
  );
  const countryOf = new Map(
    parties.flatMap(({ party, country }): [string, string][] => (country === null ? [] : [[party, country]])),
  );
  const { domains } = incident.organization;
  const isOwn = (address: string): boolean => {
    const domain = address.slice(address.lastIndexOf('@') + 1);
    return domains.some((own) => domain === own || domain.endsWith(`.${own}`));
  };
  const persons = joinPersons(messages, isOwn, (address) => partyOf.get(address) ?? null);
  return { findings, persons, countryOf };
}

/**
 * Data subjects for counsel (docs/formats/people-csv.md): people in headers of messages with personal data and, by
 * kind, values that may belong to nobody there. Excludes health and other specially protected data, which is only
 * counted per message.
 * @throws Refusal without a search.
 */
export async function listPeople(state: StateFolder, out: string | null): Promise<readonly PersonLine[]> {
  const read = await readExposedFindings(state);
  const { findings, persons, countryOf } = await readPeople(state.store, {
    ...read,
    version: read.version.version,
  });
  const byMessage = Map.groupBy(findings, ({ message }) => message);
  const lines = persons.flatMap((person): PersonLine[] => {
    const own = [...person.messages].flatMap((message) => byMessage.get(message) ?? []);
    const { relation, party, name, addresses } = person;
    const common = { relation, party, country: countryOf.get(party) ?? '', name, addresses };
    return toKinds(own).map((kind) => ({ ...common, ...kind }));
  });
  const nobody = { relation: 'unnamed', party: '', country: '', name: '', addresses: [] } as const;
  lines.push(...toKinds(findings).map((kind): PersonLine => ({ ...nobody, ...kind })));
  if (out !== null) writePeople(out, lines);
  return lines;
}

function toKinds(findings: readonly ExposedFinding[]): readonly Pick<PersonLine, 'kind' | 'messages' | 'values'>[] {
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
  for (const { addresses, messages, values, relation, party, country, name, kind } of lines)
    file.write(
      toCsvLine([relation, party, country, name, addresses.join(';'), kind, String(messages), String(values)]),
    );
  file.end();
}

/** Persons, records, categories and countries, each with its formula. @throws Refusal where nothing was searched. */
export async function readFindingFigures(state: StateFolder): Promise<readonly Figure[]> {
  const { incident, version, summary, findings } = await readExposedFindings(state);
  const scope = toFindingScope(incident, version.version, summary.alerts.mailboxesReached);
  const counts = await countSearched(state.store, scope);
  return await countFindingFigures(
    state.store,
    { incident, version: version.version, findings, figures: summary.figures },
    counts,
  );
}

/** The same of a version that is being judged: after what people have decided up to now. */
export async function countFindingFigures(
  store: Store,
  found: CountedIn,
  { searched, unsearched, unreached, erased, unread }: SearchedCounts,
): Promise<readonly Figure[]> {
  const { persons, countryOf } = await readPeople(store, found);
  const counted = found.findings.filter(({ state }) => state === 'counted');
  const toCounted = ({ kind, confidence, value, message, parties }: ExposedFinding): CountedFinding => ({
    ...{ kind, confidence, value, message },
    countries: [...new Set(parties.flatMap((party) => countryOf.get(party) ?? []))],
  });
  return toFindingFigures(counted.map(toCounted), {
    persons: {
      own: persons.filter(({ relation }) => relation === 'own').length,
      correspondent: persons.filter(({ relation }) => relation === 'correspondent').length,
    },
    headers: toHeaderParts(found.figures) ?? NO_HEADERS,
    waiting: found.findings.filter(({ state }) => state === 'waiting').length,
    ...{ searched, unsearched, unreached: unreached ?? 0, erased, unread },
  });
}
