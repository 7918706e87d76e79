import type { ControlAttachment } from './control-attachments.ts';
import { makeMsg } from './control-msg.ts';
import { makeDoc, makePpt, makeXls } from './control-office-97.ts';
import { makeTnef } from './control-tnef.ts';

const OF_UNKNOWN_TYPE = { type: 'application/octet-stream' } as const;

/** Forms of attachments of Outlook, and of Office before 2007. What writes compound files is large. */
export const OUTLOOK_ATTACHMENTS: readonly ControlAttachment[] = [
  { form: 'Word 97 attachment', ...OF_UNKNOWN_TYPE, name: 'letter.doc', make: makeDoc },
  { form: 'Excel 97 attachment', ...OF_UNKNOWN_TYPE, name: 'sheet.xls', make: (text) => makeXls([[text]]) },
  { form: 'PowerPoint 97 attachment', ...OF_UNKNOWN_TYPE, name: 'slides.ppt', make: makePpt },
  {
    form: 'attached Outlook item (.msg)',
    ...OF_UNKNOWN_TYPE,
    name: 'item.msg',
    make: (text) => makeMsg({ subject: 'Note', body: text, id: '<2@control.invalid>' }),
  },
  {
    form: 'winmail.dat',
    type: 'application/ms-tnef',
    name: 'winmail.dat',
    make: (text) => makeTnef('See below.', { name: 'notes.txt', content: Buffer.from(text) }),
  },
];
