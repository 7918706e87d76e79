import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isVcardText, readVcards } from '../../src/notice/contacts/read-vcards.ts';

const card = (version: string, ...lines: readonly string[]): string =>
  ['BEGIN:VCARD', `VERSION:${version}`, 'FN:Jo Berg', ...lines, 'END:VCARD', ''].join('\r\n');
const flaws = (text: string) => readVcards(text).problems.map(({ line, flaw }) => `${line} ${flaw}`);

test('each address of a card is a contact of its organization', () => {
  const text = `${card('4.0', 'ORG:Acme\\, Inc.;Security', 'EMAIL;PREF=1;TYPE=work:jo@ac', ' me.example', 'item1.EMAIL:mailto:ciso@acme.example', 'ROLE:security', 'LANG:de')}${card('3.0', 'EMAIL;TYPE=INTERNET:it@lamp.example')}`;
  expect(isVcardText(text)).toBe(true);
  expect(readVcards(text)).toEqual({
    contacts: [
      { line: 1, party: 'Acme, Inc.', contact: 'jo@acme.example', role: 'security', language: 'de' },
      { line: 1, party: 'Acme, Inc.', contact: 'ciso@acme.example', role: 'security', language: 'de' },
      { line: 11, party: '', contact: 'it@lamp.example', role: '', language: '' },
    ],
    open: 0,
    problems: [],
  });
});

test('accepts all line endings', () => {
  for (const end of ['\n', '\r', '\r\n']) {
    const text = card('3.0', 'EMAIL:it@lamp.example').replaceAll('\r\n', end);
    expect(readVcards(text).contacts).toMatchObject([{ contact: 'it@lamp.example' }]);
  }
});

test('an unusable card is a problem with its line and does not affect others', () => {
  const good = card('4.0', 'EMAIL:it@lamp.example');
  const bad = [
    [card('2.1', 'EMAIL;INTERNET:a@b.example'), 'old-card'],
    [card('4.0', 'EMAIL;TYPE="a:b@c'), 'bad-card'],
    [card('4.0', 'NOTE'), 'bad-card'],
    [card('4.0'), 'no-mail'],
    [card('4.0', 'EMAIL:\ufffd@b.example'), 'not-utf8'],
    ['BEGIN:VCARD\r\nVERSION:4.0\r\nEMAIL:a@b.example\r\n', 'bad-card'],
    ['between\r\n', 'bad-card'],
  ] as const;
  for (const [text, flaw] of bad) {
    const read = readVcards(`${good}${text}${good}`);
    expect([flaw, read.contacts.length, flaws(`${good}${text}${good}`)]).toEqual([flaw, 2, [`6 ${flaw}`]]);
  }
});

test('never throws on any file', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'BEGIN:VCARD',
      'END:VCARD',
      'VERSION:4.0',
      'EMAIL:a@b.example',
      'BEGIN:VEVENT',
      'END:VEVENT',
      ' folded',
      'ORG:;',
      'EMAIL;VALUE=DATE:x',
      'BDAY:yesterday',
      'LANG;X',
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const { contacts, problems } = readVcards(lines.join('\r\n'));
      expect(contacts.every(({ contact }) => typeof contact === 'string')).toBe(true);
      if (lines.some((text) => text.trim() !== '') && contacts.length === 0) expect(problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
