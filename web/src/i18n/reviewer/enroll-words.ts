/** All texts of enrollment. `{…}` are filled in. */
export interface EnrollWords {
  readonly question: string;
  readonly answers: Readonly<Record<StepName | 'ready' | 'refused' | 'stopped', string>>;
  readonly steps: Readonly<Record<StepName, string>>;
  readonly stepOf: string;
  readonly done: string;
  readonly goOn: string;
  readonly working: string;
  readonly startAgain: string;
  readonly startAgainHint: string;
  readonly otherTab: string;
  readonly notKept: string;
  readonly silentSite: string;

  readonly aside: {
    readonly title: string;
    readonly needs: readonly string[];
    readonly time: string;
    readonly without: string;
    readonly why: string;
  };
  readonly notice: {
    readonly lead: string;
    readonly code: string;
    readonly domain: string;
    readonly domainHint: string;
    readonly domainMissing: string;
    readonly lookUp: string;
    readonly noCode: string;
    readonly byColleague: string;
    readonly answers: Readonly<Record<'unknown' | 'other-domain' | 'address-asked' | 'withdrawn' | 'unproved', string>>;
    readonly issued: string;
    readonly superseded: string;
    readonly compare: string;
    readonly compareColleague: string;
    readonly otherKeySet: string;
    readonly same: string;
    readonly isDifferent: string;
    readonly different: string;
  };
  readonly person: {
    readonly lead: string;
    readonly name: string;
    readonly nameHint: string;
    readonly address: string;
    readonly addressHint: string;
    readonly addressSlip: string;
    readonly proofLegend: string;
    readonly proofs: Readonly<
      Record<'dns' | 'mailbox' | 'nomination', { readonly label: string; readonly hint: string }>
    >;
    readonly missing: string;
    readonly makeKeys: string;
    readonly making: string;
  };
  readonly recovery: {
    readonly lead: string;
    readonly label: string;
    readonly advice: string;
    readonly written: string;
    readonly askLead: string;
    readonly group: string;
    readonly wrong: string;
    readonly showAgain: string;
    readonly send: string;
    readonly sending: string;
  };
  readonly passkey: {
    readonly lead: string;
    readonly make: string;
    readonly making: string;
    readonly without: string;
    readonly withPrf: string;
  };
  readonly proof: {
    readonly lead: string;
    readonly name: string;
    readonly type: string;
    readonly value: string;
    readonly lifetime: string;
    readonly check: string;
    readonly checkHint: string;
    readonly forDns: string;
    readonly forDnsText: string;
    readonly copyAll: string;
    readonly mailbox: string;
    readonly nomination: string;
    readonly fingerprint: string;
    readonly written: string;
  };
  readonly waiting: {
    readonly lead: string;
    readonly others: string;
    readonly when: string;
    readonly sooner: string;
    readonly close: string;
    readonly asked: string;
    readonly ask: string;
    readonly unlockLead: string;
    readonly unlock: string;
    readonly hours: readonly [string, string];
  };
  readonly ready: { readonly lead: string; readonly signIn: string };
  readonly refused: string;
  readonly stopped: string;

  readonly recover: {
    readonly question: string;
    readonly title: string;
    readonly lead: string;
    readonly label: string;
    readonly find: string;
    readonly finding: string;
    readonly foundTitle: string;
    readonly found: string;
    readonly make: string;
    readonly doneTitle: string;
    readonly done: string;
    readonly lost: string;
    readonly enroll: string;
    readonly signIn: string;
  };
}

export const STEPS = ['notice', 'person', 'recovery', 'passkey', 'proof', 'waiting'] as const;
export type StepName = (typeof STEPS)[number];
