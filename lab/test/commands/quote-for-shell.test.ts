import { execFileSync } from 'node:child_process';
import { toVisible } from '@candor/core/base';
import { expect, test } from 'vitest';
import { quoteForShell } from '../../src/commands/quote-for-shell.ts';

test.each([
  ['allen-p', 'allen-p'],
  ['../evidence/incident.yaml:12', '../evidence/incident.yaml:12'],
  ['access log.csv:1', "'access log.csv:1'"],
  ["o'neill", "'o'\\''neill'"],
  ['a;b$(c)', "'a;b$(c)'"],
  ['~', "'~'"],
  ['', "''"],
])('%j is quoted as %s', (word, typed) => {
  expect(quoteForShell(word)).toBe(typed);
});

test('text that a screen shows differently is quoted byte by byte, and a shell reads the same word', () => {
  for (const word of ["mail/a\u001b[31m's\u202e\\x.eml", 'mail/[U+001B]b.eml', 'a\n', '\u{e0041}1', '[U+0041']) {
    const typed = quoteForShell(word);
    expect(toVisible(typed)).toBe(typed);
    expect(execFileSync('bash', ['-c', `printf %s ${typed}`], { encoding: 'utf8' })).toBe(word);
  }
  expect(quoteForShell('a\u202e1')).toBe("$'a\\xe2\\x80\\xae1'");
});
