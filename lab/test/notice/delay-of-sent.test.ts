import { expect, test } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { know, openLampDesk } from './lamp-desk.ts';
import { moveIn, rewindDeliveries } from './move-deliveries.ts';

test('a delay is too late only for what a server has or may have', async () => {
  const desk = await openLampDesk('jo@acme.example');
  know(desk);
  await desk.run();
  const type = async (...words: readonly string[]) => (await desk.type(...words, '--state', desk.state)).text;
  await type('notice', 'prepare', '--wave', 'metadata');
  for (const name of ['Ines Adler', 'Marek Dvorak']) await desk.approveAs(name);
  const said: Record<string, boolean> = {};
  for (const state of [
    ...(['intent', 'data', 'accepted', 'uncertain'] as const),
    ...(['approved', 'inhibited', 'deferred', 'bounced'] as const),
  ]) {
    const { store, close } = await openStateForActing(desk.state);
    await rewindDeliveries(store);
    await moveIn(store, state);
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
