import { beforeEach, expect, test, vi } from 'vitest';
import { addMail, clear, know, openLampDesk, tell } from '../../notice/lamp-desk.ts';
import { audit, exportWave } from './audit-desk.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  return () => vi.useRealTimers();
});

test('waves of later versions are computed again: a supplement of more mail, a correction of a log', async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@bay.example');
  know(desk);
  await tell(desk);
  addMail(desk, 4, 'jo@acme.example');
  expect(await tell(desk)).toEqual(['acme.example supplement 2']);
  expect(await audit(desk, await exportWave(desk, 2))).toMatchObject({ version: 2, differences: [], unreplayed: [] });
  clear(desk);
  expect(await tell(desk)).toEqual(['acme.example correction 0', 'bay.example correction 0']);
  expect(await audit(desk, await exportWave(desk, 3))).toMatchObject({ version: 3, differences: [], unreplayed: [] });
});
