import { joinBytes, type Runtime } from '@candor/core/base';
import {
  ADDRESSED_ROLES,
  createMessageReader,
  type MessageReading,
  readPartRanges,
  usesBareReturns,
} from '@candor/core/evidence/message';
import { hasPrivilegeMark } from './privilege.ts';
import type { Projection, ProjectionRequest } from './projection.ts';
import { type RawField, type RawHeader, readRawHeader } from './raw-field.ts';

/**
 * Fields of a message that the party's own mailbox would have held, and that say nothing of how and where the
 * organization handled it (R1). Everything else goes: trace fields, authentication, labels, client addresses, and
 * whatever a system of tomorrow may add. `Bcc` is written again.
 */
const KEPT: ReadonlySet<string> = new Set([
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'date',
  'subject',
  'message-id',
  'in-reply-to',
  'references',
  'resent-from',
  'resent-sender',
  'resent-to',
  'resent-cc',
  'resent-date',
  'resent-message-id',
  'mime-version',
]);

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Maximum nesting of attached messages examined. Deeper ones are held for a person. */
const ATTACHED_LEVELS = 16;

/**
 * `project(copy, party)`: the message that the party's own mailbox would have held, byte by byte from one copy that
 * names the party (docs/formats/projection.md). Deterministic; content never throws.
 */
export function projectMessage(runtime: Runtime, message: Uint8Array, request: ProjectionRequest): Projection {
  if (request.draft) return { outcome: 'withheld', because: 'draft' };
  if (request.privateMail && request.partyKind === 'organization')
    return { outcome: 'withheld', because: 'private-mail' };
  const { reading, searchable } = createMessageReader(runtime, { keepText: true }).end(message);
  const stands = standing(reading, request);
  if (stands === 'nowhere') return { outcome: 'withheld', because: 'not-addressed' };
  // Attached messages have other senders: their own marks are looked at when they are projected.
  const marked = request.hasOnlyFooterMarks === true ? null : searchable;
  if (!request.releasedByCounsel && isPrivileged(reading, marked, request))
    return { outcome: 'held', because: 'privilege' };
  if (stands === 'attached') return projectAttached(runtime, message, request, reading);
  const projected = projectWhole(runtime, message, request, 0);
  return typeof projected === 'string'
    ? { outcome: 'held', because: projected }
    : { outcome: 'whole', message: projected, reading };
}

function standing({ addresses }: MessageReading, { isOwn }: ProjectionRequest): 'addressed' | 'attached' | 'nowhere' {
  const own = addresses.filter(({ address, unreadable }) => unreadable === null && isOwn(address.toLowerCase()));
  if (own.some(({ role }) => ADDRESSED_ROLES.has(role))) return 'addressed';
  return own.some(({ role }) => role === 'attached') ? 'attached' : 'nowhere';
}

function isPrivileged(
  { addresses }: MessageReading,
  searchable: { readonly subject: string; readonly text: string } | null,
  { isCounsel }: ProjectionRequest,
): boolean {
  if (addresses.some(({ address, role }) => role !== 'attached' && isCounsel(address.toLowerCase()))) return true;
  return searchable !== null && hasPrivilegeMark(searchable.subject, searchable.text);
}

/**
 * Projects header and attached messages and keeps every other byte; or returns why a person is needed. A required
 * change inside a signature would give up either the signature or a blind recipient's secret.
 */
function projectWhole(
  runtime: Runtime,
  message: Uint8Array,
  request: ProjectionRequest,
  level: number,
): Uint8Array | 'unreadable' | 'signed-around-attached' {
  // Fields are cut by line feeds: here the whole header would be one, and would go out with its blind recipients.
  if (usesBareReturns(message)) return 'unreadable';
  const header = readRawHeader(message);
  const ownBcc = listOwnBcc(runtime, message, request);
  const { parts, signed } = readPartRanges(runtime, message);
  const foreign = listForeignResent(message, header, (fields) => holdsOwn(runtime, fields, request));
  const pieces: Uint8Array[] = [projectHeader(message, header, ownBcc, foreign)];
  let at = header.end;
  for (const part of parts) {
    if (!part.isMessage || part.start < at) continue;
    const attached = message.subarray(part.start, part.end);
    if (part.encoding !== 'other' || level >= ATTACHED_LEVELS) return 'unreadable';
    const inner = projectWhole(runtime, attached, request, level + 1);
    if (typeof inner === 'string') return inner;
    if (isEqual(inner, attached)) continue;
    if (signed) return 'signed-around-attached';
    pieces.push(message.subarray(at, part.start), inner);
    at = part.end;
  }
  pieces.push(message.subarray(at));
  return joinBytes(pieces);
}

/** R7: the party's own original, attached to a message that was none of its. */
function projectAttached(
  runtime: Runtime,
  message: Uint8Array,
  request: ProjectionRequest,
  reading: MessageReading,
): Projection {
  const messages: Uint8Array[] = [];
  const numbers: string[] = [];
  const pending = [{ message, level: 0, prefix: '' }];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    for (const part of readPartRanges(runtime, next.message).parts) {
      if (!part.isMessage) continue;
      if (part.encoding !== 'other' || next.level >= ATTACHED_LEVELS) return { outcome: 'held', because: 'unreadable' };
      const attached = next.message.subarray(part.start, part.end);
      const inner = createMessageReader(runtime, { keepText: true }).end(attached);
      const stands = standing(inner.reading, request);
      const number = `${next.prefix}${part.number}`;
      if (stands === 'attached') pending.push({ message: attached, level: next.level + 1, prefix: `${number}.` });
      if (stands !== 'addressed') continue;
      if (!request.releasedByCounsel && isPrivileged(inner.reading, inner.searchable, request))
        return { outcome: 'held', because: 'privilege' };
      const projected = projectWhole(runtime, attached, request, next.level + 1);
      if (typeof projected === 'string') return { outcome: 'held', because: projected };
      messages.push(projected);
      numbers.push(number);
    }
  }
  return messages.length === 0
    ? { outcome: 'held', because: 'unreadable' }
    : { outcome: 'attached', messages, parts: numbers, reading };
}

function holdsOwn(runtime: Runtime, fields: Uint8Array, { isOwn }: ProjectionRequest): boolean {
  const { addresses } = createMessageReader(runtime, { keepText: false }).end(fields).reading;
  return addresses.some(({ address, unreadable }) => unreadable === null && isOwn(address.toLowerCase()));
}

function listOwnBcc(runtime: Runtime, message: Uint8Array, { isOwn }: ProjectionRequest): string[] {
  const { addresses } = createMessageReader(runtime, { keepText: false }).end(message).reading;
  const own = addresses.filter(
    ({ role, address, unreadable }) => role === 'bcc' && unreadable === null && isOwn(address.toLowerCase()),
  );
  return [...new Set(own.map(({ address }) => address))];
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}

/**
 * Resent fields that name only others: a person who forwards a message puts a group of them on top (RFC 5322 section
 * 3.6.6), and a mailbox of the party holds only those groups that lie between the author and itself. A group ends
 * where another field stands, or a name comes again.
 */
function listForeignResent(
  bytes: Uint8Array,
  { fields }: RawHeader,
  holdsOwn: (fields: Uint8Array) => boolean,
): ReadonlySet<RawField> {
  const groups: RawField[][] = [];
  let group: RawField[] = [];
  for (const field of fields) {
    const isResent = field.name.startsWith('resent-');
    if (!isResent || group.some(({ name }) => name === field.name)) group = [];
    if (!isResent) continue;
    if (group.length === 0) groups.push(group);
    group.push(field);
  }
  const foreign = groups.filter(
    (fieldsOfOne) => !holdsOwn(joinBytes(fieldsOfOne.map(({ start, end }) => bytes.subarray(start, end)))),
  );
  return new Set(foreign.flat());
}

/**
 * The header that the party sees, without the empty line: kept fields as they lie, and one `Bcc` with the given
 * addresses alone, where the first one stood (R3, R4). Every byte is the message's own, the addresses of `Bcc` apart.
 * `foreign`: fields that go although they are of a kind that is kept.
 */
function projectHeader(
  bytes: Uint8Array,
  header: RawHeader,
  ownBcc: readonly string[],
  foreign: ReadonlySet<RawField>,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  let bccWritten = ownBcc.length === 0;
  for (const field of header.fields) {
    if (foreign.has(field)) continue;
    if (isKeptField(field.name)) pieces.push(endLine(bytes.subarray(field.start, field.end), bytes));
    else if (field.name === 'bcc' && !bccWritten) {
      bccWritten = true;
      pieces.push(new TextEncoder().encode(`Bcc: ${ownBcc.join(', ')}`), lineEnd(bytes));
    }
  }
  return joinBytes(pieces);
}

/** A message that ends inside its header may end without a line end. */
function endLine(field: Uint8Array, bytes: Uint8Array): Uint8Array {
  return field.at(-1) === LINE_FEED ? field : joinBytes([field, lineEnd(bytes)]);
}

function lineEnd(bytes: Uint8Array): Uint8Array {
  const at = bytes.indexOf(LINE_FEED);
  return at > 0 && bytes[at - 1] === RETURN ? new Uint8Array([RETURN, LINE_FEED]) : new Uint8Array([LINE_FEED]);
}

function isKeptField(name: string): boolean {
  return KEPT.has(name) || name.startsWith('content-');
}
