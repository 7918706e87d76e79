import { compareUtf8 } from '@candor/core/base';
import type { FindingKind } from '../detectors/index.ts';
import { type Identifier, type JoinDecision, joinMentions, type Mention, selectStrongest } from './join.ts';
import { type PersonName, readName, toNormalName } from './name.ts';
import { isRole } from './role.ts';

export interface NamedAddress {
  /** In the form by which parties know it. */
  readonly address: string;
  /** Empty where there is none. */
  readonly name: string;
}

/** A message that holds personal data, with the addresses in its headers. */
export interface PersonalMessage {
  readonly message: string;
  readonly people: readonly NamedAddress[];
}

/** A finding of a person, by the number of its value. */
export interface PersonFinding {
  readonly kind: FindingKind;
  readonly detector: string;
  readonly value: number;
}

/** What a text says of one person, with those findings that count. */
export interface TextPerson {
  readonly message: string;
  readonly part: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly born: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly indicated: readonly string[];
  readonly isMinor: boolean;
  readonly sensitive: readonly string[];
  readonly findings: readonly PersonFinding[];
}

export interface PeopleInput {
  /** Names and addresses of each mailbox: the owner's own. */
  readonly custodians: readonly { readonly names: readonly string[]; readonly addresses: readonly string[] }[];
  readonly messages: Iterable<PersonalMessage>;
  readonly texts: readonly TextPerson[];
  readonly isOwn: (address: string) => boolean;
  /** The party of an address; null where it has none. */
  readonly partyOf: (address: string) => string | null;
  readonly decisions: readonly JoinDecision[];
  /** HMAC of a normal name and the strongest identifier. */
  readonly toId: (text: string) => string;
}

/** A natural person, or one of whom only a number is known. */
export interface Person {
  readonly id: string;
  /** `text`: no correspondent. */
  readonly relation: 'own' | 'correspondent' | 'text';
  /** Party of a correspondent; else empty. */
  readonly party: string;
  /** Empty where there is none. */
  readonly name: string;
  /** In UTF-8 order. */
  readonly addresses: readonly string[];
  /** Ids of the mentions that were joined. */
  readonly mentions: readonly string[];
  /** Messages with this person in their headers. */
  readonly messages: ReadonlySet<string>;
  readonly country: string | null;
  readonly region: string | null;
  readonly indicated: readonly string[];
  readonly isMinor: boolean;
  readonly texts: readonly TextPerson[];
}

interface Known {
  readonly mention: Mention;
  readonly party: string;
  /** As written, with how often. */
  readonly names: ReadonlyMap<string, number>;
  readonly text: TextPerson | null;
}

/** Everybody whose data stands in exposed mail or who stands in its headers, joined; in a fixed order. */
export function findPeople(input: PeopleInput): readonly Person[] {
  const known = [...readHeaders(input), ...input.texts.map((text) => toTextMention(text, input))];
  const byMention = new Map(known.map((one) => [one.mention, one]));
  const joined = joinMentions(
    known.map(({ mention }) => mention),
    input.decisions,
  );
  return joined
    .map((mentions) =>
      toPerson(
        mentions.flatMap((mention) => byMention.get(mention) ?? []),
        input,
      ),
    )
    .filter(({ texts, messages }) => texts.length > 0 || messages.size > 0)
    .sort(
      (a, b) =>
        compareUtf8(a.relation, b.relation) ||
        compareUtf8(a.party, b.party) ||
        compareUtf8(a.addresses[0] ?? '', b.addresses[0] ?? '') ||
        compareUtf8(a.name, b.name) ||
        // Ids follow from the key of a state: the order does not.
        compareUtf8(a.texts[0]?.message ?? '', b.texts[0]?.message ?? ''),
    );
}

/** A mention for each address that is a person's: those in headers and those of custodians. */
function readHeaders({ custodians, messages, isOwn, partyOf, toId }: PeopleInput): readonly Known[] {
  const gathered = new Map<string, { names: Map<string, number>; messages: Set<string> }>();
  const toOne = (address: string) => {
    const one = gathered.get(address) ?? { names: new Map<string, number>(), messages: new Set<string>() };
    gathered.set(address, one);
    return one;
  };
  for (const { message, people } of messages)
    for (const { address, name } of people) {
      if (isRole(address, name)) continue;
      const one = toOne(address);
      one.messages.add(message);
      const shown = name.trim();
      if (shown !== '') one.names.set(shown, (one.names.get(shown) ?? 0) + 1);
    }
  const ownNames = new Map<string, readonly PersonName[]>();
  for (const { names, addresses } of custodians)
    for (const address of addresses) {
      if (isRole(address)) continue;
      toOne(address);
      ownNames.set(
        address,
        names.flatMap((name) => readName(name) ?? []),
      );
    }
  return [...gathered].flatMap(([address, one]): Known[] => {
    const scope = isOwn(address) ? 'own' : partyOf(address);
    if (scope === null) return [];
    const written = readName(chooseName(one.names));
    const names = [...(ownNames.get(address) ?? []), ...(written === null ? [] : [written])];
    const id = toId(`${names[0] === undefined ? '' : toNormalName(names[0])}\0address\0${address}`);
    const mention = {
      id,
      names,
      addresses: [address],
      scope,
      identifiers: [],
      messages: [...one.messages].sort(compareUtf8),
      part: null,
    };
    return [{ mention, party: scope === 'own' ? '' : scope, names: one.names, text: null }];
  });
}

function toTextMention(text: TextPerson, { toId }: PeopleInput): Known {
  const name = readName(text.name);
  const identifiers = text.findings.flatMap(({ kind, detector, value }): Identifier[] => {
    // Dates have several spellings: the day is what tells two apart.
    if (kind === 'birth-date' && text.born !== null) return [{ kind, scheme: 'day', value: text.born }];
    return [{ kind, scheme: kind === 'birth-date' ? 'written' : toScheme(detector), value }];
  });
  const strongest = selectStrongest(identifiers) ?? identifiers[0];
  const told = strongest === undefined ? '' : `${strongest.kind}\0${strongest.scheme}\0${strongest.value}`;
  const id = toId(`${name === null ? '' : toNormalName(name)}\0${told}`);
  const { addresses, message, part } = text;
  const names = name === null ? [] : [name];
  const mention = { id, names, addresses: addresses.filter((one) => !isRole(one)), scope: null, identifiers };
  return {
    mention: { ...mention, messages: [message], part },
    party: '',
    names: new Map(name === null ? [] : [[name.shown, 1]]),
    text,
  };
}

/** Below a heading, or in the zone that machines read, a number is the same number. */
function toScheme(detector: string): string {
  return detector.replace(/-table$|(?<=^passport)-machine-readable$/, '');
}

function toPerson(known: readonly Known[], { toId }: PeopleInput): Person {
  const names = new Map<string, number>();
  for (const one of known) for (const [name, count] of one.names) names.set(name, (names.get(name) ?? 0) + count);
  const headers = known.filter(({ text }) => text === null);
  const texts = known.flatMap(({ text }) => text ?? []);
  const scope = headers.find(({ mention }) => mention.scope !== 'own') ?? headers[0];
  const isOwn = headers.some(({ mention }) => mention.scope === 'own');
  const mentions = [...new Set(known.map(({ mention }) => mention.id))].sort(compareUtf8);
  const name = chooseName(names) || (headers.flatMap(({ mention }) => mention.names)[0]?.shown ?? '');
  return {
    id: mentions.length === 1 ? (mentions[0] ?? '') : toJoinedId(name, known, toId),
    relation: isOwn ? 'own' : headers.length > 0 ? 'correspondent' : 'text',
    party: isOwn ? '' : (scope?.party ?? ''),
    name,
    addresses: [...new Set(known.flatMap(({ mention }) => mention.addresses))].sort(compareUtf8),
    mentions,
    messages: new Set(headers.flatMap(({ mention }) => mention.messages)),
    ...toResidence(texts),
    indicated: [...new Set(texts.flatMap(({ indicated }) => indicated))].sort(compareUtf8),
    isMinor: texts.some(({ isMinor }) => isMinor),
    texts,
  };
}

function toJoinedId(name: string, known: readonly Known[], toId: PeopleInput['toId']): string {
  const strongest = selectStrongest(known.flatMap(({ mention }) => mention.identifiers));
  const [address = ''] = known.flatMap(({ mention }) => mention.addresses).sort(compareUtf8);
  const told =
    strongest === null ? `address\0${address}` : `${strongest.kind}\0${strongest.scheme}\0${strongest.value}`;
  const read = readName(name);
  return toId(`${read === null ? '' : toNormalName(read)}\0${told}`);
}

/** Where two addresses differ nobody can say which one holds: the country of both is kept, or none. */
function toResidence(texts: readonly TextPerson[]): Pick<Person, 'country' | 'region'> {
  const only = (all: readonly (string | null)[]): string | null => {
    const distinct = new Set(all.filter((one) => one !== null));
    return distinct.size === 1 ? ([...distinct][0] ?? null) : null;
  };
  const country = only(texts.map((text) => text.country));
  return { country, region: country === null ? null : only(texts.map((text) => text.region)) };
}

/** The most frequent name, and of equals the first. */
function chooseName(names: ReadonlyMap<string, number>): string {
  return [...names].sort(([a, x], [b, y]) => y - x || compareUtf8(a, b))[0]?.[0] ?? '';
}
