import { expect, test } from 'vitest';
import { answerReceived } from '../../../../core/test/verify/forged/answer-forged.ts';
import { issuedCase } from '../../../../core/test/verify/forged/forged-cases.ts';
import { type Expected, makeHarmless } from './harmless-cases.ts';
import { missingRewriters } from './programs.ts';

/** Answers whose sentence is true of each kind of change. */
const ALLOWED: Readonly<Record<Expected, readonly string[]>> = {
  genuine: ['genuine'],
  said: ['genuine', 'added', 'rewritten', 'replaced'],
  words: ['words-alone'],
};
/** Answers that tell a reader not to act on the notice, or that there is none. */
const ALARMING: readonly string[] = ['changed', 'not-the-notice', 'unreadable'];
/** Answers that keep every issued word, and say what else there is. */
const TOLD: readonly string[] = ['genuine', 'added', 'rewritten', 'replaced', 'words-alone'];
const LEAST_CASES = 120;
const LEAST_SHARE = 0.85;

test('what real software makes of the notice raises no alarm, and most of it is genuine', async (context) => {
  const missing = missingRewriters();
  if (missing.length > 0) context.skip(`missing: ${missing.join(', ')}; npm run services`);
  const cases = makeHarmless(issuedCase.bytes, issuedCase.mail);
  expect(cases.length).toBeGreaterThanOrEqual(LEAST_CASES);
  const [alarms, others]: [string[], string[]] = [[], []];
  let told = 0;
  for (const { name, expected, received } of cases) {
    const answer = await answerReceived(issuedCase, received);
    if (ALARMING.includes(answer.kind)) alarms.push(`${name}: ${answer.kind}`);
    else if (!ALLOWED[expected].includes(answer.kind)) others.push(`${name}: ${answer.kind}, not ${expected}`);
    if (TOLD.includes(answer.kind)) told += 1;
  }
  expect({ alarms, others }).toEqual({ alarms: [], others: [] });
  expect(told / cases.length).toBeGreaterThanOrEqual(LEAST_SHARE);
}, 600_000);
