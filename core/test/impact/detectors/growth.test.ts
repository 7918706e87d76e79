import { detectFindings } from '@candor/core/impact/detectors';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Characters that patterns are given in a search: what grows faster than the text shows here, on any machine. */
function countWork(text: string): number {
  let work = 0;
  const exec = RegExp.prototype.exec;
  const spy = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, given: string) {
    work += this.global || this.sticky ? Math.max(0, given.length - this.lastIndex) : given.length;
    const found = exec.call(this, given);
    // What the pattern has read is behind its match.
    if (found !== null && (this.global || this.sticky)) work -= given.length - this.lastIndex;
    return found;
  });
  detectFindings(text);
  spy.mockRestore();
  return work;
}

test.each([
  'password ',
  'password is\n',
  'code for the door ',
  'code 1234\n',
  'p: ',
  'u: bob p: x\n',
  'heroku_key ',
  '1234 ',
  '1234567890123\n',
  'use x as ',
  'born 1.',
  'http://a:',
  'x',
  'user password\n',
  'user password\nbob x1y2\n',
  'passport 1\n',
  '> ',
  '-----BEGIN PRIVATE KEY-----\n',
])('twice the text of %j is at most twice the work', (piece) => {
  const of = (length: number): number => countWork(piece.repeat(Math.ceil(length / piece.length)));
  expect(of(80_000)).toBeLessThanOrEqual(of(40_000) * 2.2 + 10_000);
});
