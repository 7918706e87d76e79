import { makeCompound } from './compound-file.ts';

const MESSAGE_CLASS = 0x001a;
const SUBJECT = 0x0037;
const BODY = 0x1000;
const MESSAGE_ID = 0x1035;
const UNICODE = 0x001f;
/** Readable and writable (MS-OXMSG 2.4.2.2). */
const FLAGS = 6;
const HEADER_BYTES = 32;
const ENTRY_BYTES = 16;

/** An Outlook item with a body (MS-OXMSG 2.1 to 2.4). */
export function makeMsg({
  subject,
  body,
  id,
}: {
  readonly subject: string;
  readonly body: string;
  readonly id: string;
}): Buffer {
  const texts: readonly (readonly [number, string])[] = [
    [MESSAGE_CLASS, 'IPM.Note'],
    [SUBJECT, subject],
    [BODY, body],
    [MESSAGE_ID, id],
  ];
  const properties = Buffer.alloc(HEADER_BYTES + texts.length * ENTRY_BYTES);
  for (const [at, [property, text]] of texts.entries()) {
    const place = HEADER_BYTES + at * ENTRY_BYTES;
    properties.writeUInt16LE(UNICODE, place);
    properties.writeUInt16LE(property, place + 2);
    properties.writeUInt32LE(FLAGS, place + 4);
    properties.writeUInt32LE(text.length * 2 + 2, place + 8);
  }
  const streams: readonly (readonly [string, Buffer])[] = [
    ['__properties_version1.0', properties],
    ...texts.map(([property, text]): [string, Buffer] => [
      `__substg1.0_${property.toString(16).padStart(4, '0').toUpperCase()}001F`,
      Buffer.from(text, 'utf16le'),
    ]),
  ];
  return makeCompound(streams);
}
