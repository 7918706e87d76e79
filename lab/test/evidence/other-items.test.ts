import { gzipSync } from 'node:zlib';
import { createListedItemCounter } from '@candor/core/evidence/container';
import { describe, expect, it } from 'vitest';
import { addOtherItems } from '../../src/evidence/other-items.ts';
import { makeFolder, makeMessage, makeZip, take } from './evidence-kit.ts';

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT\r\nSUMMARY:Berth 4\r\nEND:VEVENT',
  'BEGIN:VEVENT\r\nSUMMARY:BEGIN:VEVENT\r\nEND:VEVENT',
  'begin:vtodo \r\nEND:VTODO',
  'BEGIN:VJOURNAL\r\nEND:VJOURNAL',
  'END:VCALENDAR',
].join('\r\n');
const CONTACTS = 'BEGIN:VCARD\nFN:Ann Okafor\nEND:VCARD\n'.repeat(3);

describe('items that are not mail', () => {
  it('are counted by kind in calendar and contact files, also packed, and are not copies', async () => {
    const files = {
      'a.eml': makeMessage(1),
      'calendar.ics': CALENDAR,
      'contacts.vcf.gz': gzipSync(CONTACTS),
      'takeout.zip': makeZip([
        { name: 'Contacts/all.vcf', content: `\ufeff${CONTACTS}` },
        { name: 'Calendar/x.ics', content: CALENDAR },
      ]),
    };
    const { copies, items, problems } = await take(makeFolder(files));
    expect(addOtherItems(items.map(({ account }) => account.others))).toEqual({
      calendar: 4,
      contact: 6,
      task: 2,
      note: 0,
      journal: 2,
      other: 0,
    });
    expect(copies).toHaveLength(1);
    expect(problems.every(({ weight }) => weight === 'note')).toBe(true);
    expect(problems.find(({ place }) => place === 'mail/calendar.ics')?.text).toContain('4 items');
  });

  it.each([1, 2, 3, 7, 64])('are counted the same in chunks of %i bytes', (size) => {
    const counter = createListedItemCounter((bytes) => Buffer.from(bytes).toString('latin1'));
    const bytes = Buffer.from(`${CALENDAR}\r\nX:${'y'.repeat(300)}BEGIN:VEVENT\nBEGIN:VEVENT`);
    for (let at = 0; at < bytes.length; at += size) counter.write(bytes.subarray(at, at + size));
    expect(counter.end()).toEqual({ vevent: 3, vtodo: 1, vjournal: 1, vcard: 0 });
  });
});
