import { readAccessRow } from '@candor/core/evidence/audit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMailAccessScanner } from '../../../../src/evidence/audit/scan/mail-access-scanner.ts';
import { bind, runtime, sync } from '../fictional-access.ts';

/** What the plain reader says; undefined when the bytes are no JSON. */
function plain(text: string): unknown {
  try {
    const { row } = readAccessRow(JSON.parse(text), 1);
    return row.state === 'record' ? row.record : null;
  } catch {
    return undefined;
  }
}

const encode = (text: string) => new TextEncoder().encode(text);

/** The rows as one scanner reads them, each at an odd place among other bytes. */
function scanAll(texts: readonly string[]): unknown[] {
  const scanner = createMailAccessScanner(runtime);
  return texts.map((text) => {
    const bytes = encode(text);
    const around = new Uint8Array(bytes.length + 9).fill(0x22);
    around.set(bytes, 3);
    return scanner.scan(around, 3, 3 + bytes.length);
  });
}

const value = fc.constantFrom(
  '',
  ' ',
  'a',
  'B',
  'ü',
  'x"y',
  'a\\b',
  ' padded',
  '{5F2C-1}',
  '0',
  'True',
  'Bind',
  'Sync',
  '192.0.2.9:1',
  'H.Example',
  '2001-09-12T24:00:00',
  '2001-09-12T10:00:60',
);
const anything = fc.oneof(value, fc.nat(), fc.boolean(), fc.constant(null), fc.double(), fc.jsonValue({ maxDepth: 3 }));
const names = Object.keys({ ...bind('a'), ...sync('a') }).concat(
  'ObjectId',
  'MailboxOwnerSid',
  'AffectedItems',
  'Messages',
  'Folder',
  'CrossMailboxOperation',
  'DestMailboxGuid',
  'DestMailboxOwnerUPN',
  'ModifiedProperties',
  'ClientIP',
  'ActorIpAddress',
  'ClientAppId',
  'UniqueTokenId',
  'Extra',
  'AuditData',
  'Parameters',
  'OfficeId',
  'value',
);
const item = fc.record({ InternetMessageId: anything, Id: value, SizeInBytes: fc.nat() }, { requiredKeys: [] });
const folder = fc.record(
  { FolderItems: fc.oneof(fc.array(item, { maxLength: 4 }), anything), Id: anything, Path: value },
  { requiredKeys: [] },
);
/** Operations whose records look like a mail access, and list the same things by other rules. */
const operation = fc.constantFrom('MessageBind', 'AttachmentAccess', 'FolderBind', 'Move', 'Consent to application.');
const row = fc
  .tuple(
    fc.boolean(),
    fc.option(operation, { freq: 4 }),
    fc.dictionary(fc.constantFrom(...names), anything, { maxKeys: 3 }),
    fc.option(fc.array(folder, { maxLength: 3 })),
    fc.nat(4),
    fc.boolean(),
  )
  .map(([isBind, Operation, changes, Folders, OperationCount, isSpaced]) => {
    const record = {
      ...(isBind ? bind('a', { OperationCount, ...(Folders === null ? {} : { Folders }) }) : sync('a')),
      ...(Operation === null ? {} : { Operation }),
      ...changes,
    };
    const text = JSON.stringify(record);
    return isSpaced ? text.replaceAll('":', '": ').replaceAll(',"', ', "') : text;
  });

describe('the mail access scanner', () => {
  it('reads usual rows itself', () => {
    const rows = [
      bind('a'),
      bind('b'),
      sync('c'),
      bind('d', { UserId: 'bo@harbor.example', ClientIPAddress: '192.0.2.1' }),
      sync('e'),
    ];
    const texts = rows.map((record) => JSON.stringify(record));
    expect(scanAll(texts)).toEqual(texts.map(plain));
  });

  it("reads the owner's SID, also where it varies", () => {
    const rows = ['S-1-5-21-1', 'S-1-5-21-2', 'S-1-5-21-2'].map((MailboxOwnerSid, at) =>
      bind(`${at}`, { MailboxOwnerSid }),
    );
    const found = scanAll(rows.map((record) => JSON.stringify(record)));
    expect(found).toMatchObject(rows.map(({ MailboxOwnerSid }) => ({ mailboxOwnerSid: MailboxOwnerSid })));
  });

  it.each(['MessageBind', 'AttachmentAccess', 'FolderBind'])('leaves %s to the general reader', (Operation) => {
    const text = JSON.stringify(bind('a', { Operation }));
    expect(scanAll([JSON.stringify(bind('b')), text, text]).slice(1)).toEqual([null, null]);
  });

  const good = JSON.stringify(bind('a'));
  const goodSync = JSON.stringify(sync('a'));
  it.each([
    ['a mailbox GUID in braces', good.replace(/"MailboxGuid":"([^"]*)"/, '"MailboxGuid":"{$1}"')],
    ...['SessionId', 'AppId', 'ClientAppId'].map((name): [string, string] => [
      `${name} in braces`,
      JSON.stringify(bind('a', { [name]: '{AB}' })),
    ]),
    ['a letter beyond ASCII', good.replaceAll('ada@harbor.example', 'ädämär@harbor.example')],
    ['a control character', good.replace('ada@harbor', 'ada\u0001@harbor')],
    ['a member twice', good.replace('"UserType":0', '"UserType":0,"UserId":"bo@harbor.example"')],
    ['an hour of 24', good.replace('T10:00:00', 'T24:00:00')],
    ['a minute of 60', good.replace('T10:00:00', 'T10:60:00')],
    ['a second of 60', good.replace('T10:00:00', 'T10:00:60')],
    ['a day that is none', good.replace('2001-09-12', '2001-09-31')],
    ['an Item as text', goodSync.replace(/"Item":(\{.*?\}\})/, (_, item: string) => `"Item":${JSON.stringify(item)}`)],
    ['an Item cut off by depth', JSON.stringify(sync('a', { Item: '@{InternetMessageId=<x@a.example>; Id=1}' }))],
    ['Folders as text', good.replace(/"Folders":(\[.*\])/, (_, list: string) => `"Folders":${JSON.stringify(list)}`)],
    ['a padded id', good.replace('<a@harbor.example>', ' <a@harbor.example> ')],
    ['an id twice in an item', good.replace('"Id":"RgA"', '"InternetMessageId":"<c@harbor.example>"')],
    ['items twice in a folder', good.replace('"Id":"LgInbox"', '"Id":"LgInbox","FolderItems":[]')],
    ['a folder id twice', good.replace('"Id":"LgInbox"', '"Id":"LgInbox","Id":"LgOther"')],
    ['a count with an exponent', good.replace('"OperationCount":2', '"OperationCount":2e0')],
    ['a count with a fraction', good.replace('"OperationCount":2', '"OperationCount":2.5')],
    ['a size with an exponent', good.replace('"SizeInBytes":2', '"SizeInBytes":2e9')],
    ['a text after the end', `${good}x`],
    ['an escape that is none', good.replace('ViaProxy', 'Via\\xProxy')],
  ])('agrees with the general reader about a row with %s', (_, text) => {
    expect(text).not.toBe(good);
    expect(text).not.toBe(goodSync);
    for (const texts of [[text], [good, text], [goodSync, text], [text, good, text]]) {
      for (const [at, record] of scanAll(texts).entries()) {
        if (record !== null) expect(record).toEqual(plain(texts[at]!));
      }
    }
  });

  it('never differs from the general reader', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (texts) => {
        for (const [at, record] of scanAll(texts).entries()) {
          if (record !== null) expect(record).toEqual(plain(texts[at]!));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('does not accept invalid JSON', () => {
    const good = JSON.stringify(bind('a'));
    fc.assert(
      fc.property(
        fc.nat(good.length - 1),
        fc.constantFrom('', '"', '\\', '{', '}', '[', ']', ',', ':', '0', ' ', '\u0001', 'é', '\\u0041', '\n'),
        fc.boolean(),
        (at, bytes, isInserted) => {
          const changed = good.slice(0, at) + bytes + good.slice(isInserted ? at : at + 1);
          const [, record, again] = scanAll([good, changed, good]);
          if (record !== null) expect(record).toEqual(plain(changed));
          expect(again).toEqual(plain(good));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('continues after many rows that are not for it', () => {
    const strange = Array.from({ length: 6000 }, (_, at) => JSON.stringify(bind('a', { Operation: `Op${at}` })));
    const good = JSON.stringify(bind('b'));
    expect(
      scanAll([...strange, good, good])
        .slice(0, 6000)
        .every((record) => record === null),
    ).toBe(true);
  });
});
