import { expect, test } from 'vitest';
import { makeDraw, makeEntry, makeMail, withFindings } from './made-mailbox.ts';

const MESSAGES = 20_000;

test('twenty thousand made messages are twenty thousand different ones', () => {
  const draw = makeDraw(7);
  const entries = Array.from({ length: MESSAGES }, () => withFindings(makeEntry(draw), draw));
  expect(new Set(entries.map((entry) => JSON.stringify(entry))).size).toBe(MESSAGES);
  const values = new Set(entries.flatMap(({ findings = [] }) => findings.map(({ value }) => value)));
  expect(values.size).toBeGreaterThan(1500);
});

test('no two of their texts have the same words', () => {
  const draw = makeDraw(7);
  const texts = Array.from({ length: 2000 }, (_, at) => makeMail(makeEntry(draw), at, draw).split('message number')[1]);
  expect(new Set(texts.map((text) => text?.replace(/^ \d+/, ''))).size).toBe(2000);
});
