import { readOutlookItem } from '@candor/core/evidence/outlook';
import { checkNotice, type NoticeAnswer } from '@candor/core/verify';
import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js';
import { type MadeNotice, type MadeSite, madeNow, runtime, tools } from '../made-site.ts';

/** A property of an item by its tag: id and type ([MS-OXPROPS], [MS-OXCDATA] section 2.11.1). */
export type Properties = Readonly<Record<string, Buffer | string | number | boolean>>;

/** What a .msg file is made of. */
export interface MadeItem {
  readonly properties: Properties;
  readonly recipients?: readonly Properties[];
  readonly attachments?: readonly Properties[];
  /** Named properties of PSETID_Common by number, in order from 8000. */
  readonly named?: readonly number[];
}

const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5];
const COMMON = Buffer.from('0820060000000000c000000000000046', 'hex');
/** 1601 to 1970 in milliseconds. */
const EPOCH_MS = 11_644_473_600_000n;
const READABLE_WRITABLE = 6;

const unicode = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** Writes a .msg file ([MS-OXMSG]). */
export function writeItem(item: MadeItem): Buffer {
  const entries: Entry[] = [{ name: 'Root Entry', type: ROOT, length: 0, children: [] }];
  const add = (parent: number, name: string, content: Buffer): void => {
    const at =
      entries.push({ name, type: DOCUMENT, length: content.length, binaryProvider: () => Uint8Array.from(content) }) -
      1;
    entries[parent]?.children?.push(at);
  };
  const addFolder = (name: string): number => {
    const at = entries.push({ name, type: DIRECTORY, length: 0, children: [] }) - 1;
    entries[0]?.children?.push(at);
    return at;
  };
  const addProperties = (folder: number, properties: Properties, head: Buffer): void => {
    const rows: Buffer[] = [head];
    for (const [tag, value] of Object.entries(properties)) {
      const row = Buffer.alloc(16);
      row.writeUInt32LE(Number.parseInt(tag, 16), 0);
      row.writeUInt32LE(READABLE_WRITABLE, 4);
      if (typeof value === 'number' && tag.endsWith('0040'))
        row.writeBigUInt64LE((BigInt(value) * 1000n + EPOCH_MS) * 10_000n, 8);
      else if (typeof value === 'number') row.writeInt32LE(value, 8);
      else if (typeof value === 'boolean') row.writeUInt16LE(value ? 1 : 0, 8);
      else {
        const content = Buffer.isBuffer(value)
          ? value
          : tag.endsWith('001E')
            ? Buffer.from(value, 'latin1')
            : unicode(value);
        row.writeUInt32LE(content.length, 8);
        add(folder, `__substg1.0_${tag}`, content);
      }
      rows.push(row);
    }
    add(folder, '__properties_version1.0', Buffer.concat(rows));
  };
  const { recipients = [], attachments = [], named = [] } = item;
  const head = Buffer.alloc(32);
  head.writeUInt32LE(recipients.length, 16);
  head.writeUInt32LE(attachments.length, 20);
  addProperties(0, item.properties, head);
  const number = (at: number): string => at.toString(16).padStart(8, '0').toUpperCase();
  for (const [at, row] of recipients.entries())
    addProperties(addFolder(`__recip_version1.0_#${number(at)}`), row, Buffer.alloc(8));
  for (const [at, row] of attachments.entries())
    addProperties(addFolder(`__attach_version1.0_#${number(at)}`), row, Buffer.alloc(8));
  const names = addFolder('__nameid_version1.0');
  add(names, '__substg1.0_00020102', COMMON);
  add(names, '__substg1.0_00030102', Buffer.concat(named.map(toNameRow)));
  add(names, '__substg1.0_00040102', Buffer.alloc(0));
  return Buffer.from(burn(entries));
}

function toNameRow(id: number, at: number): Buffer {
  const row = Buffer.alloc(8);
  row.writeUInt32LE(id, 0);
  row.writeUInt16LE(3 << 1, 4);
  row.writeUInt16LE(at, 6);
  return row;
}

/** A one-off entry ([MS-OXCDATA] section 2.2.5.1). */
export function oneOff(name: string, address: string): Buffer {
  const head = Buffer.from('00000000812b1fa4bea310199d6e00dd010f540200000190', 'hex');
  return Buffer.concat([head, unicode(`${name}\0SMTP\0${address}\0`)]);
}

/** A list of entries ([MS-OXCDATA] section 2.3.3). */
export function entryList(...entries: readonly Buffer[]): Buffer {
  const parts = entries.map((entry) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(entry.length, 0);
    return Buffer.concat([size, entry, Buffer.alloc((4 - (entry.length % 4)) % 4)]);
  });
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32LE(entries.length, 0);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

/** RTF with its header, compressed with literals alone ([MS-OXRTFCP]). */
export function compressRtf(rtf: string): Buffer {
  const content = Buffer.from(rtf, 'latin1');
  const runs: Buffer[] = [];
  for (let at = 0; at < content.length; at += 8) runs.push(Buffer.from([0]), content.subarray(at, at + 8));
  const body = Buffer.concat(runs);
  const head = Buffer.alloc(16);
  head.writeUInt32LE(body.length + 12, 0);
  head.writeUInt32LE(content.length, 4);
  head.write('LZFu', 8, 'latin1');
  return Buffer.concat([head, body]);
}

/** HTML in RTF as Outlook packs it ([MS-OXRTFEX]): tags for it, paragraphs for programs that show RTF. */
export function packHtml(html: string): string {
  const body = html.replace(/<title>[^<]*<\/title>|<[^>]*>|[^<]+/g, (piece) => {
    if (/^<\/(?:p|h\d|div)>/.test(piece)) return `{\\*\\htmltag8 ${toRtf(piece)}}\\htmlrtf \\par\r\n\\htmlrtf0 `;
    if (piece.startsWith('<br')) return `{\\*\\htmltag116 ${toRtf(piece)}}\\htmlrtf \\line\r\n\\htmlrtf0 `;
    if (piece.startsWith('<')) return `{\\*\\htmltag64 ${toRtf(piece)}}`;
    const written = piece.replace(/\s+/g, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    return written.trim() === '' ? `{\\*\\htmltag64 ${toRtf(piece)}}` : toRtf(written);
  });
  return `{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\fbidis \\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fnil\\fcharset2 Symbol;}}{\\colortbl\\red0\\green0\\blue0;\\red0\\green0\\blue255;}\\uc1\\pard\\plain\\deftab360 \\f0\\fs24 ${body}}`;
}

function toRtf(text: string): string {
  return text
    .replace(/[\\{}]/g, '\\$&')
    .replace(/\r?\n/g, '\\par ')
    .replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0)} ?`);
}

/** Checks a .msg file against the one notice of a site. */
export function checkOutlookFile(site: MadeSite, notice: MadeNotice, bytes: Uint8Array): Promise<NoticeAnswer> {
  return checkNotice(
    { ...tools, readOutlook: async (file) => readOutlookItem(runtime, file) },
    {
      isDomainGiven: true,
      code: site.code,
      domain: notice.domain,
      description: site.description,
      site: site.access,
      received: { kind: 'file', bytes },
      fingerprints: [site.fingerprint],
      now: madeNow,
    },
  );
}
