import { type Change, toChange } from './change.ts';
import { compareDate } from './date.ts';
import type { IssuedHeader, ReceivedHeader } from './header.ts';
import { compareFields } from './other-fields.ts';
import type { PartState } from './part-state.ts';
import { compareRecipients } from './recipients.ts';
import { compareSender } from './sender.ts';
import { compareSubject } from './subject.ts';

/** `notes`: observations. `tag` precedes the subject, null without one. */
export interface HeaderPart {
  readonly state: 'issued' | 'rewritten' | 'added' | 'changed';
  readonly parts: Readonly<Record<'sender' | 'recipient' | 'subject' | 'date' | 'header', PartState>>;
  readonly changes: readonly Change[];
  readonly tag: string | null;
  /** The name beside the recipient's address, which no notice has; null without one. */
  readonly recipientName: string | null;
  /** The recipient's own list, which sent the message on under its own name; null without one. */
  readonly list: string | null;
  /** Fields of which nothing is known, as inert `name: value`; `passed` begin with `X-`, and no program shows them. */
  readonly unknown: readonly string[];
  readonly passed: readonly string[];
  readonly isThroughList: boolean;
  /** The sender is not the one that was issued. */
  readonly isForeign: boolean;
}

/** Fields of a kind that are shown. */
const SHOWN_FIELDS = 20;

/** Compares every field: the notice's own with what was issued; others are reported. */
export function compareHeader(issued: IssuedHeader, received: ReceivedHeader): HeaderPart {
  const subject = compareSubject(issued.subject, received.subject);
  const date = compareDate(issued, received);
  const recipient = compareRecipients(issued, received);
  const sender = compareSender(issued, received);
  const fields = compareFields(issued, received);
  const repeated = received.repeated.map((field) => toChange('header', 'repeated-field', null, field));
  const others = [...repeated, ...fields.changes];
  const changes = [subject.change ?? [], date, recipient.changes, sender.changes, others].flat();
  const isRewritten = fields.unknown.length > 0 || fields.isThroughList;
  const parts: HeaderPart['parts'] = {
    sender: sender.changes.length > 0 ? 'changed' : sender.list === null ? 'issued' : 'rewritten',
    recipient: recipient.changes.length > 0 ? 'changed' : recipient.name === null ? 'issued' : 'added',
    subject: subject.change !== null ? 'changed' : subject.tag === null ? 'issued' : 'added',
    date: date.length > 0 ? 'changed' : received.date === 'as-saved' ? 'not-compared' : 'issued',
    header: others.length > 0 ? 'changed' : isRewritten ? 'rewritten' : 'issued',
  };
  return {
    state: toState(Object.values(parts)),
    parts,
    changes,
    tag: subject.tag,
    recipientName: recipient.name,
    list: sender.list,
    unknown: fields.unknown.slice(0, SHOWN_FIELDS),
    passed: fields.passed.slice(0, SHOWN_FIELDS),
    isThroughList: fields.isThroughList,
    isForeign: sender.changes.length > 0,
  };
}

function toState(parts: readonly PartState[]): HeaderPart['state'] {
  const states = new Set(parts);
  if (states.has('changed')) return 'changed';
  if (states.has('added')) return 'added';
  return states.has('rewritten') ? 'rewritten' : 'issued';
}
