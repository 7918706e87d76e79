import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHiddenCharacter, toShownText } from '../../../src/notice/text/foreign-text.ts';
import { listLinkHosts } from '../../../src/notice/text/link-hosts.ts';
import { toShownDomain } from '../../../src/notice/text/shown-domain.ts';
import { MOST_GROWTH, measureGrowth } from '../../growth.ts';

const LIMITS = { characters: 60, words: 8 };

test('keeps the letters of a name in every script', () => {
  for (const name of ['Northwind', 'Müller & Söhne GmbH', '株式会社ノース', 'Общество Север', 'شركة الشمال', 'नॉर्थ'])
    expect(toShownText(name, LIMITS)).toBe(name);
});

test('line endings, controls and direction marks become spaces or nothing', () => {
  expect(toShownText('North\r\nBcc: x@evil.example', LIMITS)).toBe('North Bcc: x@evil.example');
  expect(toShownText('\u202EdniwhtroN\u202C\u2066\u200B\u{E0041}\u0000', LIMITS)).toBe('dniwhtroN');
  expect(toShownText('a\u2028b\u2029c\u0085d', LIMITS)).toBe('a b c d');
  expect(toShownText('\uD800North\uDFFF', LIMITS)).toBe('North');
  expect(toShownText(`e${'\u0301'.repeat(50)}`, LIMITS).length).toBeLessThan(5);
});

test('shortens overlong text with an ellipsis', () => {
  expect(toShownText('x'.repeat(60), LIMITS)).toBe('x'.repeat(60));
  expect(toShownText('x'.repeat(61), LIMITS)).toBe(`${'x'.repeat(59)}…`);
  expect(toShownText('a b c d e f g h i', LIMITS)).toBe('a b c d e f g h…');
});

test('shortens much longer text without extra time', () => {
  expect(toShownText('x'.repeat(4_000_000), LIMITS)).toBe(`${'x'.repeat(59)}…`);
  expect(toShownText('\u200B'.repeat(4_000_000), LIMITS)).toBe('…');
});

test('never returns a hidden character or overlong text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const shown = toShownText(text, LIMITS);
      expect(findHiddenCharacter(shown)).toBeNull();
      expect(shown).not.toContain('\n');
      expect([...shown].length).toBeLessThanOrEqual(LIMITS.characters);
    }),
  );
});

test('names a hidden character', () => {
  expect(findHiddenCharacter('a\u202Eb')).toBe('U+202E');
  expect(findHiddenCharacter('two\nlines')).toBeNull();
});

test('shows letters of an international domain beside its A-labels where they cannot mislead', () => {
  expect(toShownDomain('xn--mller-kva.example')).toBe('xn--mller-kva.example [müller.example]');
  expect(toShownDomain('müller.example')).toBe('xn--mller-kva.example [müller.example]');
  expect(toShownDomain('xn--wgv71a.test')).toBe('xn--wgv71a.test [日本.test]');
  expect(toShownDomain('northwind.example')).toBe('northwind.example');
});

test('look-alikes, mixed scripts, right-to-left scripts and broken A-labels stay as A-labels', () => {
  // Cyrillic о among Latin letters, a whole Cyrillic, Greek and Hebrew word, dotless i, Han among Latin letters, no
  // A-labels at all.
  const domains = ['xn--nrthwind-nbh.example', 'xn--b1afbqtrd9f.test', 'xn--hxakic4aa.test', 'xn--4dbrk0ce.test'];
  const others = ['xn--northwnd-ykb.example', 'xn--n-o-u08fl0d.test', 'xn--99zz999.test', 'xn--a.test', 'xn--.test'];
  for (const domain of [...domains, ...others]) expect(toShownDomain(domain)).toBe(domain);
});

test('a domain of 4,000 characters, or an invalid one, cannot break its line', () => {
  const long = toShownDomain(`${'a'.repeat(4000)}.example`);
  expect(long.length).toBeLessThan(100);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const shown = toShownDomain(text);
      expect(shown.length).toBeLessThan(200);
      expect(findHiddenCharacter(shown)).toBeNull();
    }),
  );
});

test('finds the host of every form that a mail program links', () => {
  const forms: readonly (readonly [string, readonly string[]])[] = [
    ['see https://evil.example/x?y', ['evil.example']],
    ['http://harbor.example@evil.example:8080/', ['evil.example', 'harbor.example']],
    ['HTTPS://EVIL.EXAMPLE', ['evil.example']],
    ['http:\\\\evil.example\\x', ['evil.example']],
    ['www.evil.example', ['www.evil.example']],
    ['evil.example/login', ['evil.example']],
    ['write to x@evil.example', ['evil.example']],
    ['mailto:x@evil.example', ['evil.example']],
    ['ftp://evil.example', ['evil.example']],
    ['https://localhost/', ['localhost']],
    ['https://192.0.2.1/', ['192.0.2.1']],
    ['https:///', ['?']],
    ['javascript:alert(1)', ['?']],
    ['call tel:+123', ['?']],
    ['ｅｖｉｌ．ｅｘａｍｐｌｅ', ['evil.example']],
    ['evil。example', ['evil.example']],
    ['müller.example', ['xn--mller-kva.example']],
    ['xn--mller-kva.xn--p1ai', ['xn--mller-kva.xn--p1ai']],
    ['(evil.example)', ['evil.example']],
  ];
  for (const [text, hosts] of forms) expect([...listLinkHosts(text)].sort(), text).toEqual(hosts);
});

test('figures, dates, abbreviations and sentences are not links', () => {
  for (const text of [
    '14.699',
    '10. Sept. 2001',
    'z. B. so',
    'z.B. so',
    'Art. 33 Abs. 2',
    'One. Two.',
    'v1.2.3',
    '…',
    'a: b',
  ])
    expect(listLinkHosts(text), text).toEqual([]);
});

test('searches long texts of dots and letters in linear time', async () => {
  for (const piece of ['a', 'a.', '://', 'a-']) {
    const growth = await measureGrowth((count) => listLinkHosts(piece.repeat(count)), 5000);
    expect(growth, piece).toBeLessThan(MOST_GROWTH);
  }
});
