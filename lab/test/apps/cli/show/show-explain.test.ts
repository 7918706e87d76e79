import { expect, test } from 'vitest';
import { showCopies } from '../../../../src/apps/cli/show/show-explain.ts';
import type { ExplainedCopy } from '../../../../src/commands/exposure/explain-copies.ts';
import { showPlainly } from './plain-screen.ts';

const record = {
  id: 'r-1',
  time: '2001-09-12T10:00:00Z',
  operation: 'MailItemsAccessed',
  label: 'ambiguous',
  labelRule: 'A10',
  labelText: 'Nothing tells who made it.',
  sources: ['audit/log.csv, row 7'],
};

const explain = (
  more: number,
  moreGaps: number,
  carriers: readonly string[] = [],
  moreCarriers = 0,
): readonly string[] => {
  const reason = {
    rule: 'S7',
    code: 'sync-unattributed',
    text: 'Why.',
    records: [record],
    more,
    gaps: ['A gap.'],
    moreGaps,
    carriers,
    moreCarriers,
  };
  const copy = {
    custodian: 'ada',
    location: 'mail/1.eml',
    shown: null,
    arrived: null,
    arrivedFrom: 'unknown',
    arrivalSource: 'none',
    evidence: { file: 'mail/1.eml', members: [], offset: 0, length: 1, sha256: null },
    fingerprint: '',
    reasons: [reason],
  } as unknown as ExplainedCopy;
  return showPlainly((screen) => showCopies(screen, [copy]), 80);
};

test('counts the records and gaps of a reason beyond those listed', () => {
  const lines = explain(480, 1);
  expect(lines).toContain('    and 480 more records');
  expect(lines).toContain('    and 1 more gap');
  expect(lines.indexOf('    and 480 more records')).toBeLessThan(lines.indexOf('    A gap.'));
});

test('names the messages that carry it', () => {
  const lines = explain(0, 0, ['mail/2.eml'], 3);
  expect(lines).toContain('    attached to mail/2.eml');
  expect(lines).toContain('    and 3 more messages');
});

test('mentions no others when all are listed', () => {
  expect(explain(0, 0).join()).not.toContain('more');
});

function explainArrival(arrival: Pick<ExplainedCopy, 'arrived' | 'arrivedFrom' | 'arrivalSource'>): readonly string[] {
  const copy = {
    ...{ custodian: 'ada', location: 'mail/1.eml', shown: null, fingerprint: '', reasons: [] },
    ...arrival,
    evidence: { file: 'mail/1.eml', members: [], offset: 0, length: 1, sha256: null },
  } as unknown as ExplainedCopy;
  return showPlainly((screen) => showCopies(screen, [copy]), 500);
}

const ARRIVED = '2001-09-12T10:00:00Z';

test.for([
  ['received', 'by its Received lines'],
  ['log', 'by a delivery log'],
  ['sibling', 'by the Received line of the same message in another mailbox'],
  ['from-line', 'by its From line'],
] as const)('names the witness of an arrival: %s', ([arrivedFrom, words]) => {
  const lines = explainArrival({ arrived: ARRIVED, arrivedFrom, arrivalSource: 'delivery' });
  expect(lines.find((line) => line.includes('arrived'))).toContain(`${ARRIVED} (${words})`);
  expect(lines.join()).not.toMatch(/believed|message trace/);
});

test.for([
  [
    { arrived: ARRIVED, arrivedFrom: 'date', arrivalSource: 'none' },
    /Its Date was not believed: only its sender.* message trace/,
  ],
  [{ arrived: ARRIVED, arrivedFrom: 'maildir', arrivalSource: 'none' }, /This time was not believed: .*saved/],
  [
    { arrived: ARRIVED, arrivedFrom: 'date', arrivalSource: 'dated' },
    /repeats its Date in some time zone: .*message trace/,
  ],
  [{ arrived: null, arrivedFrom: 'unknown', arrivalSource: 'none' }, /No time says when it came/],
] as const)('says why a time was not believed: %o', ([arrival, words]) => {
  expect(explainArrival(arrival).join('\n')).toMatch(words);
});
