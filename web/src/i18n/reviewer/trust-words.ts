import type { Counted } from '../../ui/words.ts';

/** In page order: key set, approvals, log entry, continuity, app, and withheld releases. */
export const TRUST_CHECKS = ['keys', 'approvals', 'release', 'log', 'app', 'whole'] as const;
export type TrustCheckName = (typeof TRUST_CHECKS)[number];

export interface CheckWords {
  /** For passed, open and failed checks. */
  readonly passed: string;
  readonly open: string;
  readonly refused: string;
  readonly fact: string;
  /** Meaning of an open check by variant; `*` for the rest. */
  readonly facts: Readonly<Record<string, string>>;
  /** What to do when it failed. */
  readonly act: string;
}

export interface TrustWords {
  readonly question: string;
  /** `{passed}` of `{n}` checks. */
  readonly passed: Counted;
  readonly passedOf: string;
  readonly refused: string;
  /** When the release opens anyway: the app itself, or a withheld release. */
  readonly failed: Counted;
  readonly unanswered: string;
  readonly checking: string;
  readonly checkedHere: string;
  readonly checks: Readonly<Record<TrustCheckName, CheckWords>>;
  readonly checkAgain: string;
  readonly saveProofs: string;
  readonly proofsHint: string;
  readonly more: string;
  readonly fingerprint: { readonly title: string; readonly hint: string };
  readonly otherKeys: {
    readonly title: string;
    readonly lead: string;
    readonly label: string;
    readonly entered: string;
    readonly slip: string;
    readonly tooLong: string;
    readonly accept: string;
  };
  readonly compare: {
    readonly title: string;
    readonly lead: string;
    /** When nothing with a fingerprint is open. */
    readonly leadUnopened: string;
    readonly dns: string;
    readonly telephone: string;
    readonly noTelephone: string;
    readonly notice: string;
  };
  readonly offline: {
    readonly title: string;
    readonly lead: string;
    readonly steps: readonly string[];
    readonly passphrase: string;
    readonly passphraseHint: string;
    readonly saveKey: string;
    readonly keySaved: string;
    readonly saveRelease: string;
    readonly byHand: string;
  };
  readonly ask: {
    readonly title: string;
    readonly lead: string;
    readonly ways: readonly string[];
    readonly dispute: {
      readonly label: string;
      readonly hint: string;
      readonly send: string;
      readonly done: string;
      readonly tooLong: string;
    };
    readonly telephone: string;
    readonly report: string;
  };
  readonly guide: { readonly show: string; readonly hide: string };
}
