import { formatAmount, formatCount, type Said, toSaid } from '@candor/core/base';
import type { PartyKind } from './party/directory.ts';

export type PartyCounts = Readonly<Record<PartyKind, number>>;

/** What keeps a count of parties from being all of them: mail that nobody could judge. */
export interface NotifyBars {
  /** Custodians whose evidence held no message, and which nobody accepted as empty, or which was set aside whole. */
  readonly mailboxes: readonly string[];
  /** Mailboxes that the intruder's records name and that were not supplied. */
  readonly notSupplied: number;
  /** Logs with `covers` and without a record. */
  readonly emptyLogs: readonly string[];
}

export interface NotifyFacts {
  readonly exposed: PartyCounts;
  readonly bars: NotifyBars;
  readonly undetermined: number;
  readonly intruders: number;
}

export type NotifySaying =
  | { readonly state: 'all'; readonly said: Said<'to-notify', PartyCounts> }
  | { readonly state: 'at-least'; readonly counts: PartyCounts; readonly bars: NotifyBars }
  | { readonly state: 'unknown'; readonly because: string };

/** Whether a count of parties is all that must be notified. Nobody is a result only if mail was judged. */
export function sayToNotify({ exposed, bars, undetermined, intruders }: NotifyFacts): NotifySaying {
  const barred = listBars(bars);
  const isNobody = exposed.organization + exposed.person + exposed.list === 0;
  if (isNobody && barred.length > 0) return { state: 'unknown', because: `nothing is known of ${barred.join('; ')}` };
  if (isNobody && undetermined > 0)
    return { state: 'unknown', because: `${formatAmount(undetermined, 'copy is', 'copies are')} undetermined` };
  if (isNobody && intruders === 0) return { state: 'unknown', because: "no record is the intruder's" };
  if (barred.length > 0) return { state: 'at-least', counts: exposed, bars };
  return { state: 'all', said: toSaid('to-notify', exposed) };
}

/** The sentence of screens. Lists are recorded and never notified. */
export function toNotifyWords(saying: NotifySaying): string {
  switch (saying.state) {
    case 'all':
      return toCountWords(saying.said.value);
    case 'at-least':
      return `at least ${toCountWords(saying.counts)}; not known yet for ${listBars(saying.bars).join('; ')}`;
    case 'unknown':
      return `not known yet who must be notified: ${saying.because}`;
  }
}

function toCountWords({ organization, person, list }: PartyCounts): string {
  return `${formatAmount(organization, 'organization')} and ${formatAmount(person, 'person', 'people')} to notify · ${formatAmount(list, 'list')} recorded`;
}

/** Names that one sentence lists. */
const NAMED = 3;

function listBars({ mailboxes, notSupplied, emptyLogs }: NotifyBars): readonly string[] {
  return [
    ...(mailboxes.length === 0
      ? []
      : [
          `the ${mailboxes.length === 1 ? 'mailbox' : 'mailboxes'} of ${toList(mailboxes)}, of which no message was read`,
        ]),
    ...(notSupplied === 0
      ? []
      : [`${formatAmount(notSupplied, 'mailbox', 'mailboxes')} of the intruder's records, not supplied`]),
    ...(emptyLogs.length === 0 ? [] : [`what ${toList(emptyLogs)} should cover, without a record`]),
  ];
}

function toList(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return `${names.slice(0, NAMED).join(', ')}${rest > 0 ? ` and ${formatCount(rest)} more` : ''}`;
}
