import { assertNever, formatAmount, formatCount, hint } from '@candor/core/base';
import { type RefereedDraft, type RefereeQuestion, refereeDrafts } from '@candor/core/notice/wave';
import type { Store } from '../../adapters/store/store.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { readVersionFacts } from '../../notice/index.ts';
import { listNotices } from '../../notice/store/wave-store.ts';

/** Parties and mailboxes that a sentence names; JSON has all of them. */
const NAMED = 3;

/** A question of the referee, in words. */
export interface RefereeNote extends RefereeQuestion {
  readonly text: string;
}

/** What the referee asks about drafts that are composed and not stored. */
export function refereeAll(version: StoredVersion, drafts: readonly RefereedDraft[]): readonly RefereeNote[] {
  const withRecords = new Set(readVersionFacts(version).reached);
  return refereeDrafts(drafts, withRecords).map((question) => ({ ...question, text: toText(question) }));
}

/** What the referee asks about a wave; nothing where its version is not there any more. */
export async function refereeWave(
  store: Store,
  wave: number,
  version: StoredVersion | null,
): Promise<readonly RefereeNote[]> {
  return version === null ? [] : refereeAll(version, await listNotices(store, wave));
}

function toText(question: RefereeQuestion): string {
  const { code, parties, count, mailboxes = [] } = question;
  const some = formatAmount(parties.length, 'party', 'parties');
  const named = list(parties);
  const messages = formatAmount(count, 'message');
  const have = parties.length === 1 ? 'has' : 'have';
  switch (code) {
    case 'undecided-alone':
      return `${some} ${parties.length === 1 ? 'rests' : 'rest'} on undecided records alone (${messages}): ${named}. Decide whose these records are with ${hint('leads')}. Until then the notices say that we cannot yet say whether the access was the intruder's or our own.`;
    case 'dated-after':
      return `${some} ${have} mail dated after the intruder's last access (${messages}): ${named}. It is counted because nothing but its date says when it arrived. A PST export or a message trace (\`arrivals\`) settles it.`;
    case 'mailbox-without-records':
      return `No record of the intruder is in ${formatAmount(count, 'mailbox', 'mailboxes')} (${list(mailboxes)}), and ${some} ${parties.length === 1 ? 'is' : 'are'} notified of mail there: ${named}. ${hint('explain', { mailbox: 'MAILBOX' })} shows what that rests on.`;
    case 'no-access-said':
      return `${formatAmount(count, 'correction says', 'corrections say')} that the intruder had no access to any email: ${named}. Read one of them and explain its messages before you sign.`;
    case 'absence-by-hand':
      return `Texts written by hand in ${formatAmount(count, 'notice says', 'notices say')} that there is none of something (no, never, nothing): ${named}. Nothing that was computed stands behind these words.`;
    case 'names-collide':
      return `Readers cannot tell ${some} apart by name, from each other or from the organization: ${named}. Correct the directory, or merge them.`;
    case 'contact-elsewhere':
      return `${some} ${have} contacts at other domains: ${named}. Their codes can be typed with those domains too; the notices speak of the party's own domains only.`;
    default:
      return assertNever(code);
  }
}

function list(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return names.slice(0, NAMED).join(', ') + (rest > 0 ? ` and ${formatCount(rest)} more` : '');
}
