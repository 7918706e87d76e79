import { compareUtf8, type Instant } from '@candor/core/base';
import type { GapKind } from '@candor/core/exposure/coverage';
import type { Window } from '@candor/core/incident';
import type { AffectedAddresses } from '../affected/affected-addresses.ts';
import type { SecretMessage } from '../affected/secret-messages.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import type { Language, LocalText } from './language.ts';
import type { ExposedVerdict } from './notified-class.ts';
import type { SearchedFigures } from './searched-figures.ts';

/**
 * Relation of a text to the party's earlier notices. A reminder is the earlier text with one more line. An announcement
 * has no figures: it says who asks to read the party's mail, so that anybody of the party can object.
 */
export type NoticeKind = 'first' | 'supplement' | 'correction' | 'update' | 'reminder' | 'announcement';

/** The wave that a notice goes out with (docs/formats/notice.md, Waves). */
export type NoticeWave = 'secrets-metadata' | 'metadata' | 'content' | 'supplement' | 'correction' | 'update';

/**
 * The party's role for the data (GDPR Article 4): `controller` whose data we processed, `processor` with its own
 * customers' data, `independent` with its own purposes. Null: unknown.
 */
export type PartyRelation = 'controller' | 'processor' | 'independent';

/** The recipient. Everything here is foreign text, from mail or a directory. */
export interface NotifiedParty {
  /** A person's exact address, or an organization's `party` in `parties.csv`. */
  readonly id: string;
  readonly kind: 'organization' | 'person';
  readonly name: string | null;
  /** A-labels, sorted: the party's own, which sentences may name. In older notices those of `contactDomains` too. */
  readonly domains: readonly string[];
  /**
   * Domains of contacts that a person or the directory gave, where the party has none of them: the code is bound to
   * them as well, and no sentence names them, since no mail of theirs is affected.
   */
  readonly contactDomains?: readonly string[];
  readonly relation: PartyRelation | null;
}

/** Every domain that a notice's code is bound to, sorted. */
export function listBoundDomains({
  domains,
  contactDomains = [],
}: Pick<NotifiedParty, 'domains' | 'contactDomains'>): readonly string[] {
  return [...new Set([...domains, ...contactDomains])].sort(compareUtf8);
}

/**
 * The signatory, the name and the addresses of the organization; each part null where the incident file does not say.
 */
export interface NoticeSignature {
  readonly name: string | null;
  readonly signatory: string | null;
  readonly title: string | null;
  readonly postal: string | null;
  /** Contact for questions. The address is at or below the domain of the notice. */
  readonly mail: string | null;
  readonly telephone: string | null;
  /** The data protection officer; an external one by name, telephone and postal address. */
  readonly dpo: string | null;
}

export interface NotifyingOrganization {
  readonly name: string;
  /** Missing in older notices. */
  readonly signature?: NoticeSignature;
  /** The day on which the incident was discovered; missing in older notices. */
  readonly discovered?: Instant | null;
  /** The domain whose page, DNS entry and sender address vouch for the notice, A-labels. */
  readonly domain: string;
  /** Where the page for checking is, without scheme: `harbor.example/notice`. At or below `domain`. */
  readonly page: string;
  /** A telephone number for people; null means "the number on our web site". */
  readonly telephone: string | null;
  /** One or two sentences on what the intruder did; a language without one, and null, get the default. */
  readonly happened: LocalText | null;
  /** One or two sentences on what was done about it; older notices have none. */
  readonly measures?: LocalText | null;
  /** Where answers go. Told where it is at or below `domain`; older notices do not have it. */
  readonly reply?: string;
}

/**
 * The figures of one party at one exposure version (docs/formats/parties-csv.md). Whole numbers from 0. `messages` =
 * accessed + presumed + partial + possible; `bulk` and `held` are parts of all five, and dates, addresses and mailboxes
 * are those of all five too.
 */
export interface NoticeFigures {
  readonly accessed: number;
  readonly presumed: number;
  readonly partial: number;
  readonly possible: number;
  readonly undetermined: number;
  readonly messages: number;
  /**
   * The part of `messages` that rests on undecided records alone, by the verdict that these give: no notice says that
   * the intruder had them. Missing without any, and in older notices.
   */
  readonly undecided?: UndecidedFigures;
  /**
   * The part of all five that is dated after the intruder's last access, and counted because nothing but its Date
   * says when it arrived. Missing without any, and in older notices.
   */
  readonly datedAfter?: number;
  readonly bulk: number;
  /** Withheld from review until counsel decided. */
  readonly held: number;
  /** Messages with passwords or keys; null without a search. */
  readonly secrets: number | null;
  /** What a search gave; missing where none was made, so that `secrets` is a list by hand, and in older notices. */
  readonly searched?: SearchedFigures;
  /** Earliest and latest `Date`; null when no message has one. */
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly affectedAddresses: number;
  readonly intruderSent: number;
  /** Mailboxes of ours in which these messages lie. */
  readonly custodians: number;
}

/** Messages by verdict; those without any may be missing. */
export type UndecidedFigures = Readonly<Partial<Record<ExposedVerdict, number>>>;

export interface PriorNotice {
  readonly issued: Instant;
  readonly figures: NoticeFigures;
}

/** A person who asks to read a party's mail (docs/formats/proof.md). Name and address are a stranger's words. */
export interface AnnouncedPerson {
  readonly name: string;
  readonly address: string;
  /** What was proved: domains, or one exact address. */
  readonly proved: readonly string[];
  /**
   * How it was proved: a record in DNS with the code; the code that one mailbox got; the word of somebody who names
   * others; something that our own people saw.
   */
  readonly by: 'dns' | 'mailbox' | 'nomination' | 'hand';
  /** The nominator; null if none was needed. Foreign text as well. */
  readonly namedBy: string | null;
  /** Outside counsel or a service provider. */
  readonly isRepresentative: boolean;
  /** Fingerprint of both keys, in eight groups. */
  readonly fingerprint: string;
  /** Minimum waiting time after everybody was told. */
  readonly waitHours: number;
}

/** What is not known: gaps by kind, and what the incident file adds. */
export interface UnknownPart {
  /** Mailboxes with the party's messages that have any gap. */
  readonly mailboxes: number;
  /** The number among these with a gap of this kind. Kinds without one may be missing. */
  readonly gaps: Readonly<Partial<Record<GapKind, number>>>;
  /** Records of our logs of which nobody has decided whether they are the intruder's; missing in older notices. */
  readonly undecidedRecords?: number;
  readonly sentence: LocalText | null;
}

/**
 * Everything a notice says, and nothing it does not. Figures come from one exposure version; none can be typed by hand.
 */
export interface NoticeFacts {
  readonly kind: NoticeKind;
  readonly wave: NoticeWave;
  readonly language: Language;
  readonly organization: NotifyingOrganization;
  readonly window: Window;
  /**
   * The earliest and latest intruder record, possibly outside the window; missing without any, and in older notices.
   */
  readonly recorded?: { readonly first: Instant; readonly last: Instant };
  readonly party: NotifiedParty;
  readonly figures: NoticeFigures;
  /** Mail that the party was notified of is no longer in evidence: nothing of it is counted or cleared. */
  readonly isGone?: true;
  /** Evidence of an earlier version is gone: lower figures do not show that the earlier ones were wrong. */
  readonly isEvidenceGone?: true;
  /** Always there for supplement, correction, update and reminder; null for a first notice. */
  readonly previous: PriorNotice | null;
  /** For a reminder of a supplement or correction: what that said about the previous notice. */
  readonly reminds?: { readonly kind: 'supplement' | 'correction'; readonly previous: PriorNotice };
  readonly unknown: UnknownPart;
  /**
   * The party's own addresses, those that may be listed and are plain (`selectShownAddresses`), at most as many as the
   * check page has room for. Missing for persons, in older notices, and where `isGuessed`.
   */
  readonly addresses?: AffectedAddresses;
  /**
   * Messages with passwords or keys that may be listed, newest first, at most as many as `figures.secrets` and as the
   * check page has room for; the text has the first of them. Missing without any, in older notices, and where
   * `isGuessed`.
   */
  readonly secretMessages?: readonly SecretMessage[];
  /**
   * It goes to contacts that may be anybody's, a guessed role mailbox or a known correspondent: it gives numbers only,
   * and neither text nor page lists an address.
   */
  readonly isGuessed?: true;
  /** The law with the party's own duties; missing when unknown, and in older notices. */
  readonly jurisdiction?: Jurisdiction;
  /** When the last delay ended that an authority had asked for; null where none asked. Missing in older notices. */
  readonly delayedUntil?: Instant | null;
  /** Whether approved people can read the messages themselves; missing in older notices. */
  readonly reading?: 'offered' | 'not-offered';
  /** Null when the incident promises no date. */
  readonly nextUpdate: Instant | null;
  /** From when the party can read the messages themselves; null until that is known. */
  readonly readableFrom: Instant | null;
  /** Only for an announcement. */
  readonly announced?: AnnouncedPerson;
  /** A paragraph added by a person for this party, plain text; null without one. */
  readonly added: string | null;
  /** As `formatNoticeCode` writes it. */
  readonly code: string;
  /** Eight groups of four hexadecimal digits, as DNS has it. */
  readonly keyFingerprint: string;
  /** The log's newest checkpoint at the time of composing: number of entries, root hash in base64. */
  readonly checkpoint: { readonly size: number; readonly root: string };
  /** Which exposure version the figures come from, and its digest in hex. */
  readonly exposure: { readonly version: number; readonly digest: string };
}

export interface ComposedNotice {
  readonly subject: string;
  /** Lines end with LF, at most 76 characters where words allow. */
  readonly text: string;
  /** The same words with markup: nothing to click, nothing to load. */
  readonly html: string;
}
