import { toSeconds } from '../instant.ts';
import { type Letter, writeLetter } from '../letter.ts';
import type { PlacedCopy } from '../mailbox.ts';
import { type Custodian, personOf } from './cast.ts';
import { toAddress } from './correspondence.ts';

const PLAIN: Omit<Letter, 'id' | 'sent' | 'from' | 'to' | 'subject' | 'text'> = {
  zoneHours: 0,
  cc: [],
  bcc: [],
  inReplyTo: null,
  references: [],
  fields: [],
  charset: 'us-ascii',
  transfer: '7bit',
  html: null,
  attachments: [],
  forwarded: null,
};

/** Letters that were never sent: flag D in the Maildir, the folder of FolderType Drafts elsewhere. */
export function toDrafts(custodian: Custodian): readonly PlacedCopy[] {
  const drafts: Readonly<Record<string, readonly [string, string, string]>> = {
    'okafor-a': ['marsh', 'Tariff', 'Elin, between us: we would have taken year three. (not sent)'],
    'lindqvist-s': ['sable', 'The test tenant', 'Irene, I fear I left a door open. (not sent)'],
    'moreau-c': ['teal', 'Settlement', 'Dear Mr Teal, 1.35 and we are done. (not sent)'],
    'tanaka-y': ['kitano', 'Credit', 'Draft of the letter about boil-off. (not sent)'],
  };
  const draft = drafts[custodian.name];
  if (draft === undefined) return [];
  const [to, subject, text] = draft;
  const sent = toSeconds('2001-10-06T17:30:00Z');
  const from = toAddress(custodian.person);
  const letter: Letter = {
    ...PLAIN,
    id: `<draft.${custodian.name}@harbor.example>`,
    sent,
    from,
    to: [toAddress(to)],
    subject,
    text,
    charset: 'utf-8',
    transfer: '8bit',
  };
  return [
    {
      folder: custodian.drafts.path,
      name: `draft-${to}`,
      arrived: sent,
      flags: 'DS',
      labels: null,
      bytes: writeLetter(letter),
    },
  ];
}

/** Copies that no rule can clear or that a reader trips over: no Message-ID, a repeated one, no date. */
export function toOddities(custodian: Custodian): readonly PlacedCopy[] {
  if (custodian.name === 'okafor-a') return [toPostcard(custodian), ...toTwins(custodian)];
  if (custodian.name === 'lindqvist-s') return [toScan(custodian)];
  return [];
}

/** From a kiosk that writes no Message-ID: such a copy is never cleared. */
function toPostcard(custodian: Custodian): PlacedCopy {
  const sent = toSeconds('2001-09-29T12:00:00Z');
  const letter: Letter = {
    ...PLAIN,
    id: null,
    sent,
    from: toAddress('varela'),
    to: [toAddress(custodian.person)],
    subject: 'Thank you',
    text: 'Your Mr Costa was very kind to me. Please tell him.\n\nInes Varela',
  };
  return {
    folder: 'Crew & Café',
    name: 'postcard',
    arrived: sent + 40,
    flags: 'S',
    labels: null,
    bytes: writeLetter(letter),
  };
}

/** Two different letters of a broken gateway with one Message-ID, and a filed copy of the first. */
function toTwins(custodian: Custodian): readonly PlacedCopy[] {
  const id = '<0000.fax@gateway.invalid>';
  const base = { ...PLAIN, id, from: toAddress('fax'), to: [toAddress(custodian.person)] };
  const first: Letter = {
    ...base,
    sent: toSeconds('2001-09-20T10:00:00Z'),
    subject: 'Fax, 1 page',
    text: 'Tern Bank: the committee agrees to the Quay 7 loan.',
  };
  const second: Letter = {
    ...base,
    sent: toSeconds('2001-09-22T10:00:00Z'),
    subject: 'Fax, 2 pages',
    text: 'Menu of the harbour inn, week 39.',
  };
  const at = (letter: Letter, folder: string, name: string, late: number): PlacedCopy => ({
    folder,
    name,
    arrived: letter.sent + late,
    flags: 'S',
    labels: null,
    bytes: writeLetter(letter),
  });
  return [
    at(first, 'INBOX', 'fax-1', 5),
    at(first, 'Projects/Quay 7', 'fax-1-filed', 900),
    at(second, 'Board', 'fax-2', 5),
  ];
}

/** The scanner knows no time: no Date, no Received. */
function toScan(custodian: Custodian): PlacedCopy {
  const person = personOf(custodian.person);
  const text = `From: Scanner <scanner@harbor.example>\nTo: ${person.address}\nSubject: Scan\nMessage-ID: <scan-17@harbor.example>\nMIME-Version: 1.0\nContent-Type: text/plain\n\nOne page, see the tray.\n`;
  return {
    folder: 'Inkorgen',
    name: 'scan-17',
    arrived: 0,
    flags: '',
    labels: null,
    bytes: Buffer.from(text, 'latin1'),
  };
}
