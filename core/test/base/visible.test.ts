import { escapeControls, escapeControlsInJson, escapeTerminalControls, toVisible } from '@candor/core/base';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

/** What a text was before its characters were written as numbers. */
function readBack(shown: string): string {
  return shown.replace(/\[U\+([0-9A-F]{4,6})\]/g, (_, number: string) =>
    String.fromCodePoint(Number.parseInt(number, 16)),
  );
}

const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('[U+202E]', '[', 'U+', '202E]', '\u001b', '\u202e')))
  .map((pieces) => pieces.join(''));

describe('toVisible', () => {
  it.each([
    ['C:\\Mail\u001b]0;pwned\u0007RED\u001b[0mfold', 'C:\\Mail[U+001B]]0;pwned[U+0007]RED[U+001B][0mfold'],
    ['a\u0000\t\r\n\u007f\u0085\u009b', 'a[U+0000][U+0009][U+000D][U+000A][U+007F][U+0085][U+009B]'],
    ['\u061c\u200e\u200f\u202a\u202e\u2066\u2069', '[U+061C][U+200E][U+200F][U+202A][U+202E][U+2066][U+2069]'],
    [
      '\u00ad\u200b\u2028\u2029\u2060\ufeff\u3164\u{e0041}',
      '[U+00AD][U+200B][U+2028][U+2029][U+2060][U+FEFF][U+3164][U+E0041]',
    ],
    ['a[U+202E]b', 'a[U+005B]U+202E]b'],
    ['Grüße 東京 [a] 😀', 'Grüße 東京 [a] 😀'],
  ])('shows %j as %j', (text, shown) => {
    expect(toVisible(text)).toBe(shown);
  });

  it('hides nothing and loses nothing: two different texts never look alike', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = toVisible(text);
        expect(shown).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
        expect(readBack(shown)).toBe(text);
      }),
    );
  });
});

describe('toUnsteered', () => {
  it.each([
    ['a\u001b[2J\u0007\r\n\t\u009b', 'a[U+001B][2J[U+0007][U+000D][U+000A][U+0009][U+009B]'],
    ['\u2028\u2029\u202e\u061c', '[U+2028][U+2029][U+202E][U+061C]'],
    ['a[U+202E]b', 'a[U+005B]U+202E]b'],
  ])('writes %j as %j', (text, written) => {
    expect(escapeControls(text)).toBe(written);
  });

  it('keeps joiners that scripts need', () => {
    expect(escapeControls('نامه\u200cها 👩\u200d💻')).toBe('نامه\u200cها 👩\u200d💻');
  });

  test('round-trips any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeControls(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
        expect(readBack(escapeControls(text))).toBe(text);
      }),
    );
  });
});

test("replaces terminal controls with the caller's substitute and keeps joiners and brackets", () => {
  const steering = '\u001b\u009b\u061c\u200e\u202e\u2028\u2029\u2069';
  expect(escapeTerminalControls(`a${steering}b`, '\u{fffd}')).toBe(`a${'\u{fffd}'.repeat(8)}b`);
  expect(escapeTerminalControls('a\u202eb', '$&')).toBe('a$&b');
  expect(escapeTerminalControls('a\u200db [U+202E]', '?')).toBe('a\u200db [U+202E]');
});

test('JSON keeps its value and contains nothing that a terminal obeys', () => {
  const value = {
    '\u009b2J': ['\u202e\u2066a\u200f', '\u0085\u2028\u2029\u061c', '\x1b[0m\x7f', 'a\u200db \u{1f600} é'],
  };
  for (const indent of [0, 2]) {
    const text = escapeControlsInJson(`${JSON.stringify(value, null, indent)}\n`);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
    expect(JSON.parse(text)).toEqual(value);
    expect(text).toContain('"\\u009b2J"');
    expect(text).toContain('a\u200db \u{1f600} é');
  }
  expect(escapeControlsInJson('{"a":"b"}\n')).toBe('{"a":"b"}\n');
  // Each of them alone.
  for (const character of ['\u007f', '\u009b', '\u2028', '\u2029', '\u202e', '\u061c'])
    expect(escapeControlsInJson(JSON.stringify(character))).toBe(
      `"\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}"`,
    );
});
