import type { Language } from '@candor/core/notice';
import type { NoticeAnswer, SiteDescription } from '@candor/core/verify';
import type { Phrases } from './words/phrases.ts';

/** What a received message came from. */
export type Source =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'pasted'; readonly text: string };

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
  readonly stage: Stage;
}

/** What a reader can do. */
export interface PageActions {
  setLanguage(language: Language): void;
  /** Keeps what is typed; the page is not drawn anew. */
  type(field: 'code' | 'domain', text: string): void;
  lookUp(): void;
  compare(source: Source): void;
  /** Code and domain stay: only another copy is to be compared. */
  compareAgain(): void;
  startAgain(): void;
}

/** What each view is drawn from. */
export interface View {
  readonly state: PageState;
  readonly actions: PageActions;
}
