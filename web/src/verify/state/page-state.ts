import type { Language } from '@candor/core/notice/text';
import type { NoticeAnswer, SiteDescription } from '@candor/core/verify';
import type { UnreadableReason } from '@candor/core/verify/received';
import type { Phrases } from '../../i18n/verify/phrases.ts';

/** What a received message came from. */
export type Source =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'pasted'; readonly text: string };

/** A message that was given before its code was looked up, and what was found in it. */
export interface HeldMessage {
  readonly source: Source;
  readonly codes: readonly string[];
  readonly domains: readonly string[];
  /** Why it cannot be compared; null for one that can. */
  readonly trouble: UnreadableReason | null;
}

/** Where the reader is. An answer may be about the code alone, or about a message as well. */
export type Stage =
  | { readonly kind: 'form' }
  | { readonly kind: 'looking-up' }
  | { readonly kind: 'failed'; readonly why: 'failed' | 'old-browser' }
  | {
      readonly kind: 'answer';
      readonly answer: NoticeAnswer;
      /** Null before a message was compared. */
      readonly source: Source | null;
      /** Bytes that are being compared right now. */
      readonly comparingBytes: number | null;
      /** A message was compared here before the page was loaded again, and nothing keeps messages. */
      readonly isMessageGone: boolean;
    };

/** Everything that the page shows follows from this. */
export interface PageState {
  readonly language: Language;
  readonly phrases: Phrases;
  readonly site: SiteDescription | null;
  /** Entries of the published log; null while it is not known. */
  readonly logSize: number | null;
  /** As typed. */
  readonly code: string;
  readonly domain: string;
  readonly held: HeldMessage | null;
  readonly stage: Stage;
}

/** What a reader can do. */
export interface PageActions {
  setLanguage(language: Language): void;
  /** Keeps what is typed; the page is not drawn anew. */
  type(field: 'code' | 'domain', text: string): void;
  /** Takes one of several codes or domains that were found in the held message. */
  choose(field: 'code' | 'domain', text: string): void;
  lookUp(): void;
  /** A message or a text, from wherever it came and whatever the page shows. */
  take(source: Source): void;
  /** Lets go of the held message. */
  release(): void;
  /** Code and domain stay: only another copy is to be compared. */
  compareAgain(): void;
  startAgain(): void;
}

/** What each view is drawn from. */
export interface View {
  readonly state: PageState;
  readonly actions: PageActions;
}
