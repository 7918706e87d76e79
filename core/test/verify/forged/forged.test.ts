import { expect, test } from 'vitest';
import { answerReceived } from './answer-forged.ts';
import { FORGED_CASES, frenchCase, issuedCase, issuedOf, makeForged } from './forged-cases.ts';

test('control: the issued mails are genuine', async () => {
  for (const one of [issuedCase, frenchCase])
    expect((await answerReceived(one, { kind: 'file', bytes: one.bytes })).kind).toBe('genuine');
});

test('there are 400 forgeries, at least five of each class, each with bytes of its own', () => {
  const bytes = new Set(FORGED_CASES.map((one) => makeForged(one).toString('latin1')));
  expect(bytes.size).toBe(FORGED_CASES.length);
  expect(bytes.size).toBeGreaterThanOrEqual(400);
  const classes = Map.groupBy(FORGED_CASES, (one) => one.class);
  expect([...classes].filter(([, cases]) => cases.length < 5).map(([name]) => name)).toEqual([]);
});

test('no forgery is genuine', async () => {
  const broken: string[] = [];
  for (const one of FORGED_CASES) {
    const { kind } = await answerReceived(issuedOf(one), { kind: 'file', bytes: makeForged(one) });
    if (kind === 'genuine' || kind === 'issued') broken.push(`${one.class}: ${one.name}`);
  }
  expect(broken).toEqual([]);
});
