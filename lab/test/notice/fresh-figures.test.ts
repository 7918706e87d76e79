import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { openNoticeDesk } from './notice-desk.ts';

test('what somebody curated since a wave was prepared makes it stale, although there is no other exposure', async () => {
  const desk = await openNoticeDesk(makeTemporaryFolder());
  expect(await desk.run()).toMatchObject({ version: 1 });
  const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
  const approve = () =>
    type(
      'notice',
      'approve',
      '--as',
      'Ines Adler',
      '--key',
      desk.key('Ines Adler'),
      '--passphrase-file',
      desk.passphraseFile,
    );
  const only = ['--only', 'org-northwind', '--only', 'ternbank.example'];
  expect(await type('notice', 'prepare', '--wave', 'metadata', ...only)).toMatchObject({ code: 'done' });
  expect((await type('party', 'merge', 'org-northwind', 'ternbank.example', '--why', 'one company')).code).toBe('done');
  expect((await approve()).code).toBe('stale-wave');
  expect((await type('party', 'undo', '1', '--why', 'two companies')).code).toBe('done');
  expect((await approve()).code).toBe('done');
});
