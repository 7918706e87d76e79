import type { SensitiveKind } from '@candor/core/notice/text';
import type { NoticeAnswer } from '@candor/core/verify';
import type { ChangePlace, MessageMatch, NoticePart, PartState, RewrittenPart } from '@candor/core/verify/compare';
import type { UnreadableReason } from '@candor/core/verify/received';
import type { CodeWords } from '../../ui/typed-code.ts';
import type { Counted, LanguageRules } from '../../ui/words.ts';

/** A small question or state, a large answer, and its meaning. `{…}` are filled in. */
export interface Headline {
  readonly label: string;
  readonly title: string;
  readonly lead: string;
}

type AnswerKind = Exclude<NoticeAnswer['kind'], 'unreadable' | 'address-asked'>;

/** All texts of the page. A translation that lacks one does not compile. */
export interface Phrases extends LanguageRules, CodeWords {
  readonly pageTitle: string;
  readonly checkANotice: string;
  readonly changeLanguage: string;
  readonly checkAnother: string;

  readonly question: string;
  readonly introduction: string;
  readonly giveTitle: string;
  /** For screens without drag and drop. */
  readonly giveNarrow: string;
  /** What was found in a message given before its code. */
  readonly found: {
    readonly title: string;
    readonly pasted: string;
    readonly codes: Counted;
    readonly noCode: string;
    readonly confirm: string;
    readonly noDomain: string;
    readonly chooseCode: string;
    readonly chooseDomain: string;
    readonly chooseAddress: string;
    readonly release: string;
  };
  readonly codeLabel: string;
  readonly domainLabel: string;
  readonly domainHint: string;
  /** In place of the domain, for a notice to a person. */
  readonly addressLabel: string;
  readonly addressAsked: string;
  readonly domainMissing: string;
  readonly lookUp: string;
  readonly checkMessage: string;
  readonly lookingUp: string;
  readonly built: string;
  /** What the host of the page learns. */
  readonly privacy: { readonly title: string; readonly files: string; readonly log: string };
  readonly orderTitle: string;
  /** Bold start, and the rest. */
  readonly order: readonly (readonly [string, string])[];

  readonly aside: {
    readonly title: string;
    readonly dns: string;
    readonly telephone: string;
    readonly telephoneNumber: string;
    readonly offline: string;
    readonly neverTitle: string;
    readonly never: string;
    readonly noneTitle: string;
    readonly none: string;
  };

  readonly headlines: Readonly<
    Record<
      | AnswerKind
      | 'other-address'
      | `rewritten-${Exclude<RewrittenPart, 'layout'>}`
      | 'changed-beside'
      | 'pasted-not-the-notice'
      | 'old'
      | 'failed'
      | 'old-browser',
      Headline
    >
  >;
  readonly replaces: string;
  readonly comparedFile: string;
  readonly comparedPasted: string;
  readonly misdirected: string;
  /** After a reload. */
  readonly messageGone: string;
  readonly tryAgain: string;

  readonly dropText: string;
  readonly chooseFile: string;
  readonly pasteText: string;
  readonly pasteLabel: string;
  readonly compareText: string;
  readonly comparing: string;
  readonly unreadable: Readonly<Record<UnreadableReason, string>>;

  readonly issuedTitle: string;
  readonly rows: {
    readonly notice: string;
    readonly replaces: string;
    readonly replacedBy: string;
    readonly approvedBy: string;
  };
  readonly ordinal: string;
  readonly kinds: Readonly<
    Record<'first' | 'supplement' | 'correction' | 'update' | 'reminder' | 'announcement', string>
  >;
  readonly noticeOf: string;
  readonly bothValid: string;
  readonly signaturesFail: string;
  readonly fileMissing: string;
  readonly logFact: string;
  readonly logFails: string;
  readonly logMissing: string;

  readonly checksTitle: string;
  readonly checks: {
    readonly code: string;
    readonly domain: string;
    readonly address: string;
    readonly text: string;
    readonly approvals: string;
    readonly log: string;
    readonly valid: string;
  };
  readonly codeFact: string;
  readonly domainFact: string;
  readonly addressFact: string;
  readonly textFact: Counted;
  readonly textFacts: Readonly<
    Record<
      Exclude<MessageMatch, 'changed' | 'not-the-notice'> | `rewritten-${Exclude<RewrittenPart, 'layout'>}`,
      string
    >
  >;
  /** After `5 of 6 checks passed`, before a comparison. */
  readonly textOpen: string;
  readonly validFact: string;
  /** `time`: of files too old to confirm that a notice still holds. */
  readonly oldFact: string;
  readonly replacedFact: string;
  readonly states: { readonly passed: string; readonly missing: string; readonly failed: string };
  readonly notChecked: string;
  /** Digests, keys and log positions, for recomputing an answer. */
  readonly how: {
    readonly title: string;
    readonly digest: string;
    readonly key: string;
    readonly keyFact: string;
    readonly logFact: string;
    /** Whether the party is in the set of parties to be notified; `n`: exposure version. */
    readonly counted: string;
    readonly countedFact: string;
    readonly countedMissing: string;
    /** What that proves, and what it does not. */
    readonly countedLimit: string;
    readonly mailSystem: string;
  };
  readonly alsoTitle: string;
  /** Issued lines that a paste has whole. */
  readonly partialLines: Counted;
  readonly partsTitle: string;
  readonly partNames: Readonly<Record<NoticePart, string>>;
  readonly partStates: Readonly<Record<PartState, string>>;
  readonly asksTitle: string;
  readonly reading: { readonly open: string; readonly what: string; readonly type: string };
  readonly issuedText: string;
  readonly issuedTextHint: string;
  /** Affected addresses: `{listed}` of `{total}`; `gone`: no longer on the site of `{organization}`. */
  readonly addresses: {
    readonly title: string;
    readonly listed: string;
    readonly rest: string;
    readonly gone: string;
  };
  /** Messages with passwords or keys: rows of day, address and Message-ID; and kinds of sensitive data. */
  readonly secrets: {
    readonly title: string;
    readonly row: string;
    readonly rest: string;
    readonly noDate: string;
    readonly noId: string;
    readonly all: string;
    readonly sensitiveTitle: string;
    /** `{kind}` of `kinds` in `{n}` messages. */
    readonly found: Counted;
    readonly kinds: Readonly<Record<SensitiveKind, string>>;
    /** Where both kinds were found. */
    readonly both: string;
    readonly gone: string;
  };
  readonly saveAnswer: string;
  readonly compareAgain: string;

  readonly differsIn: Counted;
  readonly differences: Counted;
  readonly inert: string;
  readonly asIssued: string;
  readonly yourCopy: string;
  readonly noSuchLine: string;
  readonly lineGone: string;
  readonly notIssued: string;
  readonly further: Counted;
  readonly leftOut: string;
  readonly places: Readonly<Record<ChangePlace, string>>;
  readonly addedTitle: Counted;
  readonly addedWhere: { readonly before: string; readonly after: string };

  readonly doNow: string;
  readonly actions: {
    readonly changed: readonly string[];
    readonly unknown: readonly string[];
    readonly 'other-domain': readonly string[];
    readonly 'other-address': readonly string[];
    readonly withdrawn: readonly string[];
    readonly unproved: readonly string[];
    readonly inside: readonly string[];
    readonly 'not-the-notice': readonly string[];
    readonly failed: readonly string[];
  };
  /** For pasted text: people paste a selection, and a part is not a changed notice. */
  readonly pastedWhole: string;
  /** Where to send a forged message, if the organization named an address. */
  readonly report: string;
}
