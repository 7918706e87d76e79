import type { AnnouncedPerson } from '../notice-facts.ts';
import type { Counted } from '../numerals.ts';

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
