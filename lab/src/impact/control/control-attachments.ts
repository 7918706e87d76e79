import { gzipSync } from 'node:zlib';
import { makeStoredZip } from './stored-zip.ts';

/** One form of attachment, as a part of a message. */
export interface ControlAttachment {
  /** What a sentence calls it. */
  readonly form: string;
  readonly type: string;
  readonly name: string;
  readonly make: (text: string) => Buffer;
}

/** Each form that the search reads; `message/rfc822` is made by the message itself. */
export const CONTROL_ATTACHMENTS: readonly ControlAttachment[] = [
  { form: 'text attachment', type: 'application/octet-stream', name: 'notes.txt', make: (text) => Buffer.from(text) },
  { form: 'CSV attachment', type: 'text/csv', name: 'list.csv', make: (text) => Buffer.from(`note\n"${text}"\n`) },
  { form: 'PDF attachment', type: 'application/pdf', name: 'page.pdf', make: makePdf },
  { form: 'Word attachment', type: 'application/octet-stream', name: 'letter.docx', make: makeDocx },
  { form: 'Excel attachment', type: 'application/octet-stream', name: 'sheet.xlsx', make: makeXlsx },
  {
    form: 'attachment of unknown form',
    type: 'application/octet-stream',
    name: 'id_rsa',
    make: (text) => Buffer.from(text),
  },
  {
    form: 'gzip attachment',
    type: 'application/gzip',
    name: 'notes.txt.gz',
    make: (text) => gzipSync(text),
  },
  {
    form: 'vCard attachment',
    type: 'text/vcard',
    name: 'contact.vcf',
    make: (text) => Buffer.from(`BEGIN:VCARD\r\nVERSION:4.0\r\nNOTE:${escapeCard(text)}\r\nEND:VCARD\r\n`),
  },
  {
    form: 'iCalendar attachment',
    type: 'text/calendar',
    name: 'call.ics',
    make: (text) =>
      Buffer.from(
        `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION:${escapeCard(text)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
      ),
  },
  { form: 'RTF attachment', type: 'application/rtf', name: 'letter.rtf', make: makeRtf },
  {
    form: 'zip attachment',
    type: 'application/zip',
    name: 'files.zip',
    make: (text) => makeStoredZip([{ name: 'inside.txt', content: Buffer.from(text) }]),
  },
];

/** One page with one line (ISO 32000-1, 7.5). */
function makePdf(text: string): Buffer {
  const stream = `BT /F1 12 Tf 72 720 Td (${text.replaceAll(/[\\()]/g, '\\$&')}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`, 'latin1');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Folded too (RFC 6350, 3.2 and 3.4). */
function escapeCard(text: string): string {
  return text.replaceAll(/[\\,;]/g, '\\$&').replaceAll(/.{10}/g, '$&\r\n ');
}

function makeDocx(text: string): Buffer {
  const body = `<w:p><w:r><w:t>${escapeXml(text)}</w:t></w:r></w:p>`;
  const document = `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`;
  return makeStoredZip([{ name: 'word/document.xml', content: Buffer.from(document) }]);
}

function makeXlsx(text: string): Buffer {
  const cell = `<c r="A1" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;
  const sheet = `<worksheet xmlns="${SHEET}"><sheetData><row r="1">${cell}</row></sheetData></worksheet>`;
  return makeStoredZip([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.from(sheet) }]);
}

function makeRtf(text: string): Buffer {
  return Buffer.from(`{\\rtf1\\ansi ${text.replaceAll(/[\\{}]/g, '\\$&')}\\par}`);
}
