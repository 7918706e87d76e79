import { expect, test } from 'vitest';
import { openStateForActing } from '../../src/adapters/state-folder.ts';
import { know, openLampDesk } from './lamp-desk.ts';

test('a delay is too late only for what a server has or may have', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk);
  await desk.run();
  const type = async (...words: readonly string[]) => (await desk.type(...words, '--state', desk.state)).text;
  await type('notice', 'prepare', '--wave', 'metadata');
  for (const name of ['Ines Adler', 'Marek Dvorak']) {
    const key = ['--key', desk.key(name), '--passphrase-file', desk.passphraseFile];
    await type('notice', 'approve', '--as', name, ...key);
  }
  const said: Record<string, boolean> = {};
  for (const state of ['intent', 'data', 'accepted', 'uncertain', 'approved', 'inhibited', 'deferred', 'bounced']) {
    const { store, close } = await openStateForActing(desk.state);
    await store.db.updateTable('notice_delivery').set({ state }).execute();
    await close();
    const text = await type('delay', 'set', 'acme.example', '--asked-by', 'the police', '--why', 'an arrest');
    said[state] = text.includes('Too late for 1 notice');
  }
  const [late, open] = [true, false];
  expect(said).toEqual({
    ...{ intent: late, data: late, accepted: late, uncertain: late },
    ...{ approved: open, inhibited: open, deferred: open, bounced: open },
  });
});
