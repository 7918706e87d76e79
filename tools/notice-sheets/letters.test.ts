import { LANGUAGES } from '@candor/core/notice/text';
import { afterAll, describe, expect, test } from 'vitest';
import { openTypesetter } from '../../lab/src/adapters/files/typst.ts';
import { typesetLetter } from '../../lab/src/notice/letters/letter.ts';
import { FORM_MEASURES, LETTER_FORMS, type PaperBox } from '../../lab/src/notice/letters/letter-form.ts';
import { toSheetLetter } from './letters.ts';
import { listSheetNotices } from './notices.ts';

const press = openTypesetter();
afterAll(() => press.close());
const notices = listSheetNotices();
const isInside = (inner: PaperBox, outer: PaperBox): boolean =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.left + inner.width <= outer.left + outer.width &&
  inner.top + inner.height <= outer.top + outer.height;
const HARD: readonly (readonly string[])[] = [
  Array.from({ length: 8 }, (_, line) => `${line} ${'Long Name of a House and Street '.repeat(3)}`.slice(0, 80)),
  ['W'.repeat(80), 'M'.repeat(80), 'x'],
  ['x'],
];

test('there are 12 notices in each language to look at', () => {
  expect(new Set(notices.map(({ name }) => name)).size).toBe(12 * LANGUAGES.length);
});

describe.each(LETTER_FORMS)('letters of form %s', (form) => {
  const { window, longAddress } = FORM_MEASURES[form];

  test.each(notices.map((notice) => [notice.name, notice] as const))(
    '%s: address in the window, at most two pages',
    (_, notice) => {
      const letter = typesetLetter(press, toSheetLetter(notice, form));
      // Smaller letters are hard to read.
      expect(letter.find('size')[0]).toBeGreaterThanOrEqual(8.5);
      expect(letter.pages).toBeLessThanOrEqual(2);
      const boxes = [...letter.find('address'), ...letter.find('sender')] as (PaperBox & { page: number })[];
      expect(boxes.length).toBe(form === 'din-b' ? 2 : 1);
      expect(boxes.map((box) => [box, box.page === 1 && isInside(box, window)])).toEqual(
        boxes.map((box) => [box, true]),
      );
      // The address and the line of the sender do not meet, and the text begins below the window.
      const [address, sender] = boxes;
      if (address !== undefined && sender !== undefined) expect(sender.top + sender.height).toBeLessThan(address.top);
      const [body] = letter.find('body') as { page: number; top: number }[];
      expect(body?.page).toBe(1);
      expect(body?.top).toBeGreaterThan(window.top + window.height);
    },
  );

  test('an address of eight long lines, or with unbreakable words, stays in the window', () => {
    const [notice] = notices;
    if (notice === undefined) throw new Error('there is a notice');
    for (const recipient of HARD) {
      const letter = typesetLetter(press, { ...toSheetLetter(notice, form), recipient });
      const [address] = letter.find('address') as PaperBox[];
      expect([recipient[0], address !== undefined && isInside(address, window)]).toEqual([recipient[0], true]);
      expect(address !== undefined && isInside(address, { ...longAddress, height: longAddress.height + 0.01 })).toBe(
        true,
      );
    }
  });
});
