import { advise, hint, Refusal } from '@candor/core/base';
import { createMessageReader } from '@candor/core/evidence/message';
import type { IncomingKind } from '@candor/core/notice/bounce';
import { IncomingJudge } from '../../adapters/mail/incoming-judge.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { type InboxTally, processIncoming, toMailPlace } from '../../notice/inbox/index.ts';
import { loadDisclosure } from '../../notice/index.ts';
import { DeliveryBook } from '../../notice/store/delivery-book.ts';
import { listIncoming, markIncomingSeen, readIncoming } from '../../notice/store/incoming-store.ts';

/** A mail that came back and that a person should see. Every text in it is the writer's. */
export interface Reply {
  readonly id: number;
  readonly kind: IncomingKind;
  readonly from: string | null;
  readonly subject: string;
  readonly receivedAt: number;
  /** The delivery it is about, its contact and party; null when nothing leads there. */
  readonly about: {
    readonly delivery: number;
    readonly contact: string;
    readonly party: string;
    readonly matchedBy: string;
  } | null;
  readonly seenBy: string | null;
  /** Why judging it was ended, so that only a person can; null otherwise. */
  readonly setAside: string | null;
  /** Why it looks like a bounce and does not fit the delivery; null otherwise. */
  readonly doubt: string | null;
}

/** These are for people, whatever they are about. */
const kindsForPeople: readonly IncomingKind[] = ['answer', 'challenge', 'complaint', 'set-aside'];

/**
 * Unhandled mail, oldest first: people's answers, mail waiting for one, and mail without a delivery. `all`: everything
 * received.
 */
export async function listReplies(state: StateFolder, all: boolean): Promise<readonly Reply[]> {
  return all ? selectReplies(state.store) : readOpenReplies(state.store);
}

/** Those of `listReplies` without `all`. */
export async function readOpenReplies(store: Store): Promise<readonly Reply[]> {
  return (await selectReplies(store)).filter(
    ({ seenBy, kind, about, doubt }) =>
      seenBy === null &&
      (about === null || doubt !== null || kindsForPeople.includes(kind) || isUnsureReport(kind, about.matchedBy)),
  );
}

/** It says that something was not delivered, and only an address leads to what: a person decides. */
function isUnsureReport(kind: IncomingKind, matchedBy: string): boolean {
  return kind === 'failed' && matchedBy === 'recipient';
}

export interface ShownReply extends Reply {
  /** Its text, decoded, untrusted. */
  readonly text: string;
}

/** @throws Refusal `unknown-reply`. */
export async function showReply(state: StateFolder, id: number): Promise<ShownReply> {
  const reply = (await selectReplies(state.store)).find((known) => known.id === id);
  if (reply === undefined) throw refuseUnknown([id]);
  const message = await readIncoming(state.store, id);
  const { searchable } = createMessageReader(createNodeRuntime(), { keepText: true }).end(message);
  return { ...reply, text: searchable?.text ?? '' };
}

/** Records who dealt with these. Nothing is removed. @throws Refusal `unknown-reply`. */
export async function markSeen(state: StateFolder, ids: readonly number[], by: string): Promise<void> {
  await state.store.transaction(async () => {
    const known = new Set((await selectReplies(state.store)).map(({ id }) => id));
    const unknown = ids.filter((id) => !known.has(id));
    if (unknown.length > 0) throw refuseUnknown(unknown);
    await markIncomingSeen(state.store, ids, by);
  });
}

function refuseUnknown(ids: readonly number[]): Refusal {
  return new Refusal(
    'unknown-reply',
    ids.map((id) => advise`there is no mail ${id}; ${hint('notice.replies', { all: true })} lists them`),
  );
}

async function selectReplies(store: Store): Promise<readonly Reply[]> {
  const rows = await listIncoming(store);
  return rows.map(({ id, kind, mail, receivedAt, seenBy, delivery, contact, party, matchedBy }) => {
    const { from, subject, setAside = null, doubt = null } = mail;
    const about =
      delivery === null ? null : { delivery, contact: contact ?? '', party: party ?? '', matchedBy: matchedBy ?? '' };
    return { id, kind: kind as IncomingKind, from, subject, receivedAt, about, seenBy, setAside, doubt };
  });
}

/**
 * Reads new mail in the incident file's inbox and settles the deliveries it is about. Changes nothing in the inbox.
 * @throws Refusal when the incident file names no inbox.
 */
export async function fetchInbox(state: StateFolder, judge: IncomingJudge = new IncomingJudge()): Promise<InboxTally> {
  const { incident, notice, folder } = await loadDisclosure(state.store);
  if (notice.inbox === null) {
    throw new Refusal('no-inbox', [
      'the incident file names no mailbox for bounces and answers; add `notice.inbox` to it',
    ]);
  }
  const book = new DeliveryBook({ store: state.store, now, host: null });
  const place = toMailPlace(notice.inbox, folder);
  const { domains } = incident.organization;
  return processIncoming({ store: state.store, book, place, bounceAddress: notice.bounce, domains, judge });
}
