import { afterAll, expect, test } from 'vitest';
import { openPress } from '../../src/adapters/typst.ts';
import { type Letter, printLetter } from '../../src/notice/letter.ts';

const press = openPress();
afterAll(() => press.close());
const madeAt = 1_003_600_000;

const letter: Letter = {
  language: 'de',
  sender: ['Harbor Energy', 'Quay 7, 1000 Harbor'],
  recipient: ['Stadtwerke Aue', 'Sicherheit', 'Hauptstraße 1', '00000 Aue'],
  day: '20. Oktober 2001',
  subject: 'Ihre E-Mails mit Harbor Energy wurden gestohlen',
  text: 'An Stadtwerke Aue\n\nZwischen dem 10. September und dem 14. Oktober hatte ein Eindringling Zugang.\n\nTun Sie jetzt\n 1. Ändern Sie die Passwörter.\n 2. Warnen Sie 18 Personen.',
  mark: '4F7K-9QRM',
};

test('the same letter gives the same bytes, and another time another file', () => {
  const first = Buffer.from(printLetter(press, letter, madeAt));
  expect(first.subarray(0, 5).toString()).toBe('%PDF-');
  expect(Buffer.from(printLetter(press, letter, madeAt)).equals(first)).toBe(true);
  expect(Buffer.from(printLetter(press, { ...letter, day: '21. Oktober 2001' }, madeAt)).equals(first)).toBe(false);
});

test.for([
  '#read("/etc/passwd")',
  '#panic()',
  '"] #pagebreak() [',
  '$x$ *b* _i_ `r` <label> @cite \\u{41}',
  '] ) } #include "x"',
  'a'.repeat(4000),
])('text of others is text, never a command: %s', (hostile) => {
  const pdf = printLetter(
    press,
    { ...letter, subject: hostile, recipient: [hostile], text: `${hostile}\n\n${hostile}\n 1. ${hostile}` },
    madeAt,
  );
  expect(pdf.length).toBeGreaterThan(1000);
});

test('a document can read no file', () => {
  expect(() => press.print('#read("/etc/hostname")', {}, madeAt)).toThrow();
  // The control: the same door prints what is no file.
  expect(press.print('#set document(title: "t"); #sys.inputs.at("a")', { a: 'x' }, madeAt).length).toBeGreaterThan(500);
});
