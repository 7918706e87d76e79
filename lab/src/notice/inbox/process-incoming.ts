import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { InboxSettings } from '@candor/core/evidence/incident';
import type { IncomingMail } from '@candor/core/notice/bounce';
import { type DeliveryEvent, readEnvelopeMark } from '@candor/core/notice/delivery';
import { now } from '../../adapters/clock.ts';
import type { MailPlace } from '../../adapters/find-mail.ts';
import { IncomingJudge, type JudgedMail } from '../../adapters/incoming-judge.ts';
import { type KnownMail, type ReceivedMail, readNewMail } from '../../adapters/mailbox.ts';
import { writeFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store.ts';
import { readNamedText, readSecret } from '../sender/smtp-relay.ts';
import type { DeliveryBook } from '../store/delivery-book.ts';
import { findDeliveryBy, findLastSentTo } from '../store/delivery-store.ts';
import { insertIncoming, listSources, listUnsettled } from '../store/incoming-store.ts';

/**
 * Mail systems give up after five days, people answer later; a report about an address is about what was sent to it in
 * this time.
 */
const recentSeconds = 30 * 24 * 3600;

export interface InboxOptions {
  readonly store: Store;
  readonly book: DeliveryBook;
  readonly place: MailPlace;
  readonly bounceAddress: string;
  /** By default one with the limits that hold. */
  readonly judge?: IncomingJudge;
}

/** What was new in the inbox. */
export interface InboxTally {
  /** By kind, such as `failed`, `answer`. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly taken: number;
  /** Of these, how many lead to no delivery. */
  readonly unmatched: number;
  /** Deliveries that it settled, by their new state. */
  readonly settled: Readonly<Record<string, number>>;
  /** Stored unread: judging was ended. */
  readonly setAside: readonly SetAsideMail[];
}

export interface SetAsideMail {
  /** Its place in the inbox. */
  readonly source: string;
  readonly reason: string;
}

/**
 * Takes everything that is new in the inbox: each mail is read once, kept whole with what it is and which delivery it
 * is about, and settles that delivery in the same transaction. The mailbox stays as it is. A mail that cannot be read
 * within the limits is kept with the reason, and those behind it are read.
 */
export async function processIncoming(options: InboxOptions): Promise<InboxTally> {
  const kinds: Record<string, number> = {};
  const settled: Record<string, number> = {};
  let taken = 0;
  let unmatched = 0;
  const count = (counts: Record<string, number>, key: string) => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  const setAside: SetAsideMail[] = [];
  const { judge = new IncomingJudge() } = options;
  const begun = now();
  const known = await readKnownMail(options.store);
  try {
    for await (const received of readNewMail(options.place, known)) {
      const judged = await judge.judge(received.bytes);
      const { isMatched, state } = await keepOne(options, received, judged);
      taken += 1;
      count(kinds, judged.mail.kind);
      if (judged.setAside !== null) setAside.push({ source: received.source, reason: judged.setAside });
      else if (!isMatched) unmatched += 1;
      if (state !== null) count(settled, state);
    }
  } finally {
    await judge.close();
  }
  for (const state of await settleByKnown(options)) count(settled, state);
  await writeFact(options.store, 'inbox-read', String(begun));
  return { kinds, taken, unmatched, settled, setAside };
}

async function keepOne(
  { store, book, bounceAddress }: InboxOptions,
  received: ReceivedMail,
  { mail, setAside }: JudgedMail,
): Promise<{ readonly isMatched: boolean; readonly state: string | null }> {
  let state: string | null = null;
  let isMatched = false;
  await book.run(true, async () => {
    const match = await matchIncoming(store, mail, bounceAddress, received.receivedAt);
    isMatched = match !== null;
    const sha256 = createHash('sha256').update(received.bytes).digest('hex');
    const { source, bytes, receivedAt } = received;
    const kept = setAside === null ? mail : { ...mail, setAside };
    const found = { delivery: match?.delivery ?? null, matchedBy: match?.by ?? null };
    await insertIncoming(store, { source, sha256, kind: mail.kind, ...found, mail: kept, bytes, receivedAt });
    if (match !== null) state = await settle(book, match.delivery, match.by, mail);
  });
  return { isMatched, state };
}

/** Mail that arrived while a sender had claimed its delivery is judged again after the sender has reported. */
async function settleByKnown({ store, book }: InboxOptions): Promise<readonly string[]> {
  const states: string[] = [];
  for (const { id, by, mail } of await listUnsettled(store)) {
    await book.run(true, async () => {
      const state = await settle(book, id, by as MatchedBy, mail);
      if (state !== null) states.push(state);
    });
  }
  return states;
}

async function settle(book: DeliveryBook, id: number, by: MatchedBy, mail: IncomingMail): Promise<string | null> {
  const event = toEvent(mail, by);
  if (event === null) return null;
  const entry = await book.apply(id, event);
  return entry.is === 'written' ? entry.delivery.state : null;
}

/**
 * A failure report settles; other mail with the delivery's mark or Message-ID proves that the message left, which
 * settles an uncertain one. A match by address and time alone settles nothing, since anyone can forge it, and is shown
 * to a person.
 */
function toEvent(mail: IncomingMail, by: MatchedBy): DeliveryEvent | null {
  if (by === 'recipient') return null;
  if (mail.kind === 'failed') {
    const named = mail.recipients[0]?.diagnostic ?? '';
    const reason = [mail.status ?? '', named].filter((part) => part !== '').join(' ');
    return {
      event: 'returned',
      says: 'failed',
      reason: reason === '' ? 'returned as undeliverable' : `returned: ${reason}`,
    };
  }
  return { event: 'returned', says: 'arrived', reason: mail.kind };
}

async function readKnownMail(store: Store): Promise<KnownMail> {
  const sources = await listSources(store);
  return {
    has: (source) => sources.has(source),
    highest: (prefix) => {
      let highest = 0;
      for (const source of sources)
        if (source.startsWith(prefix)) highest = Math.max(highest, Number(source.slice(prefix.length)));
      return highest;
    },
  };
}

/**
 * How sure it is which delivery a mail is about: its mark, the Message-ID it returns or answers, or only recipient and
 * time.
 */
type MatchedBy = 'token' | 'message-id' | 'recipient';

interface IncomingMatch {
  readonly delivery: number;
  readonly by: MatchedBy;
}

/** Finds the delivery of a mail by the strongest sign; null without one. */
async function matchIncoming(
  store: Store,
  mail: IncomingMail,
  bounceAddress: string,
  receivedAt: number,
): Promise<IncomingMatch | null> {
  for (const address of mail.sentTo) {
    const mark = readEnvelopeMark(address, bounceAddress);
    const found = mark === null ? null : await findDeliveryBy(store, 'token', mark);
    if (found !== null) return { delivery: found, by: 'token' };
  }
  for (const reference of mail.references) {
    const found = await findDeliveryBy(store, 'message_id', reference);
    if (found !== null) return { delivery: found, by: 'message-id' };
  }
  const addresses = mail.recipients.flatMap(({ address }) => address ?? []);
  const isReport = mail.class === 'hard' || mail.class === 'soft';
  for (const address of isReport ? addresses : mail.from === null ? [] : [mail.from]) {
    const found = await findLastSentTo(store, address, receivedAt - recentSeconds);
    if (found !== null) return { delivery: found, by: 'recipient' };
  }
  return null;
}

/** A mailbox of the incident file with its secrets, read at the last moment. @throws Refusal when one is not there. */
export function toMailPlace({ maildir, imap }: InboxSettings, folder: string): MailPlace {
  if (imap === null) return { is: 'maildir', path: resolve(folder, maildir) };
  const { passwordFile, ca, ...place } = imap;
  return {
    is: 'imap',
    ...place,
    password: readSecret(folder, passwordFile),
    authorities: ca === null ? null : readNamedText(folder, ca),
  };
}
