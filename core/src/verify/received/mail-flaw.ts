import { toShown } from './shown.ts';

/**
 * Where a mail is written so that programs take it apart in different ways. `header`: a line that is no field, or a
 * character that no header has; `part`: a field of a part, or a value, outside the list; `boundary`: lines between
 * parts; `outside`: words of no part; `encoding`: a body that its transfer encoding does not explain; `markup`: HTML of
 * which browsers pass over what other programs show.
 */
export type MailFlawKind = 'header' | 'part' | 'boundary' | 'outside' | 'encoding' | 'markup';

export interface MailFlaw {
  readonly kind: MailFlawKind;
  /** What stands there, as inert text. */
  readonly detail: string;
}

const DETAIL_UNITS = 160;

export function toMailFlaw(kind: MailFlawKind, detail: string): MailFlaw {
  return { kind, detail: toShown(detail.slice(0, DETAIL_UNITS)).trim() };
}
