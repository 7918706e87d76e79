import type { AuditRecord } from '@candor/core/evidence/record';
import type { Condition } from '../text/condition.ts';
import type { GroupTarget } from './group-target.ts';

/** Where, and how long, one begins to send mail elsewhere; its code is known after every record was gathered. */
export interface Start {
  readonly by: Author;
  /** Null: all mailboxes. */
  readonly custodian: string | null;
  readonly conditions: readonly Condition[];
  readonly group: GroupTarget | null;
  readonly keys: readonly string[];
  readonly sends:
    | { readonly to: 'entries'; readonly targets: readonly string[]; readonly isPolicy: boolean }
    /** A mail program's rule: targets in texts. */
    | { readonly to: 'texts'; readonly targets: readonly string[] }
    /** To members of a group who lie outside. */
    | { readonly to: 'outside' }
    /** The log does not show whether it does. */
    | { readonly to: 'unknown' };
}

export interface Author {
  readonly record: Pick<AuditRecord, 'id' | 'time'>;
  readonly isIntruders: boolean;
  readonly isLinkedAfter: boolean;
  readonly isAccepted: boolean;
}
