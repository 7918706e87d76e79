import type { MeAnswer } from '@candor/core/contract';
import type { OpenedRelease } from '../bridge/protocol.ts';

/**
 * Why nobody is signed in: not yet; signed out; inactive for a quarter of an hour; ended by the portal (restart, eight
 * hours, another passkey, revocation); signed out or replaced in another tab.
 */
export type SignedOutReason = 'first' | 'by-you' | 'idle' | 'ended' | 'other-tab' | 'other-person';

export type SessionState =
  | { readonly is: 'signed-out'; readonly why: SignedOutReason }
  /** The portal knows the person, but the keys are still wrapped: the authenticator has no PRF. */
  | { readonly is: 'locked'; readonly me: MeAnswer }
  | {
      readonly is: 'signed-in';
      readonly me: MeAnswer;
      readonly fingerprint: string;
      /** A release from disk, opened with a key file: no session, and no portal calls. */
      readonly file?: OpenedRelease;
    };
