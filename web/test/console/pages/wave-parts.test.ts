import { describe, expect, test } from 'vitest';
import { findObstacle, listSteps } from '../../../src/console/pages/notices/approval-steps.ts';
import { joinLines } from '../../../src/console/pages/notices/join-lines.ts';

const line = (text: string, isChanged = false) => ({ pieces: text === '' ? [] : [{ text, isChanged }] });
const toTexts = (lines: ReturnType<typeof joinLines>) =>
  lines.map(({ pieces }) => pieces.map(({ text }) => text).join(''));

describe('the steps of an approval', () => {
  const wave = { madeBy: 'Ines', madeAt: 1, quorum: 2, state: 'composed' } as const;

  test('are as many as people must agree, the first one first', () => {
    expect(listSteps({ ...wave, approvals: [] }).map(({ is }) => is)).toEqual(['composed', 'open', 'open']);
    const approvals = [
      { name: 'Marek', at: 9 },
      { name: 'Rafael', at: 3 },
    ];
    expect(listSteps({ ...wave, approvals })).toEqual([
      { is: 'composed', name: 'Ines', at: 1 },
      { is: 'approved', name: 'Rafael', at: 3, place: 1 },
      { is: 'approved', name: 'Marek', at: 9, place: 2 },
    ]);
  });

  test('of a discarded wave are over', () => {
    expect(listSteps({ ...wave, state: 'discarded', approvals: [] })).toHaveLength(1);
  });
});

test('an obstacle of the wave comes before what the reader can still do', () => {
  const languages = [
    { of: 'en', count: 3 },
    { of: 'de', count: 1 },
  ];
  const approvers = [{ name: 'Ines', mayNot: null }];
  const wave = { state: 'composed', approvers, gateObstacle: null, languages } as const;
  expect(findObstacle({ ...wave, state: 'approved' }, new Set())).toEqual({ is: 'state' });
  expect(findObstacle({ ...wave, approvers: [{ name: 'Ines', mayNot: { is: 'approved' } }] }, new Set())).toEqual({
    is: 'nobody',
  });
  expect(findObstacle({ ...wave, gateObstacle: 'DKIM fails' }, new Set())).toEqual({ is: 'gate' });
  expect(findObstacle(wave, new Set(['en', 'fr']))).toEqual({ is: 'unread', read: 1, of: 2 });
  expect(findObstacle(wave, new Set(['en', 'de']))).toBeNull();
});

test('wrapped lines are joined; items, short lines and empty ones stay, and no word changes', () => {
  const long = 'x'.repeat(70);
  const lines = [line(long), line('the end'), line(''), line(` - ${long}`), line('    goes on', true), line(' - two')];
  const joined = joinLines(lines);
  expect(toTexts(joined)).toEqual([`${long} the end`, '', ` - ${long} goes on`, ' - two']);
  expect(joined[2]?.pieces.filter(({ isChanged }) => isChanged)).toEqual([{ text: 'goes on', isChanged: true }]);
});
