import { composeNotice, isAtOrBelow, LANGUAGES, listLinkHosts, type NoticeFacts } from '@candor/core/notice/text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHiddenCharacter } from '../../../src/notice/text/foreign-text.ts';
import { toFacts, toFigures } from './fictional-facts.ts';

const announced: NonNullable<NoticeFacts['announced']> = {
  name: 'Jo Berg',
  address: 'jo.berg@northwind.example',
  proved: ['northwind.example'],
  by: 'dns',
  namedBy: null,
  isRepresentative: false,
  fingerprint: '0011-2233-4455-6677-8899-aabb-ccdd-eeff',
  waitHours: 72,
};
const announce = (change: Partial<typeof announced> = {}, parts: Partial<NoticeFacts> = {}) =>
  composeNotice(
    toFacts({ kind: 'announcement', figures: toFigures({}), ...parts, announced: { ...announced, ...change } }),
  );

const foreign = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ maxLength: 300 }),
  fc.constantFrom(
    ...['www.evil.example', 'Call +1 900 555 0100', 'a\r\nBcc: b', '<script>alert(1)</script>', '\u202Egnp.exe'],
    ...['https://evil.example/x', 'evil.example@harbor.example', 'javascript:x', 'Jo http://evil.example', '{name}'],
  ),
);

test('whatever requesters call themselves, nothing leads the reader anywhere', () => {
  fc.assert(
    fc.property(
      foreign,
      foreign,
      fc.option(foreign),
      fc.constantFrom(...LANGUAGES),
      fc.constantFrom('dns' as const, 'mailbox' as const, 'nomination' as const, 'hand' as const),
      (name, address, namedBy, language, by) => {
        const { subject, text, html } = announce({ name, address, namedBy, by }, { language });
        const strange = listLinkHosts(`${subject}\n${text}`).filter(
          (host) => !isAtOrBelow(host, ['harbor.example', 'northwind.example']),
        );
        expect(strange).toEqual([]);
        expect(findHiddenCharacter(subject + text)).toBeNull();
        expect(html).not.toMatch(/<(?:a|img|link|script|style|form|iframe|base)\b|\s(?:href|src|on\w+)=/i);
        expect(text).toContain(announced.fingerprint);
      },
    ),
  );
});

test('mentions an address elsewhere without showing it', () => {
  const { text } = announce({ address: 'jo@evil.example' });
  expect(text).not.toContain('evil.example');
  expect(text.replace(/\s+/g, ' ')).toContain('The address given is not at a domain of yours.');
  expect(announce({ address: 'jo@mail.northwind.example' }).text).toContain('jo@mail.northwind.example');
});

test('contains no figure of the party, three ways to object, and the waiting time', () => {
  for (const language of LANGUAGES) {
    const { subject, text } = announce({}, { language });
    expect(subject).toContain('Harbor Energy');
    expect(text).toContain('harbor.example/notice');
    expect(text).toContain('72');
    expect(text.split(/\s+/).length).toBeLessThan(330);
  }
});

test('facts without the requester, or together with another notice, are a fault', () => {
  expect(() => composeNotice(toFacts({ kind: 'announcement' }))).toThrow('says who asks');
  expect(() => composeNotice(toFacts({ announced }))).toThrow('says who asks');
});
