import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';
import { readAppList, toAppList } from '../../../src/review/app/app-list.ts';

const runtime = createNodeRuntime();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const digestOfA = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';

test('the list is in the format of sha256sum, sorted by path', () => {
  const files = [
    { path: 'index.html', bytes: bytes('a') },
    { path: 'assets/b.js', bytes: bytes('a') },
    { path: 'assets/B.js', bytes: bytes('a') },
  ];
  const list = toAppList(runtime, files);
  expect(list).toBe(`${digestOfA}  assets/B.js\n${digestOfA}  assets/b.js\n${digestOfA}  index.html\n`);
  expect(toAppList(runtime, files.toReversed())).toBe(list);
  expect(readAppList(list)?.map(({ path }) => path)).toEqual(['assets/B.js', 'assets/b.js', 'index.html']);
});

test.each([
  ['no end of the last line', `${digestOfA}  a`],
  ['one space', `${digestOfA} a\n`],
  ['a mark of binary mode', `${digestOfA} *a\n`],
  ['capitals', `${digestOfA.toUpperCase()}  a\n`],
  ['a way out', `${digestOfA}  ../a\n`],
  ['a way out in the middle', `${digestOfA}  a/../../b\n`],
  ['a path from the root', `${digestOfA}  /a\n`],
  ['another host', `${digestOfA}  //evil.test/a\n`],
  ['out of order', `${digestOfA}  b\n${digestOfA}  a\n`],
  ['twice', `${digestOfA}  a\n${digestOfA}  a\n`],
  ['an empty line', `${digestOfA}  a\n\n`],
  ['nothing', ''],
])('refuses a list with %s', (_what, text) => {
  expect(readAppList(text)).toBeNull();
});
