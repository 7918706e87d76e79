import { expect, test } from 'vitest';
import { IncomingJudge } from '../../src/adapters/mail/incoming-judge.ts';
import { toReport } from '../notice/inbox/returned-mail.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const stuck = new URL('./stuck-thread-program.ts', import.meta.url);
const slow = bytes('stuck: a\r\n\r\n');
const bounce = bytes(
  toReport({ to: 'bounce@harbor.example', recipient: 'x@y.example', action: 'failed', status: '5.1.1' }),
);

test('sets a slow mail aside at the limit and judges the next in a new thread', async () => {
  const judge = new IncomingJudge(2000, stuck);
  const judged = [await judge.judge(slow), await judge.judge(bounce), await judge.judge(slow)];
  await judge.close();
  expect(judged.map(({ mail, setAside }) => [mail.kind, setAside])).toEqual([
    ['set-aside', 'reading it took longer than 2 s'],
    ['failed', null],
    ['set-aside', 'reading it took longer than 2 s'],
  ]);
});
