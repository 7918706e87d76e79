import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { showJson } from '../../../../src/apps/cli/options.ts';
import { openScreen, toColumns, toJsonText, toVisible, wrap } from '../../../../src/apps/cli/show/screen.ts';

/** A stream that says it is a terminal, or not. */
function makeStream(isTTY: boolean): { stream: NodeJS.WriteStream; text: () => string } {
  const through = new PassThrough();
  let text = '';
  through.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  return { stream: Object.assign(through, { isTTY, columns: 80 }) as unknown as NodeJS.WriteStream, text: () => text };
}

describe('text from evidence', () => {
  test.each([
    ['a\u001b[2Jb', 'a[U+001B][2Jb'],
    ['a\u001b]0;title\u0007b', 'a[U+001B]]0;title[U+0007]b'],
    ['a\rb', 'a[U+000D]b'],
    ['a\nb', 'a[U+000A]b'],
    ['a\u202eb', 'a[U+202E]b'],
    ['a\u009bb', 'a[U+009B]b'],
    ['Grüße 東京', 'Grüße 東京'],
  ])('%j is shown as %j', (text, shown) => {
    expect(toVisible(text)).toBe(shown);
  });

  test('never contains a control character', () => {
    const hostile = fc.array(
      fc.constantFrom(
        '\u001b',
        '[',
        ']',
        '0',
        ';',
        'm',
        'P',
        '\\',
        '\u0007',
        '\u009b',
        '\u009d',
        '\u0090',
        '\n',
        'x',
        '\u202e',
      ),
    );
    fc.assert(
      fc.property(hostile, (pieces) => {
        expect(toVisible(pieces.join(''))).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      }),
      { numRuns: 300 },
    );
  });
});

describe('JSON for a terminal', () => {
  const hostile =
    'a\u001b[2J\u007f\u0085\u009b31m\u061c\u200b\u200f\u2028\u2029\u202e\u2060\u2066\ufeff\u00ad\u{e0041}b';

  test('escapes terminal controls in names and values', () => {
    const text = toJsonText({ [hostile]: [hostile] }, 2);
    expect(text.replaceAll('\n', '')).toMatch(/^[ -~]+$/);
    expect(text).toContain(
      '\\u009b31m\\u061c\\u200b\\u200f\\u2028\\u2029\\u202e\\u2060\\u2066\\ufeff\\u00ad\\udb40\\udc41b',
    );
  });

  test('equals what --json prints', () => {
    const { stream, text } = makeStream(true);
    showJson(openScreen(stream, {}), { name: 'a\u009b2J\u202eb' });
    expect(text()).toBe('{\n  "name": "a\\u009b2J\\u202eb"\n}\n');
  });

  test('keeps its value and ordinary text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.constantFrom(0, 2), (value, indent) => {
        expect(JSON.parse(toJsonText(value, indent))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(toJsonText('Grüße 東京 😀')).toBe('"Grüße 東京 😀"');
  });
});

describe('colour on screen', () => {
  test.each([
    [true, {}, true],
    [true, { NO_COLOR: '' }, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { TERM: 'dumb' }, false],
    [false, {}, false],
    [false, { FORCE_COLOR: '1' }, false],
  ])('of a terminal (%s) with %j: %s', (isTTY, environment, coloured) => {
    const { stream, text } = makeStream(isTTY);
    const screen = openScreen(stream, environment);
    screen.line(screen.bold('a') + screen.warn('b') + screen.strong('c') + screen.dim('d'));
    expect(text().includes('\u001b')).toBe(coloured);
    expect(text().replaceAll(/\u001b\[\d+m/g, '')).toBe('abcd\n');
  });
});

describe('a command', () => {
  test.each([
    [{}, undefined, 'candor parties'],
    [{}, '.candor', 'candor parties'],
    [{}, 'my evidence/.candor', "candor parties --state 'my evidence/.candor'"],
    [{ CANDOR_TYPED: 'npx candor' }, undefined, 'npx candor parties'],
    // Only who starts the program knows whether npx would find it.
    [{ npm_command: 'exec' }, undefined, 'candor parties'],
    [{ CANDOR_STATE: '/srv/state' }, '/srv/state', 'candor parties'],
    [{ CANDOR_STATE: '/srv/state' }, '.candor', 'candor parties --state .candor'],
  ])('with %j and the state %s is typed as %s', (environment, state, typed) => {
    expect(openScreen(makeStream(false).stream, environment).typed('candor parties', state)).toBe(typed);
  });
});

describe('columns', () => {
  test('are aligned, numbers right, without trailing spaces', () => {
    expect(
      toColumns(
        [
          ['a', '1', 'x'],
          ['bbb', '100', ''],
        ],
        [1],
        2,
      ),
    ).toEqual(['a      1  x', 'bbb  100']);
  });

  test('are as wide as the visible text of a coloured cell', () => {
    expect(
      toColumns(
        [
          ['\u001b[1mab\u001b[0m', 'x'],
          ['abc', 'y'],
        ],
        [],
        1,
      ),
    ).toEqual(['\u001b[1mab\u001b[0m  x', 'abc y']);
  });

  test('of nothing are empty', () => {
    expect(toColumns([])).toEqual([]);
  });
});

describe('wrapping', () => {
  test('keeps every word and the width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 12, max: 40 }),
        (words, width) => {
          const lines = wrap(words.join(' '), width, '  ');
          expect(lines.map((line) => line.slice(2)).join(' ')).toBe(words.join(' '));
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  test('does not split a word longer than the line', () => {
    expect(wrap('a verylongword b', 6)).toEqual(['a', 'verylongword', 'b']);
  });
});
