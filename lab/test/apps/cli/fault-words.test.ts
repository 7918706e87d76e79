import { expect, test } from 'vitest';
import { toFaultAdvice } from '../../../src/apps/cli/fault-words.ts';

const fault = (code: string) => Object.assign(new Error('x'), { code });

test.each([
  ['SQLITE_CORRUPT', 'state is damaged'],
  ['SQLITE_CORRUPT_VTAB', 'state is damaged'],
  ['SQLITE_NOTADB', 'state is damaged'],
  ['SQLITE_FULL', 'disk is full'],
  ['ENOSPC', 'disk is full'],
  ['SQLITE_CANTOPEN', 'cannot be opened'],
  ['SQLITE_CANTOPEN', 'ulimit -n'],
  ['EMFILE', 'Too many files are open at once'],
  ['ENFILE', 'ulimit -n'],
  ['EROFS', 'read-only'],
  ['SQLITE_IOERR_WRITE', 'disk refused'],
])('%s: says what is wrong and what to do', (code, words) => {
  expect(toFaultAdvice(fault(code))).toContain(words);
});

test('too many open files are not missing rights', () => {
  expect(toFaultAdvice(fault('EMFILE'))).not.toMatch(/right|owner/);
});

test('a damaged state must not be rerun as it is, nor restarted once somebody was notified from it', () => {
  const words = toFaultAdvice(fault('SQLITE_CORRUPT'));
  expect(words).not.toContain('run the same command again');
  expect(words).toContain('Restore the newest backup of its folder (docs/runbooks/run-the-log.md)');
  expect(words).toContain('only if nothing was ever approved or sent');
  expect(words).not.toContain('move the state folder away');
});

test.each([fault('SQLITE_ERROR'), new Error('x'), 'x', null])('anything else: where to look', (cause) => {
  expect(toFaultAdvice(cause)).toContain('CANDOR_DEBUG=1');
});
