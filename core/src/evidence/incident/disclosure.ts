import type { Instant, Language } from '@candor/core/base';

/** A named person who may approve: the key is the public half, the private one never touches the state. */
export interface Operator {
  readonly name: string;
  /** base64url of the raw 32-byte Ed25519 public key. */
  readonly key: string;
  /** The operator's own mailbox, where it is among the custodians: nobody approves anything about it. */
  readonly custodian: string | null;
}

/** Where the public log is served and how fast it visibly grows. */
export interface LogSettings {
  /** C2SP origin, which is also where it is served: host and path, without a scheme. */
  readonly origin: string;
  /** Length of a period. */
  readonly everySeconds: number;
  /** Entries a period, padding included. */
  readonly entries: number;
  /** Folder of the log that all incidents of the domain share, as written; null: this incident has a log of its own. */
  readonly home: string | null;
}

/** How mail is handed to the organization's own relay. Paths are as written, normalised. */
export interface RelaySettings {
  readonly host: string;
  readonly port: number;
  /**
   * `required`: from the first byte at port 465, by STARTTLS elsewhere; `implicit`: from the first byte at any port;
   * `none` only on loopback.
   */
  readonly tls: 'required' | 'implicit' | 'offered' | 'none';
  readonly user: string | null;
  readonly passwordFile: string | null;
  /** File of certificate authorities to trust instead of the system's. */
  readonly ca: string | null;
  /** Connections to us at once, and messages at once to one destination domain. */
  readonly connections: number;
  readonly perDestination: number;
}

export interface ImapSettings {
  readonly host: string;
  readonly port: number;
  /**
   * `required`: from the first byte at port 993, by STARTTLS elsewhere; `implicit`: from the first byte at any port;
   * `none` only on loopback.
   */
  readonly tls: 'required' | 'implicit' | 'none';
  readonly user: string;
  readonly passwordFile: string;
  readonly ca: string | null;
  readonly folder: string;
}

/** A mailbox that is read for what comes back. */
export type InboxSettings =
  | { readonly maildir: string; readonly imap: null }
  | { readonly maildir: null; readonly imap: ImapSettings };

export interface DkimSettings {
  readonly domain: string;
  readonly selector: string;
  /** Path of the private key. */
  readonly key: string;
}

/** Texts by language; every language of `languages` has one. */
export type TextByLanguage = Readonly<Partial<Record<Language, string>>>;

/** `notice.sender` of the incident file. */
export interface NoticeSender {
  /** The organization's full name. */
  readonly name: string | null;
  /** Postal address, of several lines or one. */
  readonly postal: string | null;
  readonly signatory: string | null;
  readonly title: string | null;
}

/** `notice.contact` of the incident file. */
export interface NoticeContact {
  /** A mail address at one of the organization's domains. */
  readonly mail: string | null;
  readonly telephone: string | null;
  /** The data protection officer; an external one by name, telephone and postal address. */
  readonly dpo: string | null;
}

/** `notice` of the incident file: how parties are told. Nothing of it changes what is told of exposure. */
export interface NoticeSettings {
  /** Where the static site is served: host and path, without a scheme. */
  readonly page: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly reply: string;
  /** Envelope sender; each delivery adds its own mark to it. */
  readonly bounce: string;
  readonly telephone: string;
  /** Who signs for the organization; each part null where the file does not say. */
  readonly sender: NoticeSender;
  /** Whom recipients may ask; each part null where the file does not say. */
  readonly contact: NoticeContact;
  /** When the incident was discovered. */
  readonly discovered: Instant | null;
  /**
   * Mailboxes such as the ombudsman's, lower case: addresses that occur with these alone are counted and never listed.
   */
  readonly quietMailboxes: readonly string[];
  /** So many days after issue, lists of addresses leave the site. */
  readonly listDays: number;
  readonly languages: readonly Language[];
  /** For parties whose language nobody knows. */
  readonly language: Language;
  readonly nextUpdate: Instant | null;
  /** What the intruder did; null: composed from the facts. */
  readonly happened: TextByLanguage | null;
  /** What the organization did about it; null: nothing is said. */
  readonly measures: TextByLanguage | null;
  readonly unknown: TextByLanguage | null;
  readonly relay: RelaySettings | null;
  readonly dkim: DkimSettings | null;
  readonly inbox: InboxSettings | null;
  readonly check: { readonly address: string; readonly inbox: InboxSettings } | null;
  /** Validating resolvers, `address:port`; empty: nothing is asked. */
  readonly resolvers: readonly string[];
  /** Command of a spam filter that takes a message on its standard input. */
  readonly spam: readonly string[] | null;
}
