import { createHash } from 'node:crypto';
import type { Runtime } from '@candor/core/base';
import { createAccessReader } from '@candor/core/evidence/audit';
import type { AccessFileReading, AccessRow } from '@candor/core/evidence/record';

/** Node's primitives as core wants them; base64, hashing and charsets are not used by access files. */
export const runtime: Runtime = {
  createSha256: () => {
    throw new Error('not used');
  },
  sha256Hex: (content) => createHash('sha256').update(content).digest('hex'),
  decodeBase64: () => {
    throw new Error('not used');
  },
  indexOf: (bytes, needle, from) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(needle, from),
  latin1: (bytes, start, end) => Buffer.from(bytes.subarray(start, end)).toString('latin1'),
  utf8: (bytes, start, end) => Buffer.from(bytes.subarray(start, end)).toString('utf8'),
  isAscii: (bytes) => bytes.every((byte) => byte < 0x80),
  isUtf8: () => true,
  toEncoding: () => null,
  openDecoder: () => {
    throw new Error('not used');
  },
};

export interface Read {
  readonly rows: readonly AccessRow[];
  readonly reading: AccessFileReading;
}

/** As the lab knows mailboxes, of which two are enough here. */
function nameMailbox(head: Uint8Array): string | null {
  const text = new TextDecoder().decode(head);
  if (text.startsWith('From ')) return 'a mailbox (mbox)';
  return text.startsWith('From: ') ? 'a message' : null;
}

/** Reads a file given as text or bytes, in chunks of that size. */
export function readAccess(content: string | Uint8Array, chunkBytes = 1 << 20, rowLimitBytes = 1 << 26): Read {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const rows: AccessRow[] = [];
  const reader = createAccessReader('audit/log', runtime, (row) => rows.push(row), rowLimitBytes, null, nameMailbox);
  // One buffer is used for every chunk, as a file's reader does: whoever keeps it sees it change.
  const buffer = Buffer.alloc(chunkBytes);
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const chunk = bytes.subarray(at, at + chunkBytes);
    buffer.set(chunk);
    reader.push(buffer.subarray(0, chunk.length));
    buffer.fill(0x7e);
  }
  return { rows, reading: reader.end() };
}

export const GUID = '7a41a7ff-36f8-409c-a6ae-0593c48c4a74';

/** A Bind of the Management Activity API. */
export function bind(id: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    CreationTime: '2001-09-12T10:00:00',
    Id: id,
    Operation: 'MailItemsAccessed',
    RecordType: 50,
    UserId: 'ada@harbor.example',
    ClientIPAddress: '198.51.100.7:5121',
    ClientInfoString: 'Client=OWA;Action=ViaProxy',
    LogonType: 0,
    UserType: 0,
    MailboxGuid: GUID.toUpperCase(),
    MailboxOwnerUPN: 'ada@harbor.example',
    AppId: '9199BF20-A13F-4107-85DC-02114787EF48',
    SessionId: 'A1F4C1D2-77AA-4C0E-8F51-5D2A90B3C7E4',
    AppAccessContext: {
      AADSessionId: 'b2',
      IssuedAtTime: '2001-01-01T00:00:00',
      UniqueTokenId: 'tokenXY',
      ClientAppId: 'C-1',
    },
    OperationCount: 2,
    OperationProperties: [
      { Name: 'MailAccessType', Value: 'Bind' },
      { Name: 'IsThrottled', Value: 'False' },
    ],
    Folders: [
      {
        FolderItems: [
          { InternetMessageId: '<b@harbor.example>', Id: 'RgB', SizeInBytes: 2 },
          { InternetMessageId: '<a@harbor.example>', Id: 'RgA', SizeInBytes: 1 },
        ],
        Id: 'LgInbox',
        Path: '\\Boîte de réception',
      },
    ],
    ...changes,
  };
}

/** A Sync, which has no Folders. */
export function sync(id: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const { Folders: _, OperationCount: __, ...rest } = bind(id);
  return {
    ...rest,
    RecordType: 2,
    OperationProperties: [
      { Name: 'IsThrottled', Value: 'False' },
      { Name: 'MailAccessType', Value: 'Sync' },
    ],
    Item: { ParentFolder: { Id: 'LgInbox', Name: 'Inbox', Path: 'Not Available' } },
    ...changes,
  };
}

/** The record without the members named. */
export function without(record: Record<string, unknown>, ...names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
