import { expect, test } from 'vitest';
import { makeLongMail, open, placeLongMail, project, quote, reveal, search } from './long-messages.ts';

const BYTES = 30 * 1024 * 1024;
const whole = <T>(value: T): readonly T[] => Array.from({ length: 5 }, () => value);

test('a message of 30 MiB is read to its end by each process', { timeout: 600_000 }, async () => {
  const mail = placeLongMail(makeLongMail(BYTES, 'attachment'));
  const found = await search(mail);
  const [place] = found[0]?.findings ?? [];
  if (place === undefined) throw new Error('nothing was found');
  // What nothing reads is named.
  expect(found).toEqual(whole({ unread: ['no-reader'], findings: [place] }));
  expect(await reveal(mail, place)).toEqual(whole({ is: 'shown', value: 'Copper-Weir-5' }));
  expect(await project(mail)).toEqual(whole(true));
  expect(await quote(mail)).toEqual(whole(true));
  for (const answer of await open(mail))
    expect(answer).toMatchObject({ is: 'read', about: ['portal password is copper'], isCut: false });
});

test('a text of 30 MiB is too large for searches, and each says so', { timeout: 600_000 }, async () => {
  const mail = placeLongMail(makeLongMail(BYTES, 'text'));
  expect(await search(mail)).toEqual(whole({ unread: ['too-large'], findings: [] }));
  for (const answer of await open(mail)) expect(answer).toMatchObject({ is: 'read', about: [], isCut: true });
  // Projecting it takes about as much memory as a reader may have: it is given whole, or named as not read.
  const projected = await project(mail).catch((cause: unknown) => String(cause));
  if (typeof projected === 'string') expect(projected).toContain('reading it took too much memory');
  else expect(projected).toEqual(whole(true));
});
