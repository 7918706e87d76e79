import { beforeAll, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { moveDeliveries } from './move-deliveries.ts';
import { type NoticeDesk, openNoticeDesk, toConfirm } from './notice-desk.ts';

// Rafael Costa is custodian costa-r. Two others have agreed to a file that says so no more.
let desk: NoticeDesk;
const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
const sign = (name: string) => ['--as', name, '--key', desk.key(name), '--passphrase-file', desk.passphraseFile];
const others = ['Ines Adler', 'Marek Dvorak'];

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
  const done = async (...words: readonly string[]) => expect(await type(...words)).toMatchObject({ code: 'done' });
  await done('notice', 'prepare', '--wave', 'metadata', '--only', 'org-northwind');
  for (const name of others) expect(await desk.approveAs(name)).toMatchObject({ code: 'done' });
  await done('notice', 'withdraw', '1', '--why', 'wrong figure');
  await done('enquiry', 'open', 'northwind.example', '--contact', 'a@northwind.example', '--proof', 'TXT record');
  await done('enquiry', 'answer', '1');
  await moveDeliveries(desk.state, 'uncertain', { id: 1 });
  desk.edit(', mailbox: "costa-r"', '');
  for (const name of others) await done('operator', 'change', 'approve', ...sign(name));
  // A wave is approved with the incident file that it was drafted with.
  await done('notice', 'prepare', '--wave', 'update', '--only', 'org-northwind');
});

test.each([
  ['a wave', ['notice', 'approve']],
  ['a withdrawal', ['notice', 'approve-withdrawal', '1']],
  ['an answer to an enquiry', ['enquiry', 'approve', '1']],
  ['a settlement', ['notice', 'settle', '1', 'accepted', '--why', 'relay log']],
])('nobody approves about a mailbox that was ever theirs: %s', async (_, words) => {
  expect((await type(...words, ...sign('Rafael Costa'))).code).toBe('own-mailbox');
  // Control: somebody else may.
  const confirmed = words.join(' ') === 'notice approve' ? await toConfirm(desk.state) : [];
  expect((await type(...words, ...confirmed, ...sign('Ines Adler'))).code).toBe('done');
});
