import { afterAll, expect, test } from 'vitest';
import { openTypesetter } from '../../src/adapters/files/typst.ts';
import { type Letter, typesetLetter } from '../../src/notice/letters/letter.ts';

const press = openTypesetter();
afterAll(() => press.close());
const madeAt = 1_003_600_000;

const letter: Letter = {
  form: 'din-b',
  language: 'de',
  sender: ['Harbor Energy', 'Quay 7, 1000 Harbor'],
  contact: ['privacy@harbor.example'],
  signatory: null,
  title: null,
  recipient: ['Stadtwerke Aue', 'Sicherheit', 'Hauptstraße 1', '00000 Aue'],
  day: '20. Oktober 2001',
  subject: 'Ihre E-Mails mit Harbor Energy wurden gestohlen',
  text: 'An Stadtwerke Aue\n\nZwischen dem 10. September und dem 14. Oktober hatte ein Eindringling Zugang.\n\nTun Sie jetzt\n 1. Ändern Sie die Passwörter.\n 2. Warnen Sie 18 Personen.',
  mark: '4F7K-9QRM',
};

test('the same letter gives the same bytes, and another time another file', () => {
  const print = (one: Letter) => Buffer.from(typesetLetter(press, one).toPdf(madeAt));
  const first = print(letter);
  expect(first.subarray(0, 5).toString()).toBe('%PDF-');
  expect(print(letter).equals(first)).toBe(true);
  expect(print({ ...letter, day: '21. Oktober 2001' }).equals(first)).toBe(false);
});

test.for([
  '#read("/etc/passwd")',
  '#panic()',
  '"] #pagebreak() [',
  '$x$ *b* _i_ `r` <label> @cite \\u{41}',
  '] ) } #include "x"',
  'a'.repeat(4000),
])('foreign text is text, never a command: %s', (hostile) => {
  const text = `${hostile}\n\n${hostile}\n 1. ${hostile}`;
  const typeset = typesetLetter(press, { ...letter, subject: hostile, recipient: [hostile], signatory: hostile, text });
  expect(typeset.toPdf(madeAt).length).toBeGreaterThan(1000);
});

test('a document can read no file', () => {
  expect(() => press.typeset('#read("/etc/hostname")', {})).toThrow('does not compile');
  // The control: the same door prints what is no file.
  expect(
    press.typeset('#set document(title: "t"); #sys.inputs.at("a")', { a: 'x' }).toPdf(madeAt).length,
  ).toBeGreaterThan(500);
});
