import { formatAmount, formatCount, formatDay, formatTime, hint, type Instant } from '@candor/core/base';
import { RECENT_SECONDS } from '@candor/core/verify';
import type { Store } from '../../adapters/store/store.ts';
import { findLastVersion } from '../../exposure/store/version-store.ts';
import { type OrphanedContacts, readContactsNow } from '../../notice/contacts/index.ts';
import { type PendingTasks, readPendingTasks } from '../../notice/index.ts';
import { type MovedMail, readMoved } from '../../notice/party/index.ts';
import { listSentNotices } from '../../notice/store/wave-store.ts';
import { toIncidentOf } from '../load-incident.ts';
import type { Need } from '../run-summary.ts';
import { readOpenReplies } from './list-replies.ts';

/** Age in seconds from which site files are reported, days before they stop confirming notices. */
const SITE_OLD_SECONDS = 4 * 86_400;

/**
 * What waits for a person while notices are drafted, sent and answered: what readers were promised or cannot check
 * first.
 */
export async function readNoticeNeeds(store: Store, at: Instant): Promise<readonly Need[]> {
  const sentNotices = await listSentNotices(store);
  const matters = await readPendingTasks(store, sentNotices, at);
  const replies = (await readOpenReplies(store)).length;
  const { left } = await readContactsNow(store);
  const version = await findLastVersion(store);
  const moved =
    version === null
      ? []
      : await readMoved(store, version.version, sentNotices, toIncidentOf(version).organization.domains);
  return [
    ...toPromiseNeeds(matters, at),
    ...toSiteNeeds(matters, at),
    ...toDeliveryNeeds(matters),
    ...toContactNeeds(left),
    ...toGuessedNeeds(matters),
    ...toMovedNeeds(moved),
    ...toAgreementNeeds(matters),
    ...toAnswerNeeds(matters, replies),
  ];
}

const say = (subject: string, text: string, command: string): Need => ({ kind: 'notice', subject, text, command });

function toPromiseNeeds({ promised }: PendingTasks, at: Instant): readonly Need[] {
  if (promised === null) return [];
  const { notices, day } = promised;
  const isPast = day + 86_400 <= at;
  const promise = `${formatAmount(notices, 'notice promises it', 'notices promise it, the earliest')} for ${formatDay(day)}`;
  return [
    say(
      'next update',
      `${promise}${isPast ? ', which is past' : ''}: send it, even if nothing changed.`,
      hint('notice.prepare', { wave: 'update' }).command,
    ),
  ];
}

function toSiteNeeds({ siteBuilt }: PendingTasks, at: Instant): readonly Need[] {
  if (siteBuilt === null || at - siteBuilt <= SITE_OLD_SECONDS) return [];
  const end = siteBuilt + RECENT_SECONDS;
  const effect =
    end < at
      ? 'its files are too old for any notice to check as genuine'
      : `from ${formatTime(end)} on no check shows a notice as genuine`;
  return [
    say(
      'site',
      `last built here ${formatTime(siteBuilt)}: ${effect}. Build and upload it, from a timer.`,
      hint('site.build').command,
    ),
  ];
}

function toDeliveryNeeds({ unreached, unposted, uncertain, unsent }: PendingTasks): readonly Need[] {
  const needs: Need[] = [];
  if (unreached > 0)
    needs.push(
      say(
        'returned',
        `every message to ${formatAmount(unreached, 'party', 'parties')} bounced: write to the next contact, or print a letter.`,
        hint('notice.remind').command,
      ),
    );
  if (unposted > 0) {
    const it = unposted === 1 ? 'it' : 'them';
    needs.push(
      say(
        'by letter',
        `${formatAmount(unposted, 'notice has', 'notices have')} no address to go to, and no letter is recorded as posted: print ${it}, post ${it}, record it.`,
        hint('notice.letters').command,
      ),
    );
  }
  if (uncertain > 0)
    needs.push(
      say(
        'uncertain',
        `the relay may or may not have accepted ${formatAmount(uncertain, 'message')}: look in its log, then settle.`,
        hint('notice.settle').command,
      ),
    );
  for (const { wave, kind, isPaused, messages } of unsent)
    needs.push(
      say(
        `wave ${wave}`,
        `${formatAmount(messages, 'approved message')} of the ${kind} wave ${messages === 1 ? 'is' : 'are'} not sent${isPaused ? ': the wave is paused' : ' yet'}.`,
        isPaused ? hint('notice.resume', { wave }).command : hint('notice.send').command,
      ),
    );
  return needs;
}

function toGuessedNeeds({ guessed }: PendingTasks): readonly Need[] {
  if (guessed === null) return [];
  const { parties, of } = guessed;
  return [
    say(
      'guessed contacts',
      `${formatCount(parties)} of ${formatAmount(of, 'notified party', 'notified parties')} ${parties === 1 ? 'was' : 'were'} notified at guessed addresses only, and got only counts: name a contact for each, then prepare.`,
      hint('contacts.export', { guessed: true, out: 'to-fill-in.csv' }).command,
    ),
  ];
}

function toContactNeeds(left: readonly OrphanedContacts[]): readonly Need[] {
  return left
    .filter(({ isFollowed }) => !isFollowed)
    .map(({ id, contacts, successors }) =>
      say(
        'contacts',
        `${formatAmount(contacts.length, 'contact')} that a person curated for ${id} ${contacts.length === 1 ? 'is' : 'are'} not used: it is no longer a party. Curate ${contacts.length === 1 ? 'it' : 'them'} for the party that has the addresses now, or withdraw ${contacts.length === 1 ? 'it' : 'them'}.`,
        hint('contacts.show', successors[0] ?? id).command,
      ),
    );
}

/** After telling such a party its notice is withdrawn; then no statement remains. */
function toMovedNeeds(moved: readonly MovedMail[]): readonly Need[] {
  return moved
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map((mail) => say('addresses', toMovedText(mail), hint('party.show', mail.holders[0] ?? mail.party).command));
}

function toMovedText({ party, notice, by, holders }: MovedMail): string {
  const mend = `notify ${party} yourself and withdraw the notice.`;
  if (by === 'list')
    return `notice ${notice} went to ${party}, which is now a list and gets no further notice: fix the directory, or ${mend}`;
  const beginning = `notice ${notice} notified ${party} of mail that now counts`;
  if (by === 'organization')
    return `${beginning} as the organization’s own, and no correction is drafted: fix organization.domains, or ${mend}`;
  return `${beginning} for ${holders[0] ?? 'others'}${holders.length > 1 ? ' and others' : ''} only, and no correction is drafted: fix the directory, or ${mend}`;
}

function toAgreementNeeds({ drafted, withdrawals }: PendingTasks): readonly Need[] {
  return [
    ...withdrawals.map((id) =>
      say(
        `withdrawal ${id}`,
        'it waits for two people. Until then its codes work.',
        hint('notice.approve-withdrawal', id).command,
      ),
    ),
    ...drafted.map(({ wave, kind, notices }) =>
      say(
        `wave ${wave}`,
        `${formatAmount(notices, 'notice')} of the ${kind} wave ${notices === 1 ? 'waits' : 'wait'} for two people to agree.`,
        hint('notice.show', { wave }).command,
      ),
    ),
  ];
}

function toAnswerNeeds({ disputes, enquiries }: PendingTasks, replies: number): readonly Need[] {
  const needs: Need[] = [];
  if (disputes !== null)
    needs.push(
      say(
        formatAmount(disputes.count, 'dispute'),
        `not answered, the oldest of ${formatTime(disputes.since)}.`,
        hint('dispute.list').command,
      ),
    );
  if (enquiries !== null)
    needs.push(
      say(
        formatAmount(enquiries.count, 'enquiry', 'enquiries'),
        `not answered, the oldest of ${formatTime(enquiries.since)}.`,
        hint('enquiry.list').command,
      ),
    );
  if (replies > 0)
    needs.push(
      say(
        `${formatCount(replies)} ${replies === 1 ? 'reply' : 'replies'}`,
        'incoming mail that nobody has reviewed.',
        hint('notice.replies').command,
      ),
    );
  return needs;
}
