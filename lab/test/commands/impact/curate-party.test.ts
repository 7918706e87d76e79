import { beforeAll, expect, test } from 'vitest';
import { openNoticeDesk } from '../../notice/notice-desk.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

const desk = await openNoticeDesk(makeTemporaryFolder());
const party = (...words: readonly string[]) =>
  desk.type('party', ...words, '--why', 'by telephone', '--state', desk.state);

beforeAll(async () => {
  await desk.run();
});

test('the surviving party may be named by its domain, as everywhere', async () => {
  const merged = await party('merge', 'northwind.example', 'ternbank.example', '--json');
  expect(merged.code).toBe('done');
  expect(JSON.parse(merged.text)).toMatchObject({ act: { into: 'org-northwind', parties: ['ternbank.example'] } });
});

test.each([
  [['merge', 'nortwind.example', 'skagen-wind.example'], 'unknown-party', '"nortwind.example" is not a party'],
  [
    ['merge', 'org-northwind', 'ternbank.example'],
    'curation-refused',
    'ternbank.example is part of org-northwind already',
  ],
  [['merge', 'northwind.example', 'northwind.example'], 'curation-refused', 'cannot be merged into itself'],
  [
    ['split', 'stadtwerke-aue.example', 'northwind-gas.example', 'x.stadtwerke-aue.example'],
    'curation-refused',
    'northwind-gas.example is of org-northwind; choose a new id',
  ],
])('`party %j` is refused: %s', async (words, code, text) => {
  const refused = await party(...words);
  expect([refused.code, refused.text]).toEqual([code, expect.stringContaining(text)]);
});

test('an id may be a domain of the split party', async () => {
  expect((await party('split', 'org-northwind', 'northwind-gas.example', 'northwind-gas.example')).code).toBe('done');
});

test.each([
  ['contact', ['party', 'contact', 'stadtwerke-aue.example']],
  ['contacts curate', ['contacts', 'curate', 'stadtwerke-aue.example']],
])('`%s` explains how to undo it, and that no notice goes to a contact without an address', async (_, words) => {
  const said = async (contact: string) =>
    (await desk.type(...words, contact, '--why', 'their site', '--state', desk.state)).text;
  const usable = await said('it@stadtwerke-aue.example');
  expect(usable).toMatch(/^Recorded as \d+: it@stadtwerke-aue\.example is a contact of .*\ncandor party undo \d+ /);
  expect(usable).not.toContain('not a mail address');
  expect(await said('it@stadtwerke')).toContain('It is not a mail address, so no notice goes there.');
});
