import type { ReviewerRole } from '@candor/core/contract';
import type { ViewReceipt } from '@candor/core/review/access';
import type { PersonAct, PersonStatus } from '../../reviewer/pages/people/person-status.ts';
import type { Counted } from '../../ui/words.ts';

/** Texts before signing: what will happen, point by point, then one sentence and the button. */
export interface ActWords {
  /** Button in the row. `…`: opens a dialog first. */
  readonly button: string;
  /** `{name}` */
  readonly title: string;
  readonly happens: readonly string[];
  /** `{name}`, `{fingerprint}` */
  readonly sure: string;
  readonly press: string;
  readonly done: string;
}

export interface PeopleWords {
  readonly question: string;
  readonly readers: Counted;
  readonly readersWaiting: Counted;
  readonly columns: {
    readonly person: string;
    readonly role: string;
    readonly fingerprint: string;
    readonly opened: string;
    readonly standing: string;
    readonly act: string;
  };
  readonly roles: Readonly<Record<ReviewerRole, string>>;
  readonly roleHints: Readonly<Record<ReviewerRole, string>>;
  readonly noRole: string;
  readonly you: string;
  readonly noAddress: string;
  readonly standings: Readonly<Record<Exclude<PersonStatus['is'], 'reads'>, string>>;
  readonly reads: Readonly<Record<'dns' | 'mailbox' | 'nomination' | 'unknown', string>>;
  readonly since: string;
  readonly acts: Readonly<Record<PersonAct, ActWords>>;
  readonly name: string;
  readonly nameHint: string;
  readonly typed: {
    readonly label: string;
    readonly hint: string;
    readonly entered: string;
    readonly slip: string;
    readonly tooLong: string;
    readonly asking: string;
    readonly unknown: string;
    readonly alreadyReads: string;
    readonly notWaiting: string;
    readonly itIs: string;
  };
  readonly relation: { readonly label: string; readonly own: string; readonly representative: string };
  readonly goOn: string;
  readonly back: string;
  readonly signing: string;
  readonly nobodyToName: string;
  readonly contested: string;
  readonly unsigned: Counted;
  readonly trail: {
    readonly question: string;
    readonly answer: Counted;
    readonly none: string;
    readonly broken: string;
    readonly lost: string;
    readonly brokenDo: string;
    readonly reading: string;
    readonly time: string;
    readonly person: string;
    readonly did: string;
    readonly what: string;
    readonly acts: Readonly<Record<ViewReceipt['act'], string>>;
    readonly messages: Counted;
    readonly papers: Counted;
    readonly unnamed: string;
    readonly all: string;
    readonly fewer: string;
    readonly kept: string;
    readonly keptNone: string;
  };
  readonly reviewer: {
    readonly answer: Counted;
    readonly lead: string;
    readonly fingerprint: string;
    readonly leaveTitle: string;
  };
  readonly loading: string;
  readonly failed: string;
  readonly kept: string;
}
