import type { Instant } from '@candor/core/base';
import type { MessageValues } from '@candor/core/base/message';
import { type PeriodSaying, sayAccessPeriod } from './access-period.ts';
import { toShownText } from './foreign-text.ts';
import type { Language } from './language.ts';
import { CATALOGUES, type Catalogue } from './languages/catalogues.ts';
import { isAtOrBelow, listLinkHosts } from './link-hosts.ts';
import { writeMessage } from './message-writing.ts';
import type { NoticeFacts, NotifiedParty } from './notice-facts.ts';
import { formatDate, type Numerals } from './numerals.ts';
import { toShownDomain } from './shown-domain.ts';

/** A party's name, which is foreign text and shortened. */
const NAME_LIMITS = { characters: 60, words: 6 };
/** In the first line; the details list more. */
const TITLE_DOMAINS = 2;
const TERSE_TITLE_DOMAINS = 1;
const LISTED_DOMAINS = 20;

/** The phrases of a notice's language, and what every section puts into them. */
export interface Writer {
  readonly facts: NoticeFacts;
  readonly phrases: Catalogue['phrases'];
  readonly numerals: Numerals;
  readonly period: PeriodSaying;
  readonly organization: string;
  /** The organization's full name where the incident file has it: who writes. */
  readonly fullName: string;
  /** Also chooses its forms: `n` is the number that they belong to. */
  write(phrase: string, values?: MessageValues): string;
  day(instant: Instant): string;
  /** The wording for an organization or for a person. */
  address<T>(phrase: { readonly organization: T; readonly person: T }): T;
}

/** A day as it is written in a language: at the head of a letter. */
export function formatNoticeDay(language: Language, instant: Instant): string {
  return formatDate(CATALOGUES[language].numerals, instant);
}

/** The word of "1 of 2", at the foot of a letter. */
export function toWordOf(language: Language): string {
  return CATALOGUES[language].numerals.of;
}

export function createWriter(facts: NoticeFacts): Writer {
  const { phrases, numerals } = CATALOGUES[facts.language];
  return {
    facts,
    phrases,
    numerals,
    period: sayAccessPeriod(facts.window, facts.recorded),
    organization: toOneLine(facts.organization.name),
    fullName: toOneLine(facts.organization.signature?.name ?? facts.organization.name),
    write: (phrase, values = {}) => writeMessage(facts.language, phrase, values),
    day: (instant) => formatDate(numerals, instant),
    address: (phrase) => phrase[facts.party.kind],
  };
}

/** `To the security team of Northwind (northwind.example)`, or without the name. */
export function toAddressee(writer: Writer, isNamed: boolean): string {
  const { party } = writer.facts;
  const { named, unnamed } = writer.address(writer.phrases.to);
  const domains =
    party.kind === 'person'
      ? toShownAddress(party)
      : toShownDomains(writer, isNamed ? TITLE_DOMAINS : TERSE_TITLE_DOMAINS);
  const name = party.name === null || !isNamed ? null : toHarmlessName(party.name, party.domains);
  return name === null ? writer.write(unnamed, { domains }) : writer.write(named, { name, domains });
}

/** Both sides of the mail: `between Northwind and Harbor Energy`. */
export function toBoth(writer: Writer): string {
  const { party } = writer.facts;
  const name = party.name === null ? null : toHarmlessName(party.name, party.domains);
  const shown = name ?? toShownDomains(writer, TERSE_TITLE_DOMAINS);
  return writer.write(writer.address(writer.phrases.between), { party: shown, organization: writer.organization });
}

/** Texts by hand may be folded in the incident file. */
export function toOneLine(text: string): string {
  return text.replace(/(?<!\s)\s*\n\s*/g, ' ').trim();
}

/** The party's own domains, up to a maximum. */
export function toShownDomains(writer: Writer, limit: number = LISTED_DOMAINS): string {
  const { domains } = writer.facts.party;
  const shown = domains.slice(0, limit).map(toShownDomain).join(', ');
  const rest = domains.length - limit;
  return rest > 0 ? writer.write(writer.phrases.moreDomains, { n: rest, domains: shown }) : shown;
}

/** A foreign name, or nothing if mail programs would link it elsewhere than to the party's own domain. */
export function toHarmlessName(name: string, domains: readonly string[]): string | null {
  const shown = toShownText(name, NAME_LIMITS);
  const isHarmless =
    shown !== '' && !shown.includes('://') && listLinkHosts(shown).every((host) => isAtOrBelow(host, domains));
  return isHarmless ? shown : null;
}

/** A local part is foreign text too: an unusual one is omitted, leaving the domain. */
export function toShownAddress({ id, domains }: Pick<NotifiedParty, 'id' | 'domains'>): string {
  const at = id.lastIndexOf('@');
  const domain = toShownDomain(at === -1 ? (domains[0] ?? id) : id.slice(at + 1));
  const local = id.slice(0, Math.max(at, 0));
  return /^[a-z0-9._+-]{1,64}$/i.test(local) ? `${local}@${domain}` : domain;
}
