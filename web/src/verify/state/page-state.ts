import type { Language } from '@candor/core/notice/text';
import type { NoticeAnswer, SiteDescription } from '@candor/core/verify';
import type { UnreadableReason } from '@candor/core/verify/received';
import type { Phrases } from '../../i18n/catalogues.ts';

/** The source of a received message. */
export type Source =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'pasted'; readonly text: string };

/** A message given before its code was looked up, with its findings. */
export interface HeldMessage {
  readonly source: Source;
  readonly codes: readonly string[];
  readonly domains: readonly string[];
  readonly addresses: readonly string[];
  /** Why it cannot be compared; null if it can. */
  readonly trouble: UnreadableReason | null;
}

/** The form itself asks for an address. */
export type ShownAnswer = Exclude<NoticeAnswer, { readonly kind: 'address-asked' }>;

/** The reader's step. An answer may be about the code alone, or also about a message. */
export type Stage =
  /** `isAddressAsked`: the code is of a notice to one person, and only a domain was given. */
  | { readonly kind: 'form'; readonly isAddressAsked?: true }
  | { readonly kind: 'looking-up' }
  | { readonly kind: 'failed'; readonly why: 'failed' | 'old-browser' }
  | {
      readonly kind: 'answer';
      readonly answer: ShownAnswer;
      /** Null before a message was compared. */
      readonly source: Source | null;
      readonly comparingBytes: number | null;
      /** A message was compared before a reload; messages are not stored. */
      readonly isMessageGone: boolean;
    };

export interface PageState {
  readonly language: Language;
  readonly phrases: Phrases;
  readonly site: SiteDescription | null;
  /** Size of the published log; null while unknown. */
  readonly logSize: number | null;
  /** As typed; `domain` may be a whole address. */
  readonly code: string;
  readonly domain: string;
  readonly held: HeldMessage | null;
  readonly stage: Stage;
}

export interface PageActions {
  setLanguage(language: Language): void;
  /** Stores typed text without rendering. */
  type(field: 'code' | 'domain', text: string): void;
  /** Chooses one of several codes or domains in the held message. */
  choose(field: 'code' | 'domain', text: string): void;
  lookUp(): void;
  /** A message or text, from any source and in any state. */
  take(source: Source): void;
  release(): void;
  /** Keeps code and domain, to compare another copy. */
  compareAgain(): void;
  startAgain(): void;
}

export interface View {
  readonly state: PageState;
  readonly actions: PageActions;
}
