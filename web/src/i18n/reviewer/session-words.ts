import type { PasskeyErrorCode } from '../../reviewer/portal/passkey.ts';
import type { PortalErrorCode } from '../../reviewer/portal/portal-refusal.ts';
import type { SignedOutReason } from '../../reviewer/portal/session-state.ts';
import type { Counted } from '../../ui/words.ts';

export interface SessionWords {
  readonly question: string;
  readonly answers: Readonly<Record<SignedOutReason, string>>;
  readonly lead: Readonly<Record<SignedOutReason, string>>;
  readonly signIn: string;
  readonly signingIn: string;
  readonly firstTime: string;
  readonly enroll: string;
  readonly lostPasskey: string;
  readonly recover: string;
  readonly keyFile: string;
  readonly openFiles: string;
  readonly withoutBrowser: string;
  readonly privateMode: string;
  readonly locked: {
    readonly question: string;
    readonly title: string;
    readonly lead: string;
    readonly label: string;
    readonly hint: string;
    readonly open: string;
    readonly opening: string;
  };
  readonly portalFlaws: Readonly<Record<PortalErrorCode, string>>;
  readonly passkeyFlaws: Readonly<Record<PasskeyErrorCode, string>>;
  readonly otherFault: string;
  readonly account: {
    readonly question: string;
    readonly title: string;
    readonly nobody: string;
    readonly party: string;
    readonly roles: Readonly<Record<'nominator' | 'reviewer' | 'representative', string>>;
    readonly role: string;
    readonly fingerprint: string;
    readonly fingerprintHint: string;
    readonly tabs: string;
    readonly others: {
      readonly title: string;
      /** No other session of this person. */
      readonly none: string;
      readonly some: Counted;
      /** `{begun}` and `{seen}` are times. */
      readonly one: string;
      readonly hint: string;
      readonly end: string;
      readonly ended: string;
    };
    readonly forgetTitle: string;
    readonly forgetHint: string;
    readonly forget: string;
    readonly forgotten: string;
  };
}
