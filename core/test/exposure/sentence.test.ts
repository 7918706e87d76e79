import { toGapSentence, toLabelSentence, toReasonSentence, toVerdictWords } from '@candor/core/exposure/explain';
import { type Reason, VERDICTS, type Verdict } from '@candor/core/exposure/verdict';
import { expect, test } from 'vitest';

test('names a rule as the specification does', () => {
  expect(toReasonSentence({ code: 'bind' })).toMatchObject({ rule: 'B1', code: 'bind' });
  expect(toReasonSentence({ code: 'gap-unasserted' }).rule).toBe('G1');
  expect(toLabelSentence({ label: 'ambiguous', reason: 'unattributed' }).rule).toBe('A10');
});

test('gives both ends of a gap, or its one instant', () => {
  expect(toGapSentence({ kind: 'truncated', from: 0, to: 60 })).toBe(
    'The log is blind from 1970-01-01T00:00:00Z to 1970-01-01T00:01:00Z: the export was truncated.',
  );
  expect(toGapSentence({ kind: 'lossy', from: 0, to: 0 })).toContain('at 1970-01-01T00:00:00Z:');
});

/** Words of these verdicts depend on the reason. */
const REASONS: Partial<Record<Verdict, readonly Pick<Reason, 'code'>[]>> = {
  'no-evidence': [{ code: 'complete-coverage' }],
  absent: [{ code: 'after-containment' }],
};

test('every verdict has words, and none says "read"', () => {
  for (const verdict of VERDICTS)
    expect(toVerdictWords({ verdict, reasons: REASONS[verdict] ?? [] })).not.toMatch(/\bread\b/);
});
