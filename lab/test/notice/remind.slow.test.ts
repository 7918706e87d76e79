import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeliveryStateName } from '@candor/core/notice/delivery';
import { beforeAll, describe, expect, test } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { approveWave, readWave, remindParties } from '../opened-commands.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { moveDeliveries } from './move-deliveries.ts';
import { confirmShown, type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

let desk: NoticeDesk;

async function inStore(work: (store: Store) => Promise<unknown>): Promise<void> {
  const state = await openStateForActing(desk.state);
  await work(state.store);
  await state.close();
}

const longAgo = 1_000_000;
const remind = () => remindParties(desk.state, { silenceDays: null, by: 'test' });
const settle = (contact: string, state: DeliveryStateName) =>
  moveDeliveries(desk.state, state, { contact, at: longAgo });
async function approveBoth(): Promise<void> {
  for (const name of ['Ines Adler', 'Marek Dvorak'])
    await approveWave(desk.state, null, desk.sign(name), null, silentProgress, confirmShown);
}

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
  const prepared = await desk.type(
    'notice',
    'prepare',
    '--wave',
    'metadata',
    '--only',
    'org-northwind',
    '--state',
    desk.state,
  );
  expect(prepared.code).toBe('done');
  await approveBoth();
});

describe('reminders', () => {
  test('are not sent while a message is on its way', async () => {
    expect(await remind()).toMatchObject({ wave: null, parties: [] });
    await settle('security@northwind.example', 'accepted');
    await settle('privacy@northwind-gas.example', 'uncertain');
    expect(await remind()).toMatchObject({ wave: null });
  });

  test('after silence go to those reached and to the next rung, as separate notices', async () => {
    await settle('privacy@northwind-gas.example', 'bounced');
    const prepared = await remind();
    expect(prepared).toMatchObject({ parties: ['org-northwind'], changed: 0 });
    const { views, state, kind } = await readWave(desk.state, prepared.wave, null);
    expect({ state, kind }).toEqual({ state: 'composed', kind: 'reminder' });
    const told = views.map(({ kind: of, isGuessed, contacts }) => [
      of,
      isGuessed,
      contacts.map(({ contact }) => contact),
    ]);
    expect(told).toEqual([
      ['reminder', false, ['security@northwind.example']],
      ['first', true, [expect.stringMatching(/^(?:security|privacy)@northwind/)]],
    ]);
    const codes = [(await readWave(desk.state, 1, null)).views[0]?.code, ...views.map(({ code }) => code)];
    expect(new Set(codes).size).toBe(3);
    expect(await remind()).toMatchObject({ wave: null });
  });

  test('need two people like every wave, and are counted', async () => {
    await approveBoth();
    await moveDeliveries(desk.state, 'accepted', { from: 'approved', at: longAgo });
    const again = await remind();
    expect(again.wave).not.toBeNull();
    await inStore(async (store) => {
      const rows = await store.db
        .selectFrom('notice_delivery')
        .select('purpose')
        .distinct()
        .orderBy('purpose')
        .execute();
      expect(rows.map(({ purpose }) => purpose)).toEqual(['first', 'reminder-1', 'reminder-2']);
    });
    await desk.type('notice', 'discard', '--state', desk.state);
  });

  test('state what their named version knows, including its intruder records', async () => {
    writeFileSync(
      join(desk.incident, '..', 'late.csv'),
      'time,mailbox,kind,message_id,folder,session,ip,app\n2001-10-25T00:00:00Z,moreau-c,sign-in,,,55e37e24-1ca3-453a-ae3b-3173a205e407,203.0.113.200,\n',
    );
    desk.edit('\ncoverage:', '\n  - file: late.csv\ncoverage:');
    expect(await desk.run()).toMatchObject({ version: 2 });
    const prepared = await remind();
    expect(prepared).toMatchObject({ parties: ['org-northwind'], changed: 0 });
    const { views } = await readWave(desk.state, prepared.wave, null);
    const text = (views[0]?.text ?? '').replaceAll(/\s+/g, ' ');
    expect(text).toContain('exposure version 2');
    expect(text).toContain('and 25 October 2001, 00:00 UTC.');
    await desk.type('notice', 'discard', '--state', desk.state);
  });

  test('stop once somebody who knows the mail answered, not for any sender from such an address', async () => {
    const answer = (matchedBy: string) =>
      inStore(async (store) => {
        const [delivery] = await store.db.selectFrom('notice_delivery').select('id').execute();
        await store.db
          .insertInto('notice_incoming')
          .values({
            source: `test/${matchedBy}`,
            sha256: '',
            kind: 'answer',
            delivery_id: Number(delivery?.id),
            matched_by: matchedBy,
            detail: '{}',
            message: new Uint8Array(),
            received_at: longAgo,
            seen_by: null,
          })
          .execute();
      });
    await answer('recipient');
    expect((await remind()).wave).not.toBeNull();
    await desk.type('notice', 'discard', '--state', desk.state);
    await answer('token');
    expect(await remind()).toMatchObject({ wave: null });
  });
});
