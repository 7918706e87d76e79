import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipText, MAX_LINE_CHARACTERS } from '../../src/ui/clip-text.ts';
import { countRest } from '../../src/ui/react/filter/facet-sum.ts';
import { ALL_SELECTED, countSelected, isSelected, NOTHING_SELECTED, toggleSelected } from '../../src/ui/selection.ts';

const ROWS = Array.from({ length: 30 }, (_, place) => `p${place}`);

test('the count of a selection is the number of its rows, on whatever page they are', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(fc.constantFrom(...ROWS)), (isAll, toggled) => {
      const selection = toggled.reduce(toggleSelected, isAll ? ALL_SELECTED : NOTHING_SELECTED);
      expect(countSelected(selection, ROWS.length)).toBe(ROWS.filter((row) => isSelected(selection, row)).length);
    }),
  );
});

test('what was left out of all may not match any more: then the number is not known', () => {
  const selection = ['p1', 'p2', 'p3'].reduce(toggleSelected, ALL_SELECTED);
  expect(countSelected(selection, 3)).toBe(0);
  expect(countSelected(selection, 2)).toBeNull();
});

test('members of a facet and its rest sum to the total; more than the total is a fault', () => {
  const members = [{ count: 38 }, { count: 11 }];
  expect(countRest(members, 50)).toBe(1);
  expect(countRest(members, 49)).toBe(0);
  expect(() => countRest(members, 48)).toThrow('49 of 48');
});

test('a foreign text stays in its line, is cut between characters and is otherwise itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clipped = clipText(text, 20);
      expect(clipped).not.toMatch(/[\n\r\u2028\u2029]/);
      expect(clipped.length).toBeLessThanOrEqual(21);
      expect(clipped.isWellFormed()).toBe(true);
    }),
  );
  expect(clipText(`${'a'.repeat(19)}😀`, 20)).toBe(`${'a'.repeat(19)}…`);
  expect(clipText('a'.repeat(200_000))).toHaveLength(MAX_LINE_CHARACTERS + 1);
  expect(clipText('Delta Water KK')).toBe('Delta Water KK');
});
