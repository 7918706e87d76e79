import { expect, test } from 'vitest';
import { expectWhole, isUsual, listStates } from './page-states.ts';
import { servePage } from './served-page.ts';

const shown = servePage();
const states = listStates(shown).filter((state) => !isUsual(state));

test('there are states to try', () => {
  expect(states.length).toBeGreaterThan(5);
});

test.each(states)('the state %s is complete at both widths, light and dark, and accessible', async (...state) =>
  expectWhole(shown, state),
);
