import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { InboxSettings } from '@candor/core/incident';
import { findBounceDoubt, type IncomingMail } from '@candor/core/notice/bounce';
import { type DeliveryEvent, readEnvelopeMark } from '@candor/core/notice/delivery';
import { readImpactReference } from '../../adapters/files/reference-files.ts';
import type { MailPlace } from '../../adapters/mail/find-mail.ts';
import { IncomingJudge, type JudgedMail } from '../../adapters/mail/incoming-judge.ts';
import { type KnownMail, type ReceivedMail, readNewMail } from '../../adapters/mail/mailbox.ts';
import { now } from '../../adapters/process/clock.ts';
import { writeFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readNamedText, readSecret } from '../delivery/smtp-relay.ts';
import type { DeliveryBook } from '../store/delivery-book.ts';
import { findDeliveryBy, findLastSentTo } from '../store/delivery-store.ts';
import { insertIncoming, keepDoubt, listSources, listUnsettled, readSending } from '../store/incoming-store.ts';

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
  /** Hosts of these domains are the organization's relays. */
  readonly domains: readonly string[];
  readonly judge?: IncomingJudge;
}

/** What was new in the inbox. */
export interface InboxTally {
  readonly kinds: Readonly<Record<string, number>>;
  readonly taken: number;
  readonly unmatched: number;
  /** Reports of a failure that do not fit their delivery, new or met again: a person reads them. */
  readonly doubted: number;
  readonly settled: Readonly<Record<string, number>>;
  /** They are stored unread because judging was ended. */
  readonly setAside: readonly SetAsideMail[];
}

export interface SetAsideMail {
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
  let doubted = 0;
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
      const { isMatched, isDoubted, state } = await keepOne(options, received, judged);
      if (isDoubted) doubted += 1;
      taken += 1;
      count(kinds, judged.mail.kind);
      if (judged.setAside !== null) setAside.push({ source: received.source, reason: judged.setAside });
      else if (!isMatched) unmatched += 1;
      if (state !== null) count(settled, state);
    }
  } finally {
    await judge.close();
  }
  const later = await settleByKnown(options);
  for (const state of later.states) count(settled, state);
  await writeFact(options.store, 'inbox-read', String(begun));
  return { kinds, taken, unmatched, doubted: doubted + later.doubted, settled, setAside };
}

async function keepOne(
  options: InboxOptions,
  received: ReceivedMail,
  { mail, setAside }: JudgedMail,
): Promise<{ readonly isMatched: boolean; readonly isDoubted: boolean; readonly state: string | null }> {
  const { store, book, bounceAddress } = options;
  let state: string | null = null;
  let isMatched = false;
  let doubt: string | null = null;
  await book.run(true, async () => {
    const match = await matchIncoming(store, mail, bounceAddress, received.receivedAt);
    isMatched = match !== null;
    const { source, bytes, receivedAt } = received;
    doubt = match === null ? null : await findDoubt(options, match, mail, receivedAt);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const kept = { ...mail, ...(setAside === null ? {} : { setAside }), ...(doubt === null ? {} : { doubt }) };
    const found = { delivery: match?.delivery ?? null, matchedBy: match?.by ?? null };
    await insertIncoming(store, { source, sha256, kind: mail.kind, ...found, mail: kept, bytes, receivedAt });
    if (match !== null && doubt === null) state = await settle(book, match.delivery, match.by, mail);
  });
  return { isMatched, isDoubted: doubt !== null, state };
}

/** Null where a report fits its delivery, where the mail reports no failure, and where no reply can be known yet. */
async function findDoubt(
  { store, domains }: InboxOptions,
  { delivery, by }: IncomingMatch,
  mail: IncomingMail,
  receivedAt: number,
): Promise<string | null> {
  if (mail.kind !== 'failed' || by === 'recipient') return null;
  const { hosts, isUnderWay, ...sending } = await readSending(store, delivery);
  if (isUnderWay) return null;
  const { suffixRules } = readImpactReference();
  return findBounceDoubt(mail, by, { ...sending, relays: [...hosts, ...domains], suffixRules }, receivedAt);
}

/** Mail that arrived while a sender had claimed its delivery is judged again after the sender has reported. */
async function settleByKnown(
  options: InboxOptions,
): Promise<{ readonly states: readonly string[]; readonly doubted: number }> {
  const { store, book } = options;
  const states: string[] = [];
  let doubted = 0;
  for (const { incoming, id, by, mail, receivedAt } of await listUnsettled(store)) {
    const match = { delivery: id, by: by as MatchedBy };
    await book.run(true, async () => {
      const doubt = await findDoubt(options, match, mail, receivedAt);
      if (doubt !== null) {
        doubted += 1;
        return keepDoubt(store, incoming, mail, doubt);
      }
      const state = await settle(book, id, match.by, mail);
      if (state !== null) states.push(state);
    });
  }
  return { states, doubted };
}

async function settle(book: DeliveryBook, id: number, by: MatchedBy, mail: IncomingMail): Promise<string | null> {
  const event = toEvent(mail, by);
  if (event === null) return null;
  const entry = await book.apply(id, event);
  return entry.is === 'written' ? entry.delivery.state : null;
}

/**
 * A failure report that fits settles; other mail with the delivery's mark or Message-ID proves that the message left,
 * which settles an uncertain one. A match by address and time alone settles nothing, since anyone can forge it, and is
 * shown to a person.
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
