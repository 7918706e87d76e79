import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWave } from '../opened-commands.ts';
import { know, openLampDesk } from './lamp-desk.ts';

test("another party's message never counts as the party's password message, whatever name lists it", async () => {
  const desk = await openLampDesk();
  for (const [at, to] of ['jo@acme.example', 'al@bay.example'].entries())
    writeFileSync(
      join(desk.folder, 'harbor', 'lamp', `${at}.eml`),
      `From: ann@harbor.example\nTo: ${to}\nMessage-ID: <${at}@harbor.example>\nDate: ${12 + at} Sep 2001 10:00:00 +0000\n\n${at}\n`,
    );
  know(desk);
  await desk.run();
  const list = join(desk.folder, 'secrets.csv');
  const prepare = (...rows: readonly string[]) => {
    writeFileSync(list, ['party,message', ...rows, ''].join('\n'));
    return desk.type(
      'notice',
      'prepare',
      '--wave',
      'metadata',
      '--findings',
      list,
      '--why',
      'read',
      '--state',
      desk.state,
    );
  };
  expect(await prepare('acme.example,<0@harbor.example>', 'acme.example,<1@harbor.example>')).toEqual({
    code: 'invalid-findings',
    text: `${list}:3: <1@harbor.example> is no message of acme.example`,
  });
  expect((await prepare('acme.example,<0@harbor.example>', 'bay.example,1@harbor.example')).code).toBe('done');
  const { views } = await readWave(desk.state, null, null);
  expect(views.map(({ party, figures }) => [party, figures.secrets])).toEqual([
    ['acme.example', 1],
    ['bay.example', 1],
  ]);
});

test.each([
  ['an id of its own that a directory gave up', 'acme.example,org-acme,organization,Acme,', '', 'acme.example'],
  ['an id that a directory changed', 'acme.example,acme-a,organization,Acme,', 'acme.example,acme-b,,,', 'acme-b'],
])('a list of password messages also counts when %s was never notified', async (_, before, after, now) => {
  const desk = await openLampDesk();
  writeFileSync(
    join(desk.folder, 'harbor', 'lamp', '0.eml'),
    'From: ann@harbor.example\nTo: jo@acme.example\nMessage-ID: <0@harbor.example>\nDate: 12 Sep 2001 10:00:00 +0000\n\n0\n',
  );
  know(desk, before);
  await desk.run();
  const list = join(desk.folder, 'secrets.csv');
  writeFileSync(list, 'party,message\nacme.example,<0@harbor.example>\n');
  const prepare = (...more: readonly string[]) =>
    desk.type('notice', 'prepare', '--wave', 'metadata', ...more, '--state', desk.state);
  await prepare('--findings', list, '--why', 'read');
  await desk.type('notice', 'discard', '--state', desk.state);
  know(desk, after);
  for (let runs = 0; runs < 2; runs += 1) await desk.run();
  await prepare();
  const { views } = await readWave(desk.state, null, null);
  expect(views.map(({ party, figures }) => [party, figures.secrets])).toEqual([[now, 1]]);
});
