import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { type Pairs, readEucJp, readIso2022Jp } from './japanese-steps.ts';

const runtime = createNodeRuntime();
const eucJp = runtime.openDecoder('euc-jp');
const iso2022Jp = runtime.openDecoder('iso-2022-jp');

/** The index itself is held by a browser's (web/test/decoding.long.test.ts). */
const toPairs =
  (...before: readonly number[]): Pairs =>
  (lead, trail) => {
    const text = eucJp.decode(Uint8Array.of(...before, lead | 0x80, trail | 0x80));
    return text === '\ufffd' ? null : text;
  };

/** Every text of that many bytes out of these. */
function* listTexts(alphabet: readonly number[], length: number): Generator<readonly number[]> {
  for (let number = 0; number < alphabet.length ** length; number += 1) {
    let rest = number;
    yield Array.from({ length }, () => {
      const byte = alphabet[rest % alphabet.length] ?? 0;
      rest = Math.floor(rest / alphabet.length);
      return byte;
    });
  }
}

/** Bytes that the steps tell apart, and their neighbours. */
const ESCAPING = [0x1b, 0x24, 0x28, 0x40, 0x42, 0x49, 0x4a, 0x0a, 0x0e, 0x20, 0x21, 0x5c, 0x7e, 0x7f, 0x80, 0xa4];
const HIGH = [0x41, 0x7f, 0x80, 0x8e, 0x8f, 0x90, 0xa0, 0xa1, 0xa4, 0xb0, 0xdf, 0xe0, 0xfe, 0xff];

test.each([
  ['ASCII', []],
  ['Roman letters', [0x1b, 0x28, 0x4a]],
  ['katakana', [0x1b, 0x28, 0x49, 0x31]],
  ['pairs', [0x1b, 0x24, 0x42, 0x24, 0x22]],
  ['half a pair', [0x1b, 0x24, 0x40, 0x24]],
  ['an escape behind an escape', [0x1b, 0x24, 0x42, 0x1b, 0x28, 0x4a]],
])('iso-2022-jp after %s: decodes every text of four bytes by the steps of the standard', (_, before) => {
  const pairs = toPairs();
  const different: string[] = [];
  for (const text of listTexts(ESCAPING, 4)) {
    const bytes = Uint8Array.of(...before, ...text);
    if (iso2022Jp.decode(bytes) !== readIso2022Jp([...bytes], pairs))
      different.push(Buffer.from(bytes).toString('hex'));
  }
  expect(different).toEqual([]);
});

test('euc-jp: decodes every text of five bytes by the steps of the standard', () => {
  const [pairs, pairsOfThree] = [toPairs(), toPairs(0x8f)];
  const different: string[] = [];
  for (const text of listTexts(HIGH, 5))
    if (eucJp.decode(Uint8Array.from(text)) !== readEucJp(text, pairs, pairsOfThree))
      different.push(Buffer.from(text).toString('hex'));
  expect(different).toEqual([]);
});
