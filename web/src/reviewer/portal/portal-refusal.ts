import type { DenialCode } from '@candor/core/contract';

/**
 * Why a call to the portal came to nothing: a closed list, each with a sentence in `words/`.
 *
 * - `session-ended`: there was a session and there is none any more. `not-known`: a signed call or a passkey that
 *   stands for nobody.
 * - `portal-silent`: nobody answered; the network or the portal is away. `offline`: this device says itself that it has
 *   no network.
 * - `portal-broken`: an answer that is none of this version.
 */
export type PortalErrorCode =
  | Exclude<DenialCode, 'not-signed-in'>
  | 'session-ended'
  | 'not-known'
  | 'portal-silent'
  | 'offline'
  | 'portal-broken';

/** The only form in which a portal call fails. */
export class PortalRefusal extends Error {
  readonly flaw: PortalErrorCode;
  /** With `too-many`: how long to wait; null if the portal does not say. */
  readonly retryAfterSeconds: number | null;

  constructor(flaw: PortalErrorCode, retryAfterSeconds: number | null = null) {
    super(flaw);
    this.name = 'PortalRefusal';
    this.flaw = flaw;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
