import { expect, test } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { openNoticeDesk } from './notice-desk.ts';

test('a curation after a wave was prepared makes it stale without a new exposure', async () => {
  const desk = await openNoticeDesk(makeTemporaryFolder());
  expect(await desk.run()).toMatchObject({ version: 1 });
  const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
  const ines = ['--as', 'Ines Adler', '--key', desk.key('Ines Adler'), '--passphrase-file', desk.passphraseFile];
  const approve = () => desk.approveAs('Ines Adler');
  const only = ['--only', 'org-northwind'];
  expect(await type('notice', 'prepare', '--wave', 'metadata', ...only)).toMatchObject({ code: 'done' });
  expect((await type('party', 'merge', 'org-northwind', 'ternbank.example', '--why', 'one company')).code).toBe('done');
  expect((await approve()).code).toBe('stale-wave');
  // An answer to an enquiry is from one exposure alike.
  const enquiry = ['enquiry', 'open', 'nobody.example', '--contact', 'a@nobody.example', '--proof', 'TXT record'];
  for (const words of [enquiry, ['enquiry', 'answer', '1']]) expect((await type(...words)).code).toBe('done');
  const state = await openStateForActing(desk.state);
  const { answer } = await state.store.db.selectFrom('notice_enquiry').select('answer').executeTakeFirstOrThrow();
  const other = (answer ?? '').replace(/"digest":"[0-9a-f]{8}/, '"digest":"00000000');
  await state.store.db.updateTable('notice_enquiry').set({ answer: other }).execute();
  await state.close();
  expect((await type('enquiry', 'approve', '1', ...ines)).code).toBe('stale-answer');
  expect((await type('party', 'undo', '1', '--why', 'two companies')).code).toBe('done');
  expect((await approve()).code).toBe('done');
});
