import { expect, test } from 'vitest';
import { openTypesetter } from '../../src/adapters/files/typst.ts';
import { type Letter, typesetLetter } from '../../src/notice/letters/letter.ts';
import { chooseForm } from '../../src/notice/letters/letter-form.ts';

test.for([
  [null, 'din-b'],
  ['Kai 7, 20457 Hamburg', 'din-b'],
  ['1200 Dock Road\nHouston, TX 77002\nUSA', 'us-10'],
  ['1200 Dock Road, Houston, TX 77002, United States of America', 'us-10'],
  ['1200 Dock Road, Houston, TX 77002, U.S.A.', 'us-10'],
  ['12 Medusa', 'din-b'],
] as const)('a sender in %j has envelopes of form %s', ([postal, form]) => {
  expect(chooseForm(postal)).toBe(form);
});

test('the signature has room for a hand, in the text or below it, and the footer counts the sheets', () => {
  const press = openTypesetter();
  const letter: Letter = {
    form: 'din-b',
    language: 'fr',
    sender: ['Harbor Energy', 'Quay 7'],
    contact: [],
    signatory: 'Ines Adler',
    title: 'Directrice',
    recipient: ['Northwind'],
    day: '20 octobre 2001',
    subject: 'Vos courriels',
    text: 'Un texte.\n',
    mark: '4F7K-9QRM',
  };
  const signed = { ...letter, text: 'Un texte.\n\nInes Adler, Directrice\nHarbor Energy\nQuay 7\n' };
  const at = (one: Letter) => typesetLetter(press, one).find('signature');
  expect(at(letter)).toEqual([['Ines Adler, Directrice', 'Harbor Energy']]);
  expect(at(signed)).toEqual([['Ines Adler, Directrice', 'Harbor Energy', 'Quay 7']]);
  expect(at({ ...letter, signatory: null })).toEqual([]);
  const unnamed = { ...letter, signatory: null, text: 'Un texte.\n\nHarbor Energy\nQuay 7\nQuestions : x\n' };
  expect(at(unnamed)).toEqual([['Harbor Energy', 'Quay 7', 'Questions : x']]);
  const long = typesetLetter(press, { ...letter, text: 'Un texte. '.repeat(800) });
  expect([long.pages, long.find('foot')]).toEqual([2, ['1 sur 2', '2 sur 2']]);
  press.close();
});

test('rewraps paragraphs and items, and keeps lines that are to be typed', () => {
  const press = openTypesetter();
  const text = `To check
  - Ask the DNS, and compare what it answers with the key that stands in
    this letter:
    dig TXT _candor.harbor.example
    key=f3a1-77c0-19be-0d42-8a5e-c6f1-3b90-e2d7
  - Type harbor.example/notice into your browser, and below it this code:
    0320-EJMD-T4A5-F6PY-45JA-FTSE-E6H7
  - First and last record of the intruder in the logs that we have here:
    10. September 2001
 10. The tenth.
`;
  const letter: Letter = {
    form: 'din-b',
    language: 'en',
    sender: ['Harbor'],
    contact: [],
    signatory: null,
    title: null,
    recipient: ['x'],
    day: '',
    subject: 's',
    text,
    mark: 'm',
  };
  expect(typesetLetter(press, letter).find('list')).toEqual([
    [
      [
        '- Ask the DNS, and compare what it answers with the key that stands in this letter:',
        'dig TXT _candor.harbor.example',
        'key=f3a1-77c0-19be-0d42-8a5e-c6f1-3b90-e2d7',
      ],
      ['- Type harbor.example/notice into your browser, and below it this code:', '0320-EJMD-T4A5-F6PY-45JA-FTSE-E6H7'],
      ['- First and last record of the intruder in the logs that we have here: 10. September 2001'],
      ['10. The tenth.'],
    ],
  ]);
  press.close();
});

test('a short line above a paragraph is a heading, also above another heading', () => {
  const press = openTypesetter();
  const text =
    'Details\nOne line.\n\nAll figures\nWhat changed\n894 emails are affected.\n\nA whole sentence.\nAnother one.\n';
  const letter: Letter = {
    form: 'us-10',
    language: 'en',
    sender: ['Harbor'],
    contact: [],
    signatory: null,
    title: null,
    recipient: ['x'],
    day: '',
    subject: 's',
    text,
    mark: 'm',
  };
  expect(typesetLetter(press, letter).find('heading')).toEqual(['Details', 'All figures', 'What changed']);
  press.close();
});
