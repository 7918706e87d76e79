import { compareUtf8 } from '@candor/core/base';
import type { FindingKind } from '../detectors/index.ts';
import { compareNames, type NameAgreement, type PersonName, toNormalName } from './name.ts';

/** A number, date or address beside a name. */
export interface Identifier {
  readonly kind: FindingKind;
  /** What kind of number it is: a person has one national number of a country. */
  readonly scheme: string;
  /** Equal for equal values. */
  readonly value: number | string;
}

/** A place where a person stands: an address in headers, a custodian, or a row, entry or sentence of a text. */
export interface Mention {
  /** The same in every run. */
  readonly id: string;
  /** A custodian has several; empty where no name stands there. */
  readonly names: readonly PersonName[];
  readonly addresses: readonly string[];
  /** `own`, or the party whose address it is; null in texts. */
  readonly scope: string | null;
  readonly identifiers: readonly Identifier[];
  /** The message of a text; those with an address there; empty otherwise. */
  readonly messages: readonly string[];
  /** The part of the message whose text it stands in: in one part a name twice may be two persons. */
  readonly part: string | null;
}

/** Decided by people: ids of mentions that are one person, and ids of which no two are. In order. */
export interface JoinDecision {
  readonly act: 'merge' | 'split';
  readonly mentions: readonly string[];
}

/** A person has one of them, and nobody else has it: it joins spellings that are merely close. */
const STRONG: ReadonlySet<FindingKind> = new Set<FindingKind>(['national-id', 'passport', 'driving-licence', 'tax-id']);
/**
 * Families and desks share them: they join equal full names. Some numbers of insurances are of a family. What a person
 * earns joins nothing.
 */
const SHARED: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'birth-date',
  'health-number',
  'bank-account',
  'payment-card',
  'telephone',
  'login-name',
  'home-address',
]);
/** The number of a bank, which all of its customers have. */
const OF_NOBODY = 'bank-account-routing';
/** A value beside more names is of a company, a school or a hostel. */
const MAX_SHARING_NAMES = 5;
/** Two values of one scheme are two persons. */
const SINGLE: ReadonlySet<FindingKind> = new Set<FindingKind>(['national-id', 'birth-date']);

const BY_STRONG: ReadonlySet<NameAgreement> = new Set<NameAgreement>(['same', 'swapped', 'part', 'initial', 'close']);
const BY_SHARED: ReadonlySet<NameAgreement> = new Set<NameAgreement>(['same']);
const BY_BIRTH: ReadonlySet<NameAgreement> = new Set<NameAgreement>(['same', 'swapped', 'part']);
const BY_ADDRESS: ReadonlySet<NameAgreement> = new Set<NameAgreement>(['same', 'swapped', 'part', 'initial']);

interface Group {
  mentions: Mention[];
}

/**
 * Mentions of one person together; the same in every order of mentions. The surest reasons first; no group gets two
 * national numbers of a country, two birth dates, or two names that do not agree.
 */
export function joinMentions(
  unordered: readonly Mention[],
  decisions: readonly JoinDecision[] = [],
): readonly (readonly Mention[])[] {
  const mentions = sortMentions(unordered);
  const groups = new Map<Mention, Group>(mentions.map((mention) => [mention, { mentions: [mention] }]));
  const apart = toApart(decisions);
  const join = (a: Mention, b: Mention, allowed: ReadonlySet<NameAgreement> | null): void => {
    const [one, other] = [groups.get(a), groups.get(b)];
    if (one === undefined || other === undefined || one === other) return;
    if (allowed !== null && !mayJoin(one.mentions, other.mentions, allowed, apart)) return;
    one.mentions.push(...other.mentions);
    for (const moved of other.mentions) groups.set(moved, one);
  };
  const joinEqual = (
    toKeys: (mention: Mention) => readonly string[],
    allowed: ReadonlySet<NameAgreement>,
    isTold: (a: Mention, b: Mention) => boolean = () => true,
  ): void => {
    for (const [first, ...others] of groupBy(mentions, toKeys).values())
      for (const [at, other] of others.entries())
        for (const before of [first, ...others.slice(0, at)].slice(-COMPARED))
          if (before !== undefined && isTold(before, other)) join(before, other, allowed);
  };
  const identifiersOf =
    (kinds: ReadonlySet<FindingKind>) =>
    ({ identifiers }: Mention): readonly string[] =>
      identifiers.flatMap(({ kind, scheme, value }) =>
        kinds.has(kind) && scheme !== OF_NOBODY ? [`${kind}\0${scheme}\0${value}`] : [],
      );

  const byId = Map.groupBy(mentions, ({ id }) => id);
  for (const { mentions: ids } of standing(decisions)) {
    const [first, ...others] = ids.flatMap((id) => byId.get(id) ?? []);
    for (const other of others) if (first !== undefined) join(first, other, null);
  }
  joinEqual(identifiersOf(STRONG), BY_STRONG);
  joinEqual(({ addresses }) => addresses, BY_ADDRESS);
  joinEqual(
    ({ scope, names }) => (scope === null ? [] : names.map((name) => `${scope}\0${toFamilyKey(name)}`)),
    BY_SHARED,
    (a, b) => !haveNumbers(a, b),
  );
  joinEqual(identifiersOf(new Set<FindingKind>(['birth-date'])), BY_BIRTH, bothNamed);
  const sharedBy = (mention: Mention): readonly string[] => identifiersOf(SHARED)(mention);
  const ofMany = new Set(
    [...groupBy(mentions, sharedBy)].flatMap(([key, group]) => (countNames(group) > MAX_SHARING_NAMES ? [key] : [])),
  );
  joinEqual((mention) => sharedBy(mention).filter((key) => !ofMany.has(key)), BY_SHARED, bothNamed);
  joinInMessages(mentions, (a, b) => join(a, b, BY_SHARED));
  return [...new Set(mentions.map((mention) => groups.get(mention)))].flatMap((group) =>
    group === undefined ? [] : [group.mentions],
  );
}

/** By what they say, equal names beside each other. Ids come last: they follow from the key of a state. */
function sortMentions(mentions: readonly Mention[]): readonly Mention[] {
  return mentions
    .map((mention) => ({ mention, key: toSortKey(mention) }))
    .sort((a, b) => compareUtf8(a.key, b.key))
    .map(({ mention }) => mention);
}

function toSortKey({ names, addresses, scope, identifiers, messages, part, id }: Mention): string {
  const numbers = identifiers.map(({ kind, scheme, value }) => [kind, scheme, value].join(' ')).sort(compareUtf8);
  const known = names.map((name) => [toNormalName(name), name.shown].join(' ')).sort(compareUtf8);
  const where = [[...addresses].sort(compareUtf8), [...messages].sort(compareUtf8)].map((each) => each.join(' '));
  return [...known, ...numbers, scope ?? '', ...where, part ?? '', id].join('\n');
}

function countNames(mentions: readonly Mention[]): number {
  return new Set(mentions.flatMap(({ names }) => names.map(toNormalName))).size;
}

/** With so many of those before it a mention is compared: a value in thousands of rows says nothing of a person. */
const COMPARED = 50;

function groupBy(
  mentions: readonly Mention[],
  toKeys: (mention: Mention) => readonly string[],
): ReadonlyMap<string, readonly Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions)
    for (const key of new Set(toKeys(mention))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [mention]);
      else group.push(mention);
    }
  return groups;
}

/** In one message a full name is one person if it stands in two parts, or in a part and the headers. */
function joinInMessages(mentions: readonly Mention[], join: (a: Mention, b: Mention) => void): void {
  const named = groupBy(mentions, ({ messages, names }) =>
    names.flatMap((name) => messages.map((message) => `${message}\0${toFamilyKey(name)}`)),
  );
  for (const group of named.values())
    for (const [at, mention] of group.slice(0, COMPARED).entries())
      for (const other of group.slice(at + 1, COMPARED))
        if (
          mention.part !== other.part &&
          (mention.scope === null || other.scope === null) &&
          !haveHomesApart(mention, other)
        )
          join(mention, other);
}

/** In one message a name with two homes may be two persons. */
function haveHomesApart(a: Mention, b: Mention): boolean {
  const homes = ({ identifiers }: Mention) => identifiers.filter(({ kind }) => kind === 'home-address');
  const [own, others] = [homes(a), homes(b)];
  return own.length > 0 && others.length > 0 && !own.some(({ value }) => others.some((one) => one.value === value));
}

function toFamilyKey({ family }: PersonName): string {
  return family.replace(/ae|oe|ue/g, (two) => two.charAt(0));
}

function bothNamed(a: Mention, b: Mention): boolean {
  return a.names.length > 0 && b.names.length > 0;
}

/** `john.smith` and `john.smith2` are two: the number was given because there was one already. */
function haveNumbers(a: Mention, b: Mention): boolean {
  const stems = ({ addresses }: Mention): readonly string[] =>
    addresses.map((address) => address.slice(0, address.lastIndexOf('@')).replace(/(?<!\d)\d+$/, ''));
  const isNumbered = ({ addresses }: Mention): boolean => addresses.some((address) => /\d@/.test(address));
  return (isNumbered(a) || isNumbered(b)) && stems(a).some((stem) => stems(b).includes(stem));
}

function mayJoin(
  one: readonly Mention[],
  other: readonly Mention[],
  allowed: ReadonlySet<NameAgreement>,
  apart: (a: string, b: string) => boolean,
): boolean {
  return one.every((a) =>
    other.every(
      (b) =>
        !apart(a.id, b.id) &&
        !areToldApart(a, b) &&
        (!bothNamed(a, b) || a.names.some((own) => b.names.some((their) => allowed.has(compareNames(own, their))))),
    ),
  );
}

function areToldApart(a: Mention, b: Mention): boolean {
  return a.identifiers.some(
    (own) =>
      SINGLE.has(own.kind) &&
      b.identifiers.some(({ scheme, kind }) => kind === own.kind && scheme === own.scheme) &&
      !b.identifiers.some(
        ({ scheme, kind, value }) => kind === own.kind && scheme === own.scheme && value === own.value,
      ),
  );
}

/** Merges of which no later split takes anything back. */
function standing(decisions: readonly JoinDecision[]): readonly JoinDecision[] {
  return decisions.filter(
    ({ act, mentions }, at) =>
      act === 'merge' &&
      !decisions
        .slice(at + 1)
        .some((later) => later.act === 'split' && mentions.filter((id) => later.mentions.includes(id)).length > 1),
  );
}

/** Pairs of a split that no later merge has together. */
function toApart(decisions: readonly JoinDecision[]): (a: string, b: string) => boolean {
  if (decisions.every(({ act }) => act === 'merge')) return () => false;
  return (a, b) => decisions.findLast(({ mentions }) => mentions.includes(a) && mentions.includes(b))?.act === 'split';
}

/** What an entity is known by: its strongest identifier, of equals the first. */
export function selectStrongest(identifiers: readonly Identifier[]): Identifier | null {
  const rank = ({ kind }: Identifier): number => [...STRONG, ...SHARED].indexOf(kind);
  const known = identifiers.filter((one) => rank(one) >= 0 && one.scheme !== OF_NOBODY);
  return (
    known.sort(
      (a, b) => rank(a) - rank(b) || compareUtf8(a.scheme, b.scheme) || compareUtf8(String(a.value), String(b.value)),
    )[0] ?? null
  );
}
