import type { OutlookItem, OutlookParty } from '@candor/core/evidence/outlook';
import { isSigned } from '../received/outlook-message.ts';
import type { NamedAddress, ReceivedHeader } from '../received/received.ts';
import { toShown } from '../received/shown.ts';
import { type Addition, type Change, type HarmlessNote, type OutlookPlace, toChange } from './change.ts';
import { compareHeader } from './compare-header.ts';
import { type Findings, joinFindings, type NoticePart, toFindings } from './findings.ts';
import type { IssuedHeader } from './issued-header.ts';
import { isAddressAt, toShownAddress } from './sender-name.ts';
import type { ComparedWords } from './text-part.ts';

/** What the properties of an Outlook file are compared with. */
export interface OutlookBasis {
  readonly issued: IssuedHeader;
  /** The header as it came; null when the file does not keep it. */
  readonly kept: ReceivedHeader | null;
  readonly compareText: (words: string) => ComparedWords;
  readonly compareHtml: (html: string) => ComparedWords;
}

/** Names of one recipient that are judged; each further one is a change. */
const MAX_NAMES = 20;
/** Classes that Outlook shows with its own form of a mail ([MS-OXCMSG]). */
const MAIL = 'ipm.note';
const SIGNED = 'ipm.note.smime.multipartsigned';

/**
 * Outlook shows the properties, so each is compared with what was issued, and with the header that came. A party that
 * only an address book knows is not compared, and neither is a form of which Outlook shows something else. `open`: what
 * was not compared, whatever the header that came says.
 */
export function compareOutlook(
  basis: OutlookBasis,
  item: OutlookItem,
): { readonly findings: Findings; readonly open: ReadonlySet<NoticePart> } {
  const headers = toShownHeaders(basis, item).map((shown) => compareHeader(toBasis(basis.issued), shown));
  const rtf = item.rtf?.text == null ? null : basis.compareText(item.rtf.text);
  const packed = item.rtf?.html == null ? null : basis.compareHtml(item.rtf.html);
  const note = toOutlookNote(basis, item);
  const { recipients, answers } = listForeignNames(basis, item);
  const buttons = item.marks.hasButtons ? [toChange('parts', 'active-element', null, 'voting buttons')] : [];
  const findings = joinFindings([
    ...headers.map((header) => withoutBook(header, item)),
    toFindings('recipient', 'not-compared', { changes: [...listContradictions(basis, item), ...recipients] }),
    toFindings('sender', 'not-compared', { changes: answers }),
    ...(rtf === null ? [] : [onlyWorse('text', rtf)]),
    ...(packed === null ? [] : [onlyWorse('html', packed)]),
    ...compareCopied(basis, item),
    toFindings('parts', 'not-compared', { changes: buttons }),
    toFindings('text', 'not-compared', { additions: item.marks.words.map(toAddition), notes: [note] }),
  ]);
  return { findings, open: new Set(note.notCompared.flatMap((place) => PARTS[place] ?? [])) };
}

const PARTS: Partial<Readonly<Record<OutlookPlace, NoticePart>>> = {
  sender: 'sender',
  recipients: 'recipient',
  subject: 'subject',
  date: 'date',
  header: 'header',
};

/** A form beside the one that the message was read from counts only where it is worse. */
function onlyWorse(part: 'text' | 'html', { changes, additions }: ComparedWords): Findings {
  return toFindings(part, 'not-compared', { changes, additions });
}

/** The text and HTML of a signed mail beside its signed part, which lists and other programs show. */
function compareCopied(basis: OutlookBasis, { signed, text, html }: OutlookItem): readonly Findings[] {
  if (signed === null) return [];
  return [
    ...(text === null ? [] : [onlyWorse('text', basis.compareText(text))]),
    ...(html === null ? [] : [onlyWorse('html', basis.compareHtml(html))]),
  ];
}

/** A name of the reader's own address book is no addition to the message; it is named as not compared. */
function withoutBook({ states, changes, notes }: Findings, { recipients }: OutlookItem): Findings {
  const names = recipients.flatMap(({ type, name }) => (type === 'EX' ? [toShown(name)] : []));
  const [tag, name] = (['subject-tag', 'recipient-name'] as const).map((wanted) =>
    notes.filter((note) => note.kind === wanted && !('name' in note && names.includes(note.name))),
  );
  const isOfBook = name?.length === 0;
  return {
    states: states.filter(({ part, state }) => !(isOfBook && part === 'recipient' && state === 'added')),
    ...{ changes, additions: [], notes: [...(tag ?? []), ...(name ?? [])] },
  };
}

/** An address that is not known is not judged; its name is. */
function toBasis(issued: IssuedHeader): IssuedHeader {
  const { isRecipient, recipient } = issued;
  const isOurs = isRecipient ?? ((address: string) => isAddressAt(address, recipient));
  return { ...issued, isRecipient: (address) => address === '' || isOurs(address) };
}

/** One header for each sender and subject that Outlook may show, so that the reader of headers judges it. */
function toShownHeaders(basis: OutlookBasis, item: OutlookItem): readonly ReceivedHeader[] {
  const { issued, kept } = basis;
  const [known] = kept?.from ?? [];
  const from = item.senders.map((sender) => {
    const address = sender.address === '' ? (known?.address ?? issued.from?.address ?? '') : sender.address;
    return { name: toOwnName(sender.name, address), address };
  });
  const [to, ...otherNames] = listTo(basis, item);
  const one = (name: string, value: string) => ({ name, value });
  const fields = [
    ...item.recipients.flatMap((party) => (party.kind === 'to' ? [] : [one(party.kind, toShownAddress(party))])),
    ...item.shownCopies.map((name) => one('cc', name)),
    ...item.marks.fields,
    ...(item.topic === null ? [] : [one('thread-topic', item.topic)]),
  ];
  const replyTo = item.replyTo.flatMap(({ address }) => (address === '' ? [] : [address]));
  const shown = {
    fields,
    subject: item.subject,
    // A date that the file does not have is not compared.
    date: item.sent ?? issued.dates[0] ?? null,
    to: to ?? [{ name: '', address: '' }],
    replyTo,
    repeated: [],
  };
  const senders: readonly (readonly NamedAddress[])[] =
    from.length === 0
      ? [known === undefined ? [{ name: '', address: issued.from?.address ?? '' }] : [known]]
      : from.map((one) => [one]);
  const headers = senders.map((sender) => ({ ...shown, from: sender }));
  const [first] = headers;
  if (first === undefined) return [];
  return [
    ...headers,
    ...(item.listSubject === null ? [] : [{ ...first, subject: item.listSubject, fields: [] }]),
    ...otherNames.map((named) => ({ ...first, to: named, fields: [] })),
  ];
}

/**
 * Recipients, each address once, as often as there are names for one; what an address book made of one of the reader's
 * own has no address here.
 */
function listTo(basis: OutlookBasis, item: OutlookItem): readonly (readonly NamedAddress[])[] {
  const parties = item.recipients.filter(({ kind }) => kind === 'to');
  const rows = parties.length > 0 ? parties : item.shownTo.map(toNamed);
  const names = new Map<string, Set<string>>();
  for (const row of rows) {
    const { name, address } = toJudged(basis, row);
    names.set(address, (names.get(address) ?? new Set()).add(name));
  }
  const most = Math.min(MAX_NAMES, Math.max(0, ...Array.from(names.values(), ({ size }) => size)));
  return Array.from({ length: most }, (_, at) =>
    Array.from(names, ([address, all]) => ({ address, name: [...all][at] ?? '' })),
  );
}

/** A name that is an address is judged as one, unless it is of the reader's own address book. */
function toJudged(basis: OutlookBasis, party: OutlookParty): NamedAddress {
  const name = toOwnName(party.name, party.address);
  const address = isResolved(basis, party) ? '' : party.address;
  const bare = toBare(name);
  if (address !== '' || !bare.includes('@')) return { name, address };
  return { name: '', address: isAddressAt(bare, basis.issued.recipient) ? '' : bare };
}

/** `name` or an address in the quotation marks that Outlook puts around it. */
function toNamed(shown: string): OutlookParty {
  const bare = toBare(shown);
  return bare.includes('@') ? { name: '', address: bare, type: 'SMTP' } : { name: shown, address: '', type: '' };
}

/** An entry of the reader's own address book, which gives another address of the same mailbox. */
function isResolved({ issued, kept }: OutlookBasis, { type, address }: OutlookParty): boolean {
  const { recipient, isRecipient } = issued;
  if (type !== 'EX' || !isAddressAt(address, recipient)) return false;
  return isRecipient === null ? isStranger(kept, address) : !isRecipient(address);
}

/** The header that came does not have this recipient. */
function isStranger(kept: ReceivedHeader | null, address: string): boolean {
  return kept !== null && kept.to.length > 0 && !kept.to.some((one) => one.address === address);
}

/** A recipient row must be an address of the header that came. */
function listContradictions(basis: OutlookBasis, item: OutlookItem): readonly Change[] {
  return item.recipients
    .filter((row) => row.kind === 'to' && row.address !== '' && isStranger(basis.kept, row.address))
    .filter((row) => !isResolved(basis, row))
    .map((row) =>
      toChange('header', 'address', basis.kept?.to.map(toShownAddress).join(', ') ?? null, toShownAddress(row)),
    );
}

/** Names that lists show, of recipients and of those who get an answer, belong to one of them. */
function listForeignNames(
  { issued, kept }: OutlookBasis,
  item: OutlookItem,
): Readonly<Record<'recipients' | 'answers', readonly Change[]>> {
  const recipients = toKnown([...item.recipients, ...(item.recipients.length === 0 ? [] : (kept?.to ?? []))]);
  const foreign = item.recipients.length === 0 ? [] : item.shownTo.filter((name) => !recipients.has(toBare(name)));
  const own = [issued.replyTo, issued.from?.address ?? null, issued.from?.name ?? null];
  const answers = new Set(own.flatMap((text) => (text === null ? [] : [text.toLowerCase()])));
  const named = [...item.replyNames, ...item.replyTo.map(({ name }) => name)];
  const strangers = named.filter((name) => {
    const isOwnDomain = issued.from === null && isAddressAt(toBare(name), issued.domain);
    return name !== '' && !answers.has(toBare(name)) && !isOwnDomain;
  });
  const further = distinctNames(item).slice(MAX_NAMES);
  return {
    recipients: [...foreign, ...further].map((name) => toChange('header', 'address', null, name)),
    answers: [...new Set(strangers)].map((name) => toChange('header', 'reply-address', issued.replyTo, name)),
  };
}

/** Names of all recipients, other than their addresses. */
function distinctNames({ recipients, shownTo }: OutlookItem): readonly string[] {
  const names = recipients.map(({ name, address }) => toOwnName(name, address));
  return [...new Set(recipients.length > 0 ? names : shownTo.filter((name) => !name.includes('@')))];
}

function toKnown(parties: readonly NamedAddress[]): ReadonlySet<string> {
  return new Set(parties.flatMap(({ name, address }) => [toBare(name), address]).filter((text) => text !== ''));
}

/** Outlook writes the address where a name is missing, and puts quotation marks around what is in no address book. */
function toOwnName(name: string, address: string): string {
  return toBare(name) === address ? '' : name.replace(/^'(.*)'$/, '$1');
}

function toBare(name: string): string {
  return name
    .trim()
    .replace(/^'(.*)'$/, '$1')
    .toLowerCase();
}

function toAddition(words: string): Addition {
  return { place: 'text', where: 'before', lines: [toShown(words)], lineCount: 1 };
}

/** Names all that was compared, and what was not. */
function toOutlookNote(basis: OutlookBasis, item: OutlookItem): Extract<HarmlessNote, { kind: 'outlook' }> {
  const { kept } = basis;
  const { rtf, senders } = item;
  const rows: readonly OutlookParty[] = item.recipients.length > 0 ? item.recipients : item.shownTo.map(toNamed);
  const messageClass = item.messageClass.toLowerCase();
  // Whether it was compared; null where the file has none.
  const places: readonly (readonly [OutlookPlace, boolean | null])[] = [
    ['header', kept !== null && kept.fields.length > 0],
    ['sender', senders.length > 0 && senders.every(({ address }) => address !== '')],
    ['recipients', rows.length > 0 && rows.every((row) => isCompared(basis, row))],
    ['reply-to', !item.hasUnreadReply && item.replyTo.every(({ address }) => address !== '')],
    ['subject', true],
    ['date', item.sent !== null || (kept !== null && typeof kept.date === 'number')],
    ['kind', (messageClass === MAIL || messageClass === SIGNED) && !item.isUnsent],
    ['text', item.text === null ? null : true],
    ['html', item.html === null ? null : true],
    ['rtf', rtf === null ? null : rtf.text !== null && rtf.odd === null],
    ['signed-part', isSigned(item) ? item.signed !== null : null],
  ];
  const of = (wanted: boolean) => places.flatMap(([place, isDone]) => (isDone === wanted ? [place] : []));
  return { kind: 'outlook', compared: of(true), notCompared: of(false) };
}

function isCompared(basis: OutlookBasis, row: OutlookParty): boolean {
  const isNamedByBook = row.type === 'EX' && toOwnName(row.name, row.address) !== '';
  return row.address !== '' && !isNamedByBook && !isResolved(basis, row);
}
