import { execFileSync } from 'node:child_process';
import { Advice, advise, hint, postReason, quoteForShell, Refusal, receiveReason, toVisible } from '@candor/core/base';
import { expect, test } from 'vitest';

test('is worded as a person types it', () => {
  expect(hint('status').command).toBe('candor status');
  expect(hint('notice.posted', { takeBack: 3 }, 14, 15).command).toBe('candor notice posted --take-back 3 14 15');
  expect(hint('status', { alerts: true }).command).toBe('candor status --alerts');
  expect(String(hint('log.fsck'))).toBe('`candor log fsck`');
});

test('quotes values for a shell, and leaves what is to be filled in', () => {
  expect(hint('party.show', "o'neill@x.example; rm -r").command).toBe(
    "candor party show 'o'\\''neill@x.example; rm -r'",
  );
  expect(hint('run', '<incident.yaml>').command).toBe('candor run <incident.yaml>');
  expect(hint('notice.withdraw', 3, { why: '…' }).command).toBe('candor notice withdraw 3 --why …');
});

test('a sentence words its hints alone, never a command that it quotes', () => {
  const quoted = '`candor erase inputs`';
  const inner = advise`${quoted} is no party; ${hint('parties')} lists them`;
  const whole = advise`wave ${2}: ${inner}`;
  expect(whole.toText((command) => `npx ${command}`)).toBe(
    'wave 2: `candor erase inputs` is no party; `npx candor parties` lists them',
  );
  expect(JSON.stringify([whole])).toBe('["wave 2: `candor erase inputs` is no party; `candor parties` lists them"]');
});

test('a refusal keeps its sentences as text and as data', () => {
  const refusal = new Refusal('no-wave', ['plain', advise`see ${hint('notice.status')}`]);
  expect(refusal.reasons).toEqual(['plain', 'see `candor notice status`']);
  expect(refusal.message).toBe('plain\nsee `candor notice status`');
  expect(refusal.advice[1]).toBeInstanceOf(Advice);
});

test('a reason that crosses between processes keeps its commands apart from quoted words', () => {
  const reason = advise`"\`candor quoted\`" is wrong; see ${hint('operator.add', "O'Neill", { key: 'FILE' })} …`;
  const received = receiveReason(JSON.parse(JSON.stringify(postReason(reason))));
  expect(String(received)).toBe(String(reason));
  const typed = received instanceof Advice ? received.toText((command) => `npx ${command}`) : '';
  expect(typed).toBe(`"\`candor quoted\`" is wrong; see \`npx candor operator add 'O'\\''Neill' --key FILE\` …`);
  expect(String(receiveReason(postReason('plain')))).toBe('plain');
});

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
