import {
  createFindingJudge,
  type DecidedFinding,
  type DecisionAct,
  type FindingDecision,
  selectDecisionsInForce,
} from '@candor/core/impact/findings';
import { describe, expect, test } from 'vitest';

const finding: DecidedFinding = {
  kind: 'payment-card',
  detector: 'payment-card',
  confidence: 'weak',
  value: 7,
  sender: 'news@shop.example',
};

const toDecisions = (...acts: readonly DecisionAct[]): readonly FindingDecision[] =>
  acts.map((act, at) => ({ sequence: at + 1, by: 'Ines', at: at + 1, why: 'x', act }));

const judge = (acts: readonly DecisionAct[], changes: Partial<DecidedFinding> = {}) =>
  createFindingJudge(toDecisions(...acts))({ ...finding, ...changes });

describe('without a decision', () => {
  test.each([
    ['certain', 'counted'],
    ['likely', 'counted'],
    ['weak', 'waiting'],
  ] as const)('%s counts as %s', (confidence, state) => {
    expect(judge([], { confidence })).toBe(state);
  });
});

describe('a decision', () => {
  test.each([
    ['a value', { value: 7 }, { value: 8 }],
    ['a sender', { sender: 'news@shop.example' }, { sender: 'ada@shop.example' }],
    ['a rule', { rule: 'payment-card' }, { detector: 'payment-card-labelled' }],
    ['a kind', { kind: 'payment-card' }, { kind: 'credential' }],
    ['several things at once', { kind: 'payment-card', sender: 'news@shop.example' }, { sender: 'ada@shop.example' }],
  ] as const)('about %s applies to it and nothing else', (_, about, other) => {
    expect(judge([{ act: 'accept', about }])).toBe('counted');
    expect(judge([{ act: 'dismiss', about }])).toBe('dismissed');
    expect(judge([{ act: 'accept', about }], other as Partial<DecidedFinding>)).toBe('waiting');
  });

  test('that is narrower takes precedence over a newer, wider one', () => {
    const accept = { act: 'accept', about: { value: 7 } } as const;
    const dismiss = { act: 'dismiss', about: { kind: 'payment-card' } } as const;
    expect(judge([accept, dismiss])).toBe('counted');
    expect(judge([accept, dismiss], { value: 8 })).toBe('dismissed');
    const sender = { act: 'accept', about: { sender: 'news@shop.example' } } as const;
    expect(judge([sender, dismiss])).toBe('counted');
    const rule = { act: 'accept', about: { rule: 'payment-card' } } as const;
    expect(judge([rule, dismiss])).toBe('counted');
    expect(judge([sender, { act: 'dismiss', about: { rule: 'payment-card' } }])).toBe('counted');
  });

  test('that is newer takes precedence over an equal one', () => {
    const about = { rule: 'payment-card' };
    expect(
      judge([
        { act: 'accept', about },
        { act: 'dismiss', about },
      ]),
    ).toBe('dismissed');
    expect(
      judge([
        { act: 'dismiss', about },
        { act: 'accept', about },
      ]),
    ).toBe('counted');
  });

  test('that is undone has no effect, and undoing the undo restores it', () => {
    const dismiss = { act: 'dismiss', about: { value: 7 } } as const;
    expect(judge([dismiss, { act: 'undo', of: 1 }])).toBe('waiting');
    expect(judge([dismiss, { act: 'undo', of: 1 }, { act: 'undo', of: 2 }])).toBe('dismissed');
    expect(judge([{ act: 'erase', before: null, findings: 1, messages: 1 }])).toBe('waiting');
  });
});

test('only finding decisions are in force', () => {
  const acts: readonly DecisionAct[] = [
    { act: 'accept', about: { value: 7 } },
    { act: 'dismiss', about: { kind: 'credential' } },
    { act: 'undo', of: 1 },
    { act: 'erase', before: 3, findings: 1, messages: 1 },
  ];
  expect(selectDecisionsInForce(toDecisions(...acts)).map(({ sequence }) => sequence)).toEqual([2]);
});
