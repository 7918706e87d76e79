import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeContacts, readContactCsv } from '@candor/core/notice/contact';
import { toHarmlessCell } from '@candor/core/review/opened';
import { beforeEach, expect, test, vi } from 'vitest';
import { toContactList } from '../../src/commands/notice/contacts.ts';
import { countContacts, importContacts, showContacts } from '../opened-commands.ts';
import { know, openLampDesk } from './lamp-desk.ts';
import type { NoticeDesk } from './notice-desk.ts';

let desk: NoticeDesk;
const type = (...words: readonly string[]) => desk.type('contacts', ...words, '--state', desk.state);
const order = { by: 'Ines', why: 'a list', dryRun: false, rest: false, replace: false };
const write = (name: string, ...lines: readonly string[]): string => {
  const path = join(desk.folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};
const named = async (party: string): Promise<readonly string[]> => {
  const { ladder } = await showContacts(desk.state, party);
  return ladder.steps.flatMap(({ rung, contacts }) =>
    rung === 'directory' ? contacts.map(({ address }) => address) : [],
  );
};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  desk = await openLampDesk('jo@acme.example', 'ed@lamp.example', 'al@tern.example');
  know(desk, 'acme.example,org-acme,organization,Acme,ciso@acme.example');
  await desk.run();
  return () => vi.useRealTimers();
});

test('parties with only guessed contacts are counted, exported, filled in and read back', async () => {
  expect(await countContacts(desk.state)).toMatchObject({
    parties: 3,
    trust: { named: 1, own: 0, guessed: 2, none: 0 },
  });
  expect((await type()).text).toMatch(/^2 of 3 parties have guessed contacts only\n/);
  const path = join(desk.folder, 'to-fill-in.csv');
  expect((await type('export', '--guessed', '--out', path)).text).toContain('2 of 3 parties to notify in');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  // Nothing filled in: nothing is imported, and nothing is a problem.
  expect(await importContacts(desk.state, { ...order, file: path })).toMatchObject({
    contacts: 0,
    open: 2,
    problems: [],
  });
  const list = readFileSync(path, 'utf8');
  expect(list).toContain('security@lamp.example');
  writeFileSync(path, list.replace('lamp.example,,,,', 'lamp.example,dpo@lamp.example,privacy,de,'));
  expect(await importContacts(desk.state, { ...order, file: path })).toMatchObject({
    contacts: 1,
    parties: 1,
    open: 1,
  });
  expect(await named('lamp.example')).toEqual(['dpo@lamp.example']);
  expect(await countContacts(desk.state)).toMatchObject({
    trust: { named: 2, guessed: 1 },
    unnamed: [{ party: 'tern.example' }],
  });
});

test("any party's row is read back and starts no formula", () => {
  const ids = [
    '=HYPERLINK("http://evil.example")',
    '+1',
    '-1',
    '@SUM(A1)',
    'a;=1+1',
    'say "hi", twice',
    "'quoted",
    'lamp.example',
  ];
  for (const id of ids) {
    const text = toContactList([{ party: id, name: id, messages: 1, guessed: [`security@${id}`] }]);
    expect(text).not.toMatch(/(?:^|[,;\t\n])"?[=+@-]/);
    const { contacts } = readContactCsv(text.replace(',,,,', ',ciso@law.example,,,'));
    const party = { party: id, name: id, kind: 'organization' as const, mergedIds: [], domains: [], addresses: [] };
    const judged = judgeContacts(contacts, {
      parties: [party],
      toCell: toHarmlessCell,
      consumerDomains: new Set(),
      findUnusable: () => null,
    });
    expect([id, judged.contacts[0]?.party, judged.problems]).toEqual([id, id, []]);
  }
});

test('an import replaces earlier imports of the same parties, or all of them on request', async () => {
  await importContacts(desk.state, {
    ...order,
    file: write('a.csv', 'party,contact', 'lamp.example,a@lamp.example', 'tern.example,a@tern.example'),
  });
  const second = write('b.csv', 'party,contact', 'lamp.example,b@lamp.example');
  expect(await importContacts(desk.state, { ...order, dryRun: true, file: second })).toMatchObject({
    contacts: 1,
    isWritten: false,
  });
  expect(await named('lamp.example')).toEqual(['a@lamp.example']);
  expect(await importContacts(desk.state, { ...order, file: second })).toMatchObject({ replaced: 1, isWritten: true });
  expect([await named('lamp.example'), await named('tern.example')]).toEqual([['b@lamp.example'], ['a@tern.example']]);
  await importContacts(desk.state, { ...order, replace: true, file: second });
  expect(await named('tern.example')).toEqual([]);
});

test('one bad row rejects the whole file, or only that row on request', async () => {
  const file = write(
    'c.csv',
    'party,contact',
    'lamp.example,a@lamp.example',
    'tern.example,a@acme.example',
    'tern.example,=1+1',
  );
  const refused = await type('import', file, '--why', 'a list');
  expect(refused.code).toBe('invalid-contacts');
  expect(refused.text).toMatch(
    /c\.csv:3: "a@acme\.example" belongs to "org-acme".*\n.*c\.csv:4: "=1\+1" is not a usable mail address/,
  );
  expect(refused.text).toContain('Nothing was imported, also not the 1 contact without a problem.');
  expect(await named('lamp.example')).toEqual([]);
  const looked = await type('import', file, '--dry-run', '--json');
  expect(process.exitCode).toBe(3);
  process.exitCode = undefined;
  expect(JSON.parse(looked.text)).toMatchObject({
    contacts: 1,
    isWritten: false,
    problems: [
      { line: 3, flaw: 'other-party' },
      { line: 4, flaw: 'no-address' },
    ],
  });
  expect(await named('lamp.example')).toEqual([]);
  const rest = await type('import', file, '--rest', '--why', 'a list');
  process.exitCode = undefined;
  expect(rest.text).toContain('1 contact of 1 party imported.');
  expect(rest.text).toContain('2 rows have a problem and were left out.');
  expect(await named('lamp.example')).toEqual(['a@lamp.example']);
});

test("a person's decision about an address also applies to a list", async () => {
  await type('curate', 'lamp.example', 'old@lamp.example', '--withdraw', '--why', 'left');
  const file = write(
    'd.csv',
    'party,contact',
    'lamp.example,old@lamp.example',
    'lamp.example,ann@harbor.example',
    'lamp.example,noreply@lamp.example',
  );
  const { problems } = await importContacts(desk.state, { ...order, dryRun: true, file });
  expect(problems.map(({ flaw }) => flaw)).toEqual(['withdrawn', 'internal', 'nobody-reads-it']);
});

test('vCards are imported by the same rules', async () => {
  const cards = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'FN:Jo',
    'EMAIL:jo@lamp.example',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:3.0',
    'ORG:Acme',
    'FN:Ed',
    'EMAIL:ed@tern.example',
    'END:VCARD',
  ];
  const file = write('e.vcf', ...cards);
  expect(await importContacts(desk.state, { ...order, rest: true, file })).toMatchObject({
    format: 'vcard',
    contacts: 1,
    problems: [{ line: 6, flaw: 'other-party' }],
  });
  expect(await named('lamp.example')).toEqual(['jo@lamp.example']);
});
