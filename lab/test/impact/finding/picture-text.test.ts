import { expect, test } from 'vitest';
import { createNumbers, mutate } from '../../../../core/test/mutation.ts';
import { createNodeRuntime } from '../../../src/adapters/runtime.ts';
import { canReadPictures, OCR_PACKAGES, readPicture } from '../../../src/impact/finding/picture-text.ts';
import { searchMessage } from '../../../src/impact/finding/search-message.ts';
import { drawText } from './draw-text.ts';

const picture = drawText('PASSWORD: HARBOR474');
const message = Buffer.from(
  `Subject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: image/x-portable-graymap; name=a.pgm\r\nContent-Transfer-Encoding: base64\r\n\r\n${picture.toString('base64')}\r\n--b--\r\n`,
);
const deps = (ocr: boolean) => ({ settings: { sensitive: false, ocr }, valueKey: new Uint8Array(32) });

test('pictures are passed by unless asked for', async () => {
  const { findings, unread } = await searchMessage(createNodeRuntime(), message, deps(false));
  expect([findings, unread]).toEqual([[], []]);
});

test('a form that is not read, and one too large, are told', async () => {
  const large = Buffer.from('P5\n99999 99999\n255\n'.padEnd(40));
  expect((await readPicture(Buffer.from('GIF89a'.padEnd(40)))).unread).toEqual(['no-reader']);
  expect((await readPicture(large)).unread).toEqual([canReadPictures() ? 'too-large' : 'no-reader']);
});

test('a password in a picture is found, and damaged pictures end', { timeout: 300_000 }, async (context) => {
  if (!canReadPictures()) return context.skip(`not installed: npm install --no-save ${OCR_PACKAGES.join(' ')}`);
  const { findings } = await searchMessage(createNodeRuntime(), message, deps(true));
  expect(findings).toMatchObject([{ part: '1/text', kind: 'credential', mask: 'H…4' }]);
  const next = createNumbers(20020301);
  for (let run = 0; run < 10; run += 1) {
    const { unread } = await readPicture(mutate(picture, next));
    expect(unread.filter((reason) => !['damaged', 'no-reader', 'too-large'].includes(reason))).toEqual([]);
  }
});
