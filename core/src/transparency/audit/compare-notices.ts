import { formatInstant, type Json, type JsonObject, toList, toObject, toWhole } from '@candor/core/base';
import type { AuditNotice } from './audit-part.ts';
import { type AuditDifference, type AuditSubject, describeJsonDifference } from './difference.ts';

/** A notice as evidence and decisions give it, with the code of the issued one. */
export interface ReplayedNotice
  extends Pick<AuditNotice, 'party' | 'follows' | 'isGuessed' | 'subject' | 'text' | 'html'> {
  readonly facts: JsonObject;
  readonly custodians: readonly string[];
  readonly contacts: readonly { readonly contact: string; readonly rung: string }[];
  /** Digests of the whole messages by contact; null: they were signed with a key that is not in the export. */
  readonly messages: ReadonlyMap<string, string> | null;
}

/** Compares each issued notice with the one that the evidence gives. Parties without one are named elsewhere. */
export function compareNotices(
  issued: readonly AuditNotice[],
  replayed: readonly ReplayedNotice[],
): readonly AuditDifference[] {
  const byParty = new Map(replayed.map((notice) => [notice.party, notice]));
  return issued.flatMap((notice) => {
    const again = byParty.get(notice.party);
    const place = `notice ${notice.notice} to ${notice.party}`;
    if (again === undefined)
      return [
        { is: 'party' as const, place, text: 'evidence and decisions give no notice to this party in this wave' },
      ];
    return compareNotice(notice, again).map(({ is, text }) => ({ is, place, text }));
  });
}

type Found = Pick<AuditDifference, 'is' | 'text'>;

function compareNotice(issued: AuditNotice, again: ReplayedNotice): readonly Found[] {
  const { figures, addresses, secretMessages, ...facts } = withoutWords(issued.facts);
  const now = withoutWords(again.facts);
  const { figures: figuresNow, addresses: addressesNow, secretMessages: secretsNow, ...factsNow } = now;
  const as = (is: AuditSubject, texts: readonly string[]): readonly Found[] => texts.map((text) => ({ is, text }));
  return [
    ...as('figure', describeJsonDifference(figures, figuresNow)),
    ...as('address', compareAddresses(addresses, addressesNow)),
    ...as('address', compareSecrets(secretMessages, secretsNow)),
    ...as('figure', describeJsonDifference(facts, factsNow)),
    ...as('figure', describeJsonDifference([...issued.custodians], [...again.custodians])),
    ...as('contact', compareContacts(issued, again)),
    ...as('text', compareTexts(issued, again)),
    ...as('message', compareMessages(issued, again)),
  ];
}

/**
 * Texts that people wrote in several languages are compared as each notice says them: an edit in one language does
 * not compose the notices in the others again.
 */
function withoutWords({ organization: _words, unknown = null, ...facts }: JsonObject): JsonObject {
  const { sentence: _sentence, ...counted } = toObject(unknown) ?? {};
  return { ...facts, unknown: counted };
}

function compareAddresses(exported: Json | undefined, replayed: Json | undefined): readonly string[] {
  const [then, now] = [listAddresses(exported), listAddresses(replayed)];
  const gone = [...then].filter((address) => !now.has(address));
  const added = [...now].filter((address) => !then.has(address));
  const named = [
    ...gone.map((address) => `${address}: listed in the notice, not by the evidence`),
    ...added.map((address) => `${address}: listed by the evidence, not in the notice`),
  ];
  return named.length > 0 ? named : describeJsonDifference(exported, replayed);
}

function listAddresses(addresses: Json | undefined): ReadonlySet<string> {
  const listed = toList(toObject(addresses ?? null)?.['listed']) ?? [];
  return new Set(listed.map((one) => JSON.stringify(toObject(one)?.['address'] ?? null)));
}

/** Rows of messages with passwords or keys: what differs is named with day, address and Message-ID. */
function compareSecrets(exported: Json | undefined, replayed: Json | undefined): readonly string[] {
  const [then, now] = [listSecrets(exported), listSecrets(replayed)];
  const named = [
    ...subtract(then, now).map((row) => `${row}: a message with passwords or keys in the notice, not by the evidence`),
    ...subtract(now, then).map((row) => `${row}: a message with passwords or keys by the evidence, not in the notice`),
  ];
  if (named.length > NAMED) return [...named.slice(0, NAMED), `and ${named.length - NAMED} more`];
  return named.length > 0 ? named : describeJsonDifference(exported, replayed);
}

/** The end of the year 9999. */
const LAST_DAY = 253_402_300_799;
/** Limits the rows that differ and are named. */
const NAMED = 5;

function listSecrets(rows: Json | undefined): readonly string[] {
  return (toList(rows ?? null) ?? []).map((row) => {
    const { date = null, ...members } = toObject(row) ?? {};
    const seconds = toWhole(date);
    // The maker of the file wrote the number: a time that no mail has stays one.
    const day = seconds === null || seconds > LAST_DAY ? date : formatInstant(seconds);
    return JSON.stringify([day, members['address'], members['messageId']]);
  });
}

/** Members that the first list has more often than the second. */
function subtract(list: readonly string[], from: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const row of from) left.set(row, (left.get(row) ?? 0) + 1);
  return list.filter((row) => {
    const count = left.get(row) ?? 0;
    left.set(row, count - 1);
    return count <= 0;
  });
}

function compareContacts({ messages, follows, isGuessed }: AuditNotice, again: ReplayedNotice): readonly string[] {
  const [then, now] = [messages, again.contacts].map(
    (contacts) => new Set(contacts.map(({ contact, rung }) => `${contact} (${rung})`)),
  );
  const gone = [...(then ?? [])].filter((contact) => now?.has(contact) !== true);
  const added = [...(now ?? [])].filter((contact) => then?.has(contact) !== true);
  return [
    ...gone.map((contact) => `${contact}: written to, not given by evidence and decisions`),
    ...added.map((contact) => `${contact}: given by evidence and decisions, not written to`),
    ...describeJsonDifference({ follows, isGuessed }, { follows: again.follows, isGuessed: again.isGuessed }),
  ];
}

function compareTexts(issued: AuditNotice, again: ReplayedNotice): readonly string[] {
  return (['subject', 'text', 'html'] as const).flatMap((form) => {
    if (issued[form] === again[form]) return [];
    const [then, now] = [issued[form].split('\n'), again[form].split('\n')];
    const at = then.findIndex((line, number) => line !== now[number]);
    const line = at < 0 ? then.length : at;
    const said = JSON.stringify((then[line] ?? '').slice(0, SHOWN));
    const given = JSON.stringify((now[line] ?? '').slice(0, SHOWN));
    return [`${form}, line ${line + 1}: the notice says ${said}, the evidence gives ${given}`];
  });
}

/** Characters of a line in a sentence. */
const SHOWN = 120;

function compareMessages({ messages }: AuditNotice, again: ReplayedNotice): readonly string[] {
  const now = again.messages;
  if (now === null) return [];
  return messages.flatMap(({ contact, sha256 }) =>
    now.get(contact) === undefined || now.get(contact) === sha256
      ? []
      : [`the message to ${contact} has other bytes than the notice makes`],
  );
}
