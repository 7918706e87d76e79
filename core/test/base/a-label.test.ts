import { toALabels } from '@candor/core/base';
import { describe, expect, it } from 'vitest';

describe('toALabels', () => {
  it('gives lower-case A-labels', () => {
    expect(toALabels('BÜCHER.example')).toBe('xn--bcher-kva.example');
    expect(toALabels('bu\u0308cher.example')).toBe('xn--bcher-kva.example');
  });

  it('leaves ASCII labels as they stand, whatever they hold', () => {
    expect(toALabels('A_b..Example')).toBe('a_b..example');
  });

  it('never throws', () => {
    expect(toALabels('\ud800.example')).toContain('example');
  });
});
