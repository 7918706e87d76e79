import { detectFindings } from '@candor/core/impact/detectors';
import { expect, test } from 'vitest';

test('a value far into a line without end is found at its place', () => {
  for (const before of ['word '.repeat(3_000), 'x'.repeat(9_000)]) {
    const text = `${before} the password is harbor4711. ${'and so on '.repeat(900)}`;
    const [found, ...more] = detectFindings(text);
    expect(more).toEqual([]);
    expect(found?.value).toBe('harbor4711');
    expect(text.slice(found?.start, found?.end)).toBe('harbor4711');
  }
});

test.each(['password ', 'code for the door ', 'p: ', 'heroku_key ', '1234 ', 'use x as ', 'born 1.', 'http://a:', 'x'])(
  'one line of half a million characters of `%s` ends',
  (piece) => {
    const begin = process.cpuUsage();
    detectFindings(piece.repeat(Math.ceil(500_000 / piece.length)));
    const { user } = process.cpuUsage(begin);
    expect(user / 1e6).toBeLessThan(10);
  },
  60_000,
);
