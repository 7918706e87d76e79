import type { ExportWords } from '../export-words.ts';

export const english: ExportWords = {
  title: ['Save {n} message', 'Save {n} messages'],
  lead: 'The bytes of each message are those that candor open writes.',
  chooseKind: 'As',
  kinds: {
    mbox: { name: 'mbox', hint: 'one file that mail programs import' },
    'eml-zip': { name: 'EML in a zip', hint: 'one file a message, with a table of them' },
    csv: { name: 'CSV', hint: 'the table alone, for a spreadsheet; no message text' },
    json: { name: 'JSON', hint: 'the table alone, for a program; no message text' },
  },
  recorded: 'Each message that is fetched for it stands in the record of accesses, which your nominator reads.',
  unsealed:
    'The file is not encrypted. Keep it where you would keep the mail itself. Passwords and keys stand in it unmasked.',
  save: ['Save {n} message', 'Save {n} messages'],
  saving: '{done} of {n}',
  cancel: 'Stop',
  cancelled: 'Stopped. No file was left behind.',
  failed: 'Not saved: {flaw} No file was left behind; try again.',
  done: ['{n} message saved, {bytes} bytes.', '{n} messages saved, {bytes} bytes.'],
  digest: 'SHA-256 of the file',
  missing: [
    '{n} message could not be opened and is not in it: damaged or missing at the portal. Its id stands below.',
    '{n} messages could not be opened and are not in it: damaged or missing at the portal. Their ids stand below.',
  ],
  nothing: 'No message matches, so there is nothing to save.',
  open: 'Save…',
  diskFull: 'The disk or the browser refused to keep the file.',
};
