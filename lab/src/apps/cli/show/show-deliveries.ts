import { formatAmount, formatCount, formatTime } from '@candor/core/base';
import type { Reply, ShownReply } from '../../../commands/notice/list-replies.ts';
import type { SendResult } from '../../../commands/notice/send-notices.ts';
import type { SettlementResult, UncertainDelivery } from '../../../commands/notice/settle-deliveries.ts';
import type { InboxTally } from '../../../notice/inbox/index.ts';
import { type Screen, showTable, showText, toVisible } from './screen.ts';

export function showSendResult(screen: Screen, result: SendResult, state: string): void {
  const { done, counts, foundUncertain, isStopped } = result;
  const { states, nextAt } = counts;
  screen.line(
    `${formatCount(done.accepted ?? 0)} accepted by the relay now, ${formatCount(states.accepted)} of ${formatCount(counts.all)} in all.`,
  );
  const rest: readonly (readonly [number, string])[] = [
    [
      states.deferred,
      `deferred by the relay${nextAt === null ? '' : `; the next attempt is due ${formatTime(nextAt)}`}`,
    ],
    [
      states.bounced,
      `refused for good; ${screen.typed('candor notice remind', state)} writes to the next contact if every message to the party came back`,
    ],
    [states.inhibited, 'not sent for a recorded reason'],
    [states.approved, 'wait to be sent'],
  ];
  for (const [count, words] of rest) if (count > 0) screen.line(`${formatCount(count)} ${words}.`);
  if (states.uncertain > 0) {
    const command = screen.typed('candor notice settle', state);
    screen.line(
      screen.warn(
        `${formatCount(states.uncertain)} uncertain: the relay may have them, so they are not sent again. ${command} lists them.`,
      ),
    );
  }
  if (foundUncertain > 0)
    screen.line(`${formatAmount(foundUncertain, 'of them was', 'of them were')} left by a sender that was killed.`);
  if (isStopped) screen.line('Stopped; the same command continues.');
}

const kindWords: Readonly<Record<string, string>> = {
  failed: 'not delivered',
  delayed: 'still being tried',
  receipt: 'receipts',
  complaint: 'complaints',
  'out-of-office': 'out of office',
  automatic: 'automatic answers',
  challenge: 'wait for a person to confirm',
  answer: 'answers of people',
  'set-aside': 'set aside unread',
};

export function showInbox(screen: Screen, tally: InboxTally, state: string): void {
  const { taken, kinds, settled, unmatched, doubted, setAside } = tally;
  if (taken === 0) screen.line('Nothing new in the inbox.');
  else screen.line(`${formatCount(taken)} new in the inbox. The mailbox itself was not changed.`);
  for (const [kind, count] of Object.entries(kinds)) screen.line(`  ${formatCount(count)} ${kindWords[kind] ?? kind}`);
  for (const [outcome, count] of Object.entries(settled))
    screen.line(`${formatCount(count)} ${count === 1 ? 'delivery is' : 'deliveries are'} ${outcome} now.`);
  if (unmatched > 0) screen.line(`${formatAmount(unmatched, 'matches', 'match')} no delivery.`);
  if (doubted > 0) {
    const looks = formatAmount(doubted, 'looks like a bounce and does', 'look like bounces and do');
    screen.line(screen.warn(`${looks} not fit the delivery: nothing was settled, and a person must review it.`));
  }
  for (const { source, reason } of setAside)
    screen.line(screen.warn(`Set aside: ${toVisible(source)}: ${reason}. It is kept; a person must review it.`));
  const forPeople = ['answer', 'challenge', 'complaint', 'set-aside'].reduce(
    (sum, kind) => sum + (kinds[kind] ?? 0),
    0,
  );
  if (forPeople + unmatched + doubted > 0)
    screen.line(screen.dim(`${screen.typed('candor notice replies', state)} shows what a person should read.`));
}

export function showReplies(screen: Screen, replies: readonly Reply[], state: string): void {
  if (replies.length === 0) {
    screen.line('Nothing waits for a person.');
    return;
  }
  const rows = replies.map(({ id, kind, from, subject, receivedAt, about, seenBy, setAside, doubt }) => [
    String(id),
    formatTime(receivedAt),
    doubt === null ? (kindWords[kind] ?? kind) : 'looks like a bounce',
    toVisible(from ?? '(nobody)'),
    about === null ? '(no delivery)' : toVisible(about.party),
    `${toVisible(setAside ?? subject).slice(0, 60)}${seenBy === null ? '' : ` (seen by ${toVisible(seenBy)})`}`,
  ]);
  showTable(screen, [['', 'came', 'kind', 'from', 'about', 'subject'], ...rows], [0]);
  screen.line(
    screen.dim(
      `${screen.typed('candor notice replies NUMBER', state)} shows one; --mark-seen NUMBER … takes it off this list.`,
    ),
  );
}

/** A stranger's text, made safe for a terminal. */
export function showReplyText(screen: Screen, reply: ShownReply): void {
  const { from, subject, receivedAt, about, setAside, doubt, text } = reply;
  screen.line(`From     ${toVisible(from ?? '(nobody)')}`);
  screen.line(`Subject  ${toVisible(subject)}`);
  screen.line(`Came     ${formatTime(receivedAt)}`);
  if (setAside !== null) screen.line(`Unread   ${setAside}`);
  if (doubt !== null) screen.line(screen.warn(`Doubt    looks like a bounce, does not fit: ${toVisible(doubt)}`));
  if (about !== null) {
    const how = { token: 'by its own mark', 'message-id': 'by its Message-ID', recipient: 'only by sender and time' };
    const words = how[about.matchedBy as keyof typeof how] ?? about.matchedBy;
    screen.line(
      `About    ${toVisible(about.party)}, delivery ${about.delivery} to ${toVisible(about.contact)}, matched ${words}`,
    );
  }
  screen.line();
  for (const line of text.split('\n')) showText(screen, toVisible(line));
}

export function showUncertain(screen: Screen, uncertain: readonly UncertainDelivery[], state: string): void {
  if (uncertain.length === 0) {
    screen.line('No delivery is uncertain.');
    return;
  }
  const rows = uncertain.map(({ id, wave, party, contact, since, reason, late }) => [
    String(id),
    String(wave),
    toVisible(party),
    toVisible(contact),
    formatTime(since),
    `${toVisible(reason)}${late === null ? '' : ` (later reply:${toVisible(late)})`}`,
  ]);
  showTable(screen, [['', 'wave', 'party', 'contact', 'since', 'why'], ...rows], [0, 1]);
  screen.line();
  screen.line("Look up the Message-ID (see --json) in the relay's log, or ask the recipient.");
  const command = screen.typed('candor notice settle NUMBER accepted --why "relay log" --as NAME', state);
  screen.line(screen.dim(`${command} proposes; a second person agrees with --approve.`));
}

export function showSettlement(screen: Screen, result: SettlementResult, state: string): void {
  const { settlement, as, deliveries, digest, approvedBy, entry } = result;
  const what = `${formatCount(deliveries.length)} ${deliveries.length === 1 ? 'delivery' : 'deliveries'}`;
  if (entry !== null) {
    screen.line(`${what} settled as ${as} by ${approvedBy.join(' and ')}; entry ${entry} of the log.`);
    return;
  }
  screen.line(`Settlement ${settlement}: ${what} as ${as}. Nothing has changed yet; a second person must agree.`);
  const command = `candor notice settle --approve ${settlement} --digest ${digest.slice(0, 12)} --as NAME`;
  screen.line(screen.dim(screen.typed(command, state)));
}
