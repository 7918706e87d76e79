import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInstant } from '@candor/core/base';
import type { MadeNotice } from '../made-site.ts';
import { compressRtf, entryList, type MadeItem, oneOff, type Properties, packHtml } from './made-item.ts';

const corpus = join(import.meta.dirname, '../../../../corpus/verification');
export const notice = JSON.parse(readFileSync(join(corpus, 'notice.json'), 'utf8')) as MadeNotice;
export const asSent = readFileSync(join(corpus, 'harmless/as-sent.eml'), 'utf8');
export const header = asSent.slice(0, asSent.indexOf('\r\n\r\n') + 2);
export const sender = 'Harbor Energy Incident Team';
export const address = 'notice@harbor.example';
export const answers = 'answers@harbor.example';
export const to = /^To: (.*)\r$/m.exec(header)?.[1] ?? '';
export const sent = readInstant(notice.issued) ?? 0;

export const recipient: Properties = {
  '0C150003': 1,
  '3001001F': to,
  '3002001F': 'SMTP',
  '3003001F': to,
  '39FE001F': to,
  '0FFF0102': oneOff(to, to),
};

/** The notice as Outlook saves it. */
export const untouched: MadeItem = {
  properties: {
    '001A001F': 'IPM.Note',
    '0037001F': notice.subject,
    '003D001F': '',
    '0E1D001F': notice.subject,
    '0070001F': notice.subject,
    '007D001F': header,
    '00390040': sent,
    '0E070003': 1,
    '00170003': 1,
    '0C1A001F': sender,
    '0C1E001F': 'SMTP',
    '0C1F001F': address,
    '5D01001F': address,
    '0C190102': oneOff(sender, address),
    '0042001F': sender,
    '0064001F': 'SMTP',
    '0065001F': address,
    '5D02001F': address,
    '00410102': oneOff(sender, address),
    '004F0102': entryList(oneOff(answers, answers)),
    '0050001F': answers,
    '0E04001F': to,
    '1000001F': notice.text.replaceAll('\n', '\r\n'),
    '10090102': compressRtf(packHtml(notice.html)),
    '10130102': Buffer.from(notice.html),
    '3FDE0003': 65001,
  },
  recipients: [recipient],
};

export const withProperties = (properties: Properties): MadeItem => ({
  ...untouched,
  properties: { ...untouched.properties, ...properties },
});
export const without = (...tags: readonly string[]): MadeItem => ({
  ...untouched,
  properties: Object.fromEntries(Object.entries(untouched.properties).filter(([tag]) => !tags.includes(tag))),
});
export const withRow = (properties: Properties): MadeItem => ({
  ...untouched,
  recipients: [{ ...recipient, ...properties }],
});
export const rtf = (words: string): MadeItem => withProperties({ '10090102': compressRtf(words) });
export const plainRtf = (before: string): string =>
  `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\\uc1\\pard\\plain\\f0\\fs24 ${before}${notice.text
    .replace(/[\\{}]/g, '\\$&')
    .replaceAll('\n', '\\par\r\n')
    .replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0)} ?`)}}`;
