import { expect, test } from 'vitest';
import { createNumbers, mutate } from '../../../../core/test/mutation.ts';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { canReadPictures, OCR_PACKAGES, readPicture } from '../../../src/impact/finding/picture-text.ts';
import { searchMessage } from '../../../src/impact/finding/search-message.ts';
import { messageWithPicture, picture, readPictures } from './picture-message.ts';

// The engine and its languages are 100 MB that nobody needs who reads no pictures: they are installed on request.

test('finds a password in a picture, and damaged pictures end', { timeout: 300_000 }, async (context) => {
  if (!canReadPictures()) return context.skip(`not installed: npm install --no-save ${OCR_PACKAGES.join(' ')}`);
  const { findings } = await searchMessage(createNodeRuntime(), messageWithPicture, readPictures(true));
  expect(findings).toMatchObject([{ part: '1/text', kind: 'credential', mask: 'H…4' }]);
  const next = createNumbers(20020301);
  for (let run = 0; run < 10; run += 1) {
    const { failed } = await readPicture(mutate(picture, next));
    expect([null, 'damaged', 'no-reader', 'too-large']).toContain(failed);
  }
});
