import { readEnvelopeAddress, readMailDomain } from '@candor/core/evidence/address';
import { describe, expect, test } from 'vitest';

const long = (length: number) => 'a'.repeat(length);

describe('an address allowed in an envelope', () => {
  test.each([
    ['security@acme.example', 'security@acme.example'],
    ['First.Last+tag@Acme.EXAMPLE', 'First.Last+tag@acme.example'],
    ["o'hara@acme.example", "o'hara@acme.example"],
    ['jo@bücher.example', 'jo@xn--bcher-kva.example'],
    ['jo@BÜCHER.example', 'jo@xn--bcher-kva.example'],
    [`${long(64)}@acme.example`, `${long(64)}@acme.example`],
  ])('%s', (written, address) => {
    expect(readEnvelopeAddress(written)?.address).toBe(address);
  });

  test.each([
    ['no at', 'acme.example'],
    ['nothing before it', '@acme.example'],
    ['nothing behind it', 'jo@'],
    ['a quoted local part', '"jo"@acme.example'],
    ['a quoted at', '"jo@x"@acme.example'],
    ['two ats', 'jo@x@acme.example'],
    ['a display name', 'Jo <jo@acme.example>'],
    ['angle brackets', '<jo@acme.example>'],
    ['white space', 'jo @acme.example'],
    ['a tab', 'jo\t@acme.example'],
    ['a line break and a command', 'jo@acme.example\r\nRCPT TO:<eve@evil.example>'],
    ['a NUL', 'jo\0@acme.example'],
    ['a comma', 'jo@acme.example,eve@evil.example'],
    ['a percent route is only a local part, but a bang and colon route is not', '@evil.example:jo@acme.example'],
    ['a comment', 'jo(x)@acme.example'],
    ['a dot at the beginning', '.jo@acme.example'],
    ['a dot at the end', 'jo.@acme.example'],
    ['two dots', 'j..o@acme.example'],
    ['an address literal', 'jo@[192.0.2.1]'],
    ['a bare address', 'jo@192.0.2.1'],
    ['one label', 'jo@localhost'],
    ['a dot behind', 'jo@acme.example.'],
    ['an empty label', 'jo@acme..example'],
    ['a hyphen at the edge', 'jo@-acme.example'],
    ['an underscore', 'jo@ac_me.example'],
    ['a local part beyond ASCII', 'jö@acme.example'],
    ['a full-width letter, which looks like another domain', 'jo@ａcme.example'],
    ['an ideographic dot', 'jo@acme。example'],
    ['a variation selector', 'jo@ac\ufe0fme.example'],
    ['a zero-width joiner', 'jo@ac\u200dme.example'],
    ['a right-to-left override', 'jo@ac\u202eme.example'],
    ['a local part of 65', `${long(65)}@acme.example`],
    ['a label of 64', `jo@${long(64)}.example`],
    ['a domain of 4,000 characters', `jo@${`${long(60)}.`.repeat(66)}example`],
    ['an address of 255', `${long(64)}@${long(63)}.${long(63)}.${long(54)}.example`],
    ['nothing', ''],
  ])('refuses %s', (_, written) => {
    expect(readEnvelopeAddress(written)).toBeNull();
  });

  test('accepts a domain on its own', () => {
    expect(readMailDomain('Münch.example')).toBe('xn--mnch-0ra.example');
    expect(readMailDomain('acme')).toBeNull();
    expect(readMailDomain('acme.123')).toBeNull();
    expect(readMailDomain('')).toBeNull();
  });
});
