import { readALabels, toALabels } from '@candor/core/base';
import { describe, expect, it } from 'vitest';

describe('toALabels', () => {
  it('gives lower-case A-labels', () => {
    expect(toALabels('BÜCHER.example')).toBe('xn--bcher-kva.example');
    expect(toALabels('bu\u0308cher.example')).toBe('xn--bcher-kva.example');
  });

  it('keeps ASCII labels unchanged, whatever they contain', () => {
    expect(toALabels('A_b..Example')).toBe('a_b..example');
  });

  it('never throws', () => {
    expect(toALabels('\ud800.example')).toContain('example');
  });
});

describe('readALabels', () => {
  it.each([
    ['al\u00adpha.example', 'alpha.example'],
    ['al\u200bpha.example', 'alpha.example'],
    ['b\u00fccher\u3002example.', 'xn--bcher-kva.example.'],
    ['stra\u00dfe.A_b..example', 'xn--strae-oqa.a_b..example'],
    ['\uff11\uff12\uff17.1', '127.1'],
    ['\u00fc.0x7f', 'xn--tda.0x7f'],
  ])('maps %j to %s', (written, domain) => {
    expect(readALabels(written)).toBe(domain);
    expect(toALabels(written)).toBe(domain);
  });

  // None of them is an A-label, and none may become the host of another.
  it.each([
    'ac\u200dme',
    '\u0378',
    '\ud800',
    '\uff0f',
    '\uff05',
    '\u00a0',
    '/\u00fc',
    '%41\u00fc',
    'a:1\u00fc',
    'a@\u00fc',
    'a \u00fc',
    '\t\u00fc',
  ])('returns null for %j', (label) => {
    expect(readALabels(`x.${label}.example`)).toBeNull();
    expect(toALabels(`X.${label}.example`)).toBe(`x.${label}.example`);
  });
});
