import type { SecretStatus } from '../../reviewer/pages/secrets/secret-items.ts';
import type { SecretKind } from '../../reviewer/pages/secrets/secret-text.ts';
import type { Counted } from '../../ui/words.ts';

export interface SecretWords {
  readonly question: string;
  /** `{total}` */
  readonly open: Counted;
  readonly allDone: Counted;
  readonly none: string;
  readonly noneHint: string;
  readonly progress: string;
  readonly filter: string;
  readonly all: string;
  readonly statuses: Readonly<Record<SecretStatus, string>>;
  readonly noMatch: string;
  readonly kinds: Readonly<Record<SecretKind, string>>;
  readonly columns: {
    readonly status: string;
    readonly secret: string;
    readonly used: string;
    readonly owner: string;
    readonly act: string;
  };
  readonly marked: string;
  /** `{organization}` */
  readonly foundIn: Counted;
  readonly noLabel: string;
  readonly message: string;
  readonly by: string;
  readonly you: string;
  readonly acts: {
    readonly rotated: string;
    readonly 'not-ours': string;
    readonly open: string;
    readonly edit: string;
    readonly add: string;
  };
  readonly changed: Readonly<Record<SecretStatus, string>>;
  readonly undo: string;
  readonly dispute: string;
  readonly disputeOne: string;
  readonly settle: string;
  readonly form: {
    readonly addTitle: string;
    readonly editTitle: string;
    readonly never: string;
    readonly kind: string;
    readonly label: string;
    readonly labelHint: string;
    readonly used: string;
    readonly usedHint: string;
    readonly owner: string;
    readonly ownerHint: string;
    readonly remark: string;
    readonly save: string;
    readonly saving: string;
    readonly labelMissing: string;
  };
  readonly shared: string;
  readonly unread: Counted;
  readonly more: Counted;
  readonly unreadable: string;
  readonly failed: string;
  readonly kept: string;
  readonly loading: string;
  readonly lookAgain: string;
  readonly notes: {
    readonly title: string;
    readonly none: string;
    readonly unreadable: string;
    readonly own: string;
    readonly ownHint: string;
    readonly save: string;
    readonly saved: string;
    readonly remove: string;
    readonly meanwhile: string;
  };
}
