import type { AnnouncedPerson } from '../notice-facts.ts';
import type { Counted, Numerals } from '../numerals.ts';
import type { PersonalRow, UnreadWord } from '../searched-figures.ts';
import type { DetailPhrases, NotifiedClass } from './detail-phrases.ts';

/**
 * What subject and first sentence say: the strongest that is known, or that passwords are at risk, or mail that the
 * intruder sent.
 */
export type Strongest = NotifiedClass | 'fraud';

/**
 * Every text of a notice in one language, before its details. Words in braces are put in; what a phrase takes is the
 * same in every language. `{n}` is a number, also as `{n de}`. `{both}` names both sides, as `between` has them.
 */
export interface HeadPhrases {
  /** Both sides of the mail: `{party}`, `{organization}`. */
  readonly between: Addressed<string>;
  readonly subject: {
    /** By the strongest evidence; selected by the total of notified messages. `{both}`, `{counted}`. */
    readonly strongest: Readonly<Record<Strongest | 'secrets', Counted>>;
    /** `{n}`; `{n}` of `{told}`. */
    readonly counted: Counted;
    readonly countedOf: string;
    /** A correction that leaves nothing: `{both}`. */
    readonly none: string;
    /** A correction to zero, because mail that the party was notified of is no longer in evidence. */
    readonly gone: string;
    /** `{organization}`, `{previous}`. */
    readonly update: string;
    /** In front of a subject. */
    readonly supplement: string;
    readonly correction: string;
    readonly reminder: string;
  };

  /** `{name}`, `{domains}`; of a person `{domains}` is the address. */
  readonly to: Addressed<{ readonly named: string; readonly unnamed: string }>;
  /** `{domains}` and `{n}` that are not shown. */
  readonly moreDomains: Counted;

  /** Sentence by kind; `{previous}`. */
  readonly reminder: string;
  readonly supplement: string;
  readonly correction: string;
  /** In place of `correction`, where evidence of an earlier version is gone. */
  readonly correctionGone: string;
  /** Where the contact may be anybody's. */
  readonly guessed: string;

  readonly fraudHeading: string;
  /** `{n}`, `{before}`, `{span}`. */
  readonly fraud: Addressed<Counted>;

  /** The first sentence: who writes, `{name}`, and why, `{both}`; chosen as the subject is. */
  readonly writes: Readonly<Record<Strongest, Counted>>;
  readonly writesNone: string;
  readonly writesGone: string;
  /** `{span}`: the default when the incident file says nothing. */
  readonly happened: string;
  /** The window in a sentence: `{from}`, `{to}`; only `{from}` when both are one day. */
  readonly span: string;
  readonly spanOneDay: string;
  /** In place of both where the intruder's last record is later than our containment. */
  readonly spanOpen: string;
  /** `{date}`. */
  readonly discovered: string;
  readonly delayed: string;

  /** `{previous}`. */
  readonly changedHeading: string;
  /** In a notice that comes for another reason than its figures. */
  readonly unchanged: string;
  /** What the rows below are about: `{n}`, `{before}`, `{mailboxes}`, `{dated}`. It calls no message affected. */
  readonly about: Counted;
  readonly mailboxes: Counted;
  /** `{dates}`. */
  readonly dated: string;
  /** `{first}`, `{last}`; only `{first}` when both are one day. */
  readonly dates: string;
  readonly datesOneDay: string;
  /** Both with `{both}`; previous figures follow. */
  readonly none: string;
  readonly gone: string;
  /** Behind a figure that changed; `{n}`, or a text. */
  readonly before: string;
  readonly notExamined: string;
  readonly noDate: string;
  readonly verdicts: Readonly<Record<NotifiedClass, Counted>>;
  /** Above rows that count some of `{n}` messages again. */
  readonly amongThem: Counted;
  /** `{n}`, `{date}`: the intruder's last access. */
  readonly datedAfter: Counted;
  readonly secrets: Counted;
  /** In place of a row with 0: `{what}`, which is `secretsWhat` or a text of `personal`. A search proves no absence. */
  readonly noneFound: string;
  /** The same where people judged what the search listed: `{n}` messages. */
  readonly noneAfterReview: Counted;
  readonly noneListed: string;
  readonly secretsWhat: string;
  readonly bulk: Counted;
  readonly held: Counted;
  /** In place of both with 0, where an earlier notice counted some. */
  readonly bulkNone: string;
  readonly heldNone: string;
  readonly intruderSent: Counted;
  /** A paragraph of its own: `{n}`, `{where}`, which is `inThem`, `{before}`, `{listed}`. */
  readonly affectedAddresses: Counted;
  /** The same with 0: `{before}`. */
  readonly affectedAddressesNone: string;
  /** Chosen by the number of messages. */
  readonly inThem: Counted;
  /** Behind it: `{list}`; `{list}` and `{n}` that are not shown here. */
  readonly listed: string;
  readonly listedOf: Counted;
  /** How many the check page lists, as far as its room goes. */
  readonly pageLists: Counted;

  /** Chosen by the number of messages; the second where of none it is known that it was read or copied. */
  readonly consequences: Addressed<Counted>;
  readonly consequencesIfRead: Addressed<Counted>;

  readonly actionsHeading: string;
  /** Where each is listed below by day and address: `{n}` messages. */
  readonly changeListed: Counted;
  /** A line of that list: `{date}`, which may be `noDate`, and `{address}`. */
  readonly secretLine: string;
  /** Its last line: `{n}` that are not listed. */
  readonly secretRest: Counted;
  /** In its place, where the page for checking lists more; how many, its room decides. */
  readonly secretRestOnPage: Counted;
  /** Where none is listed. */
  readonly changeSecrets: Counted;
  readonly changeUnexamined: string;
  readonly warnListed: string;
  readonly warnAll: string;
  readonly distrust: Counted;
  readonly confirm: string;
  /** What the party itself must do, by what it is to the data; `{law}` where an article is named. */
  readonly duties: Readonly<Record<'law' | 'elsewhere', DutyPhrases>>;
  readonly laws: Readonly<Record<'gdpr' | 'uk-gdpr', string>>;

  /** `{date}`, `{page}`; these three are chosen by the number of messages. */
  readonly readFrom: Addressed<Counted>;
  readonly readLater: Counted;
  readonly readNot: Counted;
  /** Behind `readNot`: whom to ask for copies, by `{mail}` where there is an address. */
  readonly copies: { readonly address: string; readonly answer: string };
  /** To a person where that law holds: `{law}` and the same. */
  readonly ownCopies: { readonly address: string; readonly answer: string };

  readonly checkHeading: string;
  /** `{page}`. */
  readonly checkPage: Addressed<string>;
  readonly checkDns: string;
  /** `{n}` entries; the root follows on a line of its own. */
  readonly checkLog: Counted;
  readonly checkWebSiteNumber: string;
  /** `{telephone}`. */
  readonly checkTelephone: string;
  readonly asksNothing: string;

  readonly unknownHeading: string;
  readonly unknownGaps: Counted;
  readonly unknownMessages: Counted;
  /** `{n}` messages that rest on undecided records alone. */
  readonly unknownUndecided: Counted;
  /** Where no message of the party does, and records of our logs are undecided. */
  readonly unknownRecords: string;
  readonly unknownNothing: string;
  /** What a person wrote of it, which may be no whole sentence: `{text}`. */
  readonly unknownToo: string;
  /** `{date}`. */
  readonly nextUpdate: string;
  readonly nextUpdateOpen: string;

  /** Whom to ask: one of the first two, and one of the last two. Also on paper, where nobody can reply. */
  readonly contact: {
    /** `{mail}`. */
    readonly address: string;
    readonly answer: string;
    /** `{telephone}`. */
    readonly telephone: string;
    readonly webSiteNumber: string;
    /** `{dpo}`. */
    readonly dpo: string;
  };

  /** The three lines of an update: `{to}`, `{name}`, `{previous}`. */
  readonly updateUnchanged: string;
  /** `{page}`, `{code}`. */
  readonly updateCheck: string;
}

export interface DutyPhrases {
  readonly controller: string;
  readonly processor: string;
  readonly independent: string;
}

/** All texts of a notice in one language. */
export interface Phrases extends HeadPhrases, DetailPhrases, SearchedPhrases {
  readonly numerals: Numerals;
  readonly announcement: AnnouncementPhrases;
}

/** One language file: the texts of notices, and of the telephone script. */
export interface Catalogue {
  readonly phrases: Phrases;
  /** `{organization}`, `{reply}`, `{page}`, `{domain}`. */
  readonly callScript: string;
}

/** Who asks to read a party's mail, in one language. `{person}` and `{name}` are a name, or `somebody`. */
export interface AnnouncementPhrases {
  /** `{organization}`. */
  readonly subject: Addressed<string>;
  readonly somebody: string;
  /** `{person}`, `{proved}`. */
  readonly asks: Addressed<string>;
  /** `{address}`. */
  readonly address: string;
  readonly addressElsewhere: string;
  /** `{proved}` or `{name}`. */
  readonly shown: Readonly<Record<AnnouncedPerson['by'], string>>;
  readonly representative: string;
  readonly fingerprint: string;
  readonly objectHeading: string;
  /** `{telephone}`. */
  readonly objectTelephone: string;
  readonly objectWebSiteNumber: string;
  readonly objectReply: string;
  /** `{page}`. */
  readonly objectPage: string;
  readonly oneObjection: string;
  readonly waitHeading: string;
  /** `{n}` hours. */
  readonly wait: Counted;
  readonly sooner: string;
}

/** One phrase for an organization, one for a person, who is addressed as the one concerned. */
export interface Addressed<T> {
  readonly organization: T;
  readonly person: T;
}

/** What a notice says of passwords, keys and personal data that a search found, in one language. */
export interface SearchedPhrases {
  /** A row: `{n}` messages with `{what}`, a text of `personal`. Never names the data subject, which nobody examined. */
  readonly personalRow: Counted;
  readonly personal: Readonly<Record<PersonalRow, string>>;
  /** A row: `{n}` messages, `{reasons}`, texts of `unread` with `{n}`. */
  readonly unreadRow: Counted;
  readonly unread: Readonly<Record<UnreadWord, string>>;
  /** In place of `changeSecrets` where a search found them. */
  readonly changeFound: Counted;
  /** Where nothing was found, and something was not searched. */
  readonly changeUnread: Counted;
  readonly wordsSearched: string;
  /** Why open mail does not say of which kind they are. */
  readonly wordsSensitive: string;
  readonly listedToo: Counted;
  /** In place of `customers`. */
  readonly customersSearched: Counted;
}
