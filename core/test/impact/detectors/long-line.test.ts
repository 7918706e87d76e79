import { detectFindings } from '@candor/core/impact/detectors';
import { expect, test } from 'vitest';

test('finds a value far into an endless line at its place', () => {
  for (const before of ['word '.repeat(3_000), 'x'.repeat(9_000)]) {
    const text = `${before} the password is harbor4711. ${'and so on '.repeat(900)}`;
    const [found, ...more] = detectFindings(text);
    expect(more).toEqual([]);
    expect(found?.value).toBe('harbor4711');
    expect(text.slice(found?.start, found?.end)).toBe('harbor4711');
  }
});
