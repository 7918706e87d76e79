import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOriginal } from '../../src/evidence/original/show-message.ts';
import { makeFolder, makeMbox, makeMessage, take } from './evidence-kit.ts';

test('returns the bytes of a copy, or the reason why not', async () => {
  const folder = makeFolder({ 'x.mbox': makeMbox(makeMessage(1), makeMessage(2)) });
  const raw = join(folder, 'x.mbox');
  const row = (await take(raw)).copies[1];
  if (row === undefined) throw new Error('no copy');
  const place = { raw, members: row[12], offset: row[13], length: row[14], sha256: row[15] };
  expect(readOriginal(place)).toEqual({ is: 'bytes', bytes: Buffer.from(makeMessage(2)) });
  expect(readOriginal({ ...place, members: ['a.eml'] })).toEqual({ is: 'packed' });
  expect(readOriginal({ ...place, offset: place.offset + 1 })).toEqual({ is: 'changed' });
  expect(readOriginal({ ...place, length: 2 ** 40 })).toEqual({ is: 'too-long' });
  symlinkSync(raw, join(folder, 'link'));
  expect(readOriginal({ ...place, raw: join(folder, 'link') })).toEqual({ is: 'unreadable' });
  writeFileSync(raw, makeMbox(makeMessage(1), makeMessage(3)));
  expect(readOriginal(place)).toEqual({ is: 'changed' });
  rmSync(raw);
  expect(readOriginal(place)).toEqual({ is: 'unreadable' });
});
