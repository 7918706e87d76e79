import type { Instant, Language } from '@candor/core/base';

/** A named approver: the public key; the private one never touches the state. */
export interface Operator {
  readonly name: string;
  /** base64url of the raw 32-byte Ed25519 public key. */
  readonly key: string;
  /** The operator's own mailbox if they are a custodian: nobody approves anything about it. */
  readonly custodian: string | null;
}

/** Where the public log is served and how fast it visibly grows. */
export interface LogSettings {
  /** C2SP origin and place of the log: host and path without scheme. */
  readonly origin: string;
  readonly everySeconds: number;
  /** Entries per period, including padding. */
  readonly entries: number;
  /** Folder of the log shared by all incidents of the domain, as written; null: a separate log. */
  readonly home: string | null;
}

/** How mail is sent through the organization's own relay. Paths are as written, normalised. */
export interface RelaySettings {
  readonly host: string;
  readonly port: number;
  /** `required`: implicit TLS at port 465, STARTTLS elsewhere; `implicit`: at any port; `none` only on loopback. */
  readonly tls: 'required' | 'implicit' | 'offered' | 'none';
  readonly user: string | null;
  readonly passwordFile: string | null;
  /** Certificate authorities to trust instead of the system's. */
  readonly ca: string | null;
  /** Concurrent connections, and concurrent messages to one destination domain. */
  readonly connections: number;
  readonly perDestination: number;
}

export interface ImapSettings {
  readonly host: string;
  readonly port: number;
  /** `required`: implicit TLS at port 993, STARTTLS elsewhere; `implicit`: at any port; `none` only on loopback. */
  readonly tls: 'required' | 'implicit' | 'none';
  readonly user: string;
  readonly passwordFile: string;
  readonly ca: string | null;
  readonly folder: string;
}

/** A mailbox read for bounces and replies. */
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
  readonly name: string | null;
  readonly postal: string | null;
  readonly signatory: string | null;
  readonly title: string | null;
}

/** `notice.contact` of the incident file. */
export interface NoticeContact {
  /** An email address at one of the organization's domains. */
  readonly mail: string | null;
  readonly telephone: string | null;
  /** The data protection officer; an external one by name, telephone and postal address. */
  readonly dpo: string | null;
}

/** `notice` of the incident file: how parties are notified. It never changes the exposure. */
export interface NoticeSettings {
  /** Where the static site is served: host and path without scheme. */
  readonly page: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly reply: string;
  /** Envelope sender; each delivery adds its mark. */
  readonly bounce: string;
  readonly telephone: string;
  /** Signatory for the organization; parts are null where not given. */
  readonly sender: NoticeSender;
  /** Contact for recipients; parts are null where not given. */
  readonly contact: NoticeContact;
  readonly discovered: Instant | null;
  /**
   * Mailboxes such as the ombudsman's, lower case: addresses that only occur with these are counted and never listed.
   */
  readonly quietMailboxes: readonly string[];
  /** Days after issue until address lists leave the site. */
  readonly listDays: number;
  readonly languages: readonly Language[];
  /** For parties without a known language. */
  readonly language: Language;
  readonly nextUpdate: Instant | null;
  /** What the intruder did; null: composed from the facts. */
  readonly happened: TextByLanguage | null;
  /** What the organization did about it; null: omitted. */
  readonly measures: TextByLanguage | null;
  readonly unknown: TextByLanguage | null;
  readonly relay: RelaySettings | null;
  readonly dkim: DkimSettings | null;
  readonly inbox: InboxSettings | null;
  readonly check: { readonly address: string; readonly inbox: InboxSettings } | null;
  /** Validating resolvers, `address:port`; empty: no queries. */
  readonly resolvers: readonly string[];
  /** Command of a spam filter that reads a message on standard input. */
  readonly spam: readonly string[] | null;
}
