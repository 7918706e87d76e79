import { createHmac } from 'node:crypto';
import { toKnownForm } from '@candor/core/impact/counterparty';
import { type FindingClass, selectJoinsInForce, toFindingClass } from '@candor/core/impact/findings';
import { countPeople, findPeople, type PeopleCounts, type Person, type TextPerson } from '@candor/core/impact/persons';
import type { Incident } from '@candor/core/incident';
import { exists } from '../../adapters/files/files.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { openPersons } from '../../impact/finding/index.ts';
import { openValueKey, toValueKeyPath } from '../../impact/index.ts';
import { findPartiesHaving } from '../../impact/store/affected-party-store.ts';
import { readDecisions } from '../../impact/store/decision-store.ts';
import { readNames, streamSealedPersons } from '../../impact/store/personal-store.ts';
import type { ExposedFinding, FoundInVersion } from './read-findings.ts';

/** Findings of specially protected data are counted per message, and with a person as a yes or no. */
const NAMED_CLASSES: ReadonlySet<FindingClass> = new Set<FindingClass>(['financial', 'person']);

/** What one version holds. */
export interface FoundIn extends Pick<FoundInVersion, 'incident' | 'findings'> {
  readonly version: number;
}

export interface People {
  /** Findings of financial and personal kinds that count. */
  readonly findings: readonly ExposedFinding[];
  readonly persons: readonly Person[];
  /** Of each party that has one. */
  readonly countryOf: ReadonlyMap<string, string>;
  readonly counts: PeopleCounts;
}

/** Digits of a person's id: enough for millions of persons. */
const ID_DIGITS = 16;

/** Who stands in headers and texts of messages with personal data that count, joined. */
export async function readPeople(
  state: Pick<StateFolder, 'store' | 'path'>,
  { incident, version, findings: all }: FoundIn,
): Promise<People> {
  const { store } = state;
  const counted = all.filter(({ state: is }) => is === 'counted');
  const findings = counted.filter(({ kind }) => NAMED_CLASSES.has(toFindingClass(kind)));
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
  const secret = exists(toValueKeyPath(state)) ? Buffer.from(openValueKey(state).secret, 'hex') : null;
  const persons = findPeople({
    custodians: toCustodians(incident),
    messages,
    texts: secret === null ? [] : await readTexts(store, secret, counted),
    isOwn: createOwnTest(incident),
    partyOf: (address) => partyOf.get(address) ?? null,
    decisions: selectJoinsInForce(await readDecisions(store)).map(({ act: { act, mentions } }) => ({ act, mentions })),
    toId: (text) =>
      secret === null
        ? ''
        : createHmac('sha256', secret).update(`person\0${text}`, 'utf8').digest('hex').slice(0, ID_DIGITS),
  });
  return { findings, persons, countryOf, counts: countPeople(persons) };
}

function createOwnTest({ organization }: Incident): (address: string) => boolean {
  return (address) => {
    const domain = address.slice(address.lastIndexOf('@') + 1);
    return organization.domains.some((own) => domain === own || domain.endsWith(`.${own}`));
  };
}

/** The owner's own names and addresses; a shared mailbox is nobody's. */
function toCustodians({ mailboxes }: Incident) {
  return mailboxes.flatMap(({ kind, custodian, address, names }) => {
    if (kind !== 'user') return [];
    const isAddress = (text: string): boolean => text.includes('@');
    const addresses = [address, ...names.filter(isAddress)].map((one) => toKnownForm(one.toLowerCase()));
    return [{ names: [custodian, ...names.filter((name) => !isAddress(name))], addresses }];
  });
}

/** What texts say of persons, with those of their findings that count in this version. */
async function readTexts(
  store: Store,
  secret: Uint8Array,
  counted: readonly ExposedFinding[],
): Promise<readonly TextPerson[]> {
  const byMessage = Map.groupBy(counted, ({ message }) => message);
  const texts: TextPerson[] = [];
  for await (const { message, sealed } of streamSealedPersons(store)) {
    const own = byMessage.get(message);
    if (own === undefined) continue;
    const byPlace = Map.groupBy(own, ({ part, offset }) => `${part} ${offset}`);
    const kinds = new Set<string>(own.map(({ kind }) => kind));
    for (const { offsets, ...person } of openPersons(secret, sealed) ?? []) {
      const findings = offsets
        .flatMap((offset) => byPlace.get(`${person.part} ${offset}`) ?? [])
        .filter(({ kind }) => NAMED_CLASSES.has(toFindingClass(kind)));
      const sensitive = person.sensitive.filter((kind) => kinds.has(kind));
      if (findings.length + sensitive.length === 0) continue;
      texts.push({ ...person, message, sensitive, findings });
    }
  }
  return texts;
}
