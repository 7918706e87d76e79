import { expect, test } from 'vitest';
import { makeLongMail, open, placeLongMail, project, quote, reveal, search } from './long-messages.ts';

const MAIL = placeLongMail(makeLongMail(3 * 1024 * 1024, 'text'));
const PLACES = MAIL.wanted.length;

test('a message of 3 MiB is searched to its end in every container, and its value shown', async () => {
  const found = await search(MAIL);
  expect(found).toHaveLength(PLACES);
  const [place] = found[0]?.findings ?? [];
  if (place === undefined) throw new Error('nothing was found');
  for (const one of found) expect(one).toEqual({ unread: [], findings: [place] });
  const shown = await reveal(MAIL, place);
  expect(shown).toEqual(Array.from({ length: PLACES }, () => ({ is: 'shown', value: 'Copper-Weir-5' })));
});

test('and so is what releases, quotations and openings get', async () => {
  expect(await project(MAIL)).toEqual(Array.from({ length: PLACES }, () => true));
  expect(await quote(MAIL)).toEqual(Array.from({ length: PLACES }, () => true));
  for (const answer of await open(MAIL))
    expect(answer).toMatchObject({ is: 'read', subject: 'Long', about: ['portal password is copper'], isCut: false });
});
