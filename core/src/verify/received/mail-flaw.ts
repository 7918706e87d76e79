import { type MailFlawKind, toShown } from '../compare/change.ts';

/** The first place at which programs may take a mail apart in different ways. */
export interface MailFlaw {
  readonly kind: MailFlawKind;
  /** What stands there, as inert text. */
  readonly detail: string;
}

const DETAIL_UNITS = 160;

export function toMailFlaw(kind: MailFlawKind, detail: string): MailFlaw {
  return { kind, detail: toShown(detail.slice(0, DETAIL_UNITS)).trim() };
}
