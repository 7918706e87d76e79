import type { MeAnswer } from '@candor/core/contract';
import type { OpenedRelease } from '../bridge/protocol.ts';

/**
 * Why nobody is signed in: nobody was yet; the person signed out; nobody touched the page for a quarter of an hour; the
 * portal ended it (a restart, eight hours, another passkey, a revocation); another tab signed out, or somebody else in.
 */
export type SignedOutReason = 'first' | 'by-you' | 'idle' | 'ended' | 'other-tab' | 'other-person';

export type SessionState =
  | { readonly is: 'signed-out'; readonly why: SignedOutReason }
  /** The portal knows the person, the keys are still wrapped: their authenticator has no PRF. */
  | { readonly is: 'locked'; readonly me: MeAnswer }
  | {
      readonly is: 'signed-in';
      readonly me: MeAnswer;
      readonly fingerprint: string;
      /** A release from disk, opened with a key file: there is no session, and nothing is asked of the portal. */
      readonly file?: OpenedRelease;
    };
