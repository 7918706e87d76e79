import type { ChangeNature, HarmlessNote, OutlookPlace } from '@candor/core/verify/compare';
import type { MailFlaw } from '@candor/core/verify/received';

/** Texts of the page that only a compared message needs: they come with what draws them. */
export interface ComparedPhrases {
  readonly notes: Readonly<Record<Exclude<HarmlessNote['kind'], 'ambiguous' | 'outlook' | 'partial'>, string>>;
  /** What was compared of an Outlook file, and what was not; a list of places each. */
  readonly outlook: {
    readonly compared: string;
    readonly notCompared: string;
    readonly places: Readonly<Record<OutlookPlace, string>>;
  };
  /** Where programs may take a message apart in different ways. */
  readonly flaws: Readonly<Record<MailFlaw['kind'], string>>;
  readonly natures: Readonly<Record<ChangeNature, string>>;
}
