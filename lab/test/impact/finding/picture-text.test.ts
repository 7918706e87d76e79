import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { canReadPictures, readPicture } from '../../../src/impact/finding/picture-text.ts';
import { searchMessage } from '../../../src/impact/finding/search-message.ts';
import { messageWithPicture, readPictures } from './picture-message.ts';

test('skips pictures by default, and counts that they were not read', async () => {
  const { findings, unread } = await searchMessage(createNodeRuntime(), messageWithPicture, readPictures(false));
  expect([findings, unread.map(({ reason }) => reason)]).toEqual([[], ['picture']]);
});

test('reports unsupported and oversized formats', async () => {
  const large = Buffer.from('P5\n99999 99999\n255\n'.padEnd(40));
  expect((await readPicture(Buffer.from('GIF89a'.padEnd(40)))).failed).toBe('no-reader');
  expect((await readPicture(large)).failed).toBe(canReadPictures() ? 'too-large' : 'no-reader');
});
