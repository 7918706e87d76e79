import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type NoticeDesk, openNoticeDesk } from '../notice/notice-desk.ts';
import { listDecisions } from '../opened-commands.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

let desk: NoticeDesk;

const type = async (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
const last = async () => (await listDecisions(desk.state)).decisions.at(-1);
const sign = (name = 'Ines Adler') => ['--as', name, '--key', desk.key(name), '--passphrase-file', desk.passphraseFile];

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
});

describe('one command makes one document, with its reason, before and after', () => {
  const list = () => {
    const path = join(desk.folder, 'contacts.csv');
    writeFileSync(path, 'party,contact\nbluewater.test,security@bluewater.test\n');
    return path;
  };
  const CASES: readonly (readonly [act: string, words: () => readonly string[], row: object])[] = [
    [
      'findings.dismiss',
      () => ['findings', 'dismiss', '--kind', 'credential'],
      { what: 'findings: kind credential', after: { counted: 0 } },
    ],
    ['findings.undo', () => ['findings', 'undo', '1'], { before: 'in force', after: 'undone' }],
    [
      'party.kind',
      () => ['party', 'kind', 'bluewater.test', 'list'],
      { what: 'bluewater.test', before: 'organization', after: 'list' },
    ],
    ['party.undo', () => ['party', 'undo', '1'], { what: 'operation 1', before: 'in force', after: 'undone' }],
    [
      'party.merge',
      () => ['party', 'merge', 'gridwire.example', 'bluewater.test'],
      { what: 'bluewater.test', before: 'bluewater.test', after: 'gridwire.example' },
    ],
    [
      'do-not-contact.begin',
      () => ['do-not-contact', 'add', 'gridwire.example'],
      { what: 'gridwire.example', before: null },
    ],
    ['do-not-contact.end', () => ['do-not-contact', 'end', '1'], { what: 'gridwire.example', after: null }],
    ['delay.begin', () => ['delay', 'set', '--asked-by', 'Police'], { what: 'everybody', before: null }],
    ['delay.end', () => ['delay', 'end', '2'], { what: 'everybody', after: null }],
    ['party.undo', () => ['party', 'undo', '3'], { what: 'operation 3' }],
    [
      'contacts.import',
      () => ['contacts', 'import', list()],
      { what: 'bluewater.test', before: null, after: ['security@bluewater.test'] },
    ],
    [
      'party.contact',
      () => ['contacts', 'curate', 'bluewater.test', 'it@bluewater.test'],
      { what: 'bluewater.test', before: null, after: 'it@bluewater.test' },
    ],
  ];

  test.each(CASES)('%s', async (act, words, row) => {
    const before = (await listDecisions(desk.state)).decisions.length;
    const done = await type(...words(), '--why', 'asked by phone', '--by', 'Marek Dvorak');
    expect(done.code, done.text).toBe('done');
    expect(done.text).toContain('says they are Marek Dvorak');
    const { decisions, problems } = await listDecisions(desk.state);
    expect(problems).toEqual([]);
    expect(decisions.length).toBe(before + 1);
    const made = decisions.at(-1);
    expect(made).toMatchObject({ act, why: 'asked by phone', by: 'Marek Dvorak', who: 'says', rows: [row] });
    expect(made?.writes.length).toBeGreaterThan(0);
  });

  test('the machine counts less, and the document has both figures', async () => {
    await type('findings', 'dismiss', '--kind', 'credential', '--why', 'not passwords');
    const [row] = (await last())?.rows ?? [];
    expect(JSON.stringify(row?.before)).toMatch(/^\{"counted":[1-9]\d*\}$/);
    expect(row?.after).toEqual({ counted: 0 });
  });

  test('a reason is required, and nothing is decided without one', async () => {
    const before = (await listDecisions(desk.state)).decisions.length;
    for (const words of [
      ['party', 'kind', 'bluewater.test', 'person'],
      ['contacts', 'import', list()],
      ['findings', 'dismiss', '--kind', 'credential', '--why', ' '],
    ])
      expect((await type(...words)).code).toBe('usage');
    expect((await listDecisions(desk.state)).decisions.length).toBe(before);
  });
});

describe('a key', () => {
  test('signs, and list, show and verify say so', async () => {
    const done = await type('party', 'rename', 'bluewater.test', 'Bluewater', '--why', 'their letterhead', ...sign());
    expect(done).toMatchObject({ code: 'done', text: expect.stringMatching(/Decision \d+, signed by Ines Adler\./) });
    const made = await last();
    expect(made).toMatchObject({ by: 'Ines Adler', who: 'signed' });
    expect((await type('decisions')).text).toContain('signed by Ines Adler');
    expect((await type('decisions')).text).toContain('says they are Marek Dvorak');
    expect((await type('decisions', 'show', String(made?.number))).text).toMatch(/bluewater\.test +.*Bluewater/);
    expect((await type('decisions', 'verify')).text).toContain('1 of them signed');
  });

  test("of somebody else, or of nobody's, signs nothing", async () => {
    const before = (await listDecisions(desk.state)).decisions.length;
    const words = ['party', 'rename', 'bluewater.test', 'X', '--why', 'x'];
    const other = ['--as', 'Ines Adler', '--key', desk.key('Marek Dvorak'), '--passphrase-file', desk.passphraseFile];
    expect((await type(...words, ...other)).code).toBe('wrong-key');
    expect((await type(...words, '--as', 'Nobody')).code).toBe('unknown-operator');
    expect((await listDecisions(desk.state)).decisions.length).toBe(before);
  });
});
