import { beforeEach, expect, test, vi } from 'vitest';
import { readWave } from '../opened-commands.ts';
import { know, openLampDesk, tell } from './lamp-desk.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  return () => vi.useRealTimers();
});

test("a directory id may be a name of JavaScript's object prototype", async () => {
  const desk = await openLampDesk('jo@acme.example', 'al@bay.example');
  know(desk, 'acme.example,constructor,organization,Acme,', 'bay.example,__proto__,organization,Bay,');
  await desk.run();
  const type = (...words: readonly string[]) => desk.type('notice', ...words, '--state', desk.state);
  expect((await type('prepare', '--wave', 'metadata')).code).toBe('done');
  const readTexts = async () => (await readWave(desk.state, null, null)).views.map(({ text }) => text);
  for (const text of await readTexts()) expect(text).not.toMatch(/object Object|native code/);
  expect((await type('edit', '--party', '__proto__', '--text', 'Call Ines Adler.', '--why', 'asked')).code).toBe(
    'done',
  );
  expect((await readTexts()).map((text) => text.includes('Call Ines Adler.'))).toEqual([true, false]);
  expect((await type('edit', '--party', 'constructor', '--text', 'Call Marek Dvorak.', '--why', 'asked')).code).toBe(
    'done',
  );
  expect((await readTexts()).map((text) => /Call (?:Ines|Marek) \w+\./.exec(text)?.[0])).toEqual([
    'Call Ines Adler.',
    'Call Marek Dvorak.',
  ]);
  await type('discard');
  expect(await tell(desk)).toEqual(['__proto__ first 1', 'constructor first 1']);
});
