import { readIncident } from '@candor/core/evidence';
import { expect, test } from 'vitest';
import { listReached } from '../../src/notice/parties-now.ts';

const incidentWith = (reach: string) => {
  const { incident, refusals } = readIncident(
    `incident: x
organization: { name: Lamp Works, domains: [lamp.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes:
  - { custodian: keeper, address: keeper@lamp.example, evidence: a }
  - { custodian: helper, address: helper@lamp.example, evidence: b }
intruder: { reach: [${reach}] }
`,
    'incident.yaml',
  );
  expect(refusals).toEqual([]);
  if (incident === null) throw new Error('refused without a reason');
  return incident;
};

test('a mailbox is reached by a record of the intruder in it, or by what the incident file says', () => {
  const reached = (reach: string, seen: readonly string[]) => [...listReached(incidentWith(reach), seen)].sort();
  expect(reached('', [])).toEqual([]);
  expect(reached('', ['helper'])).toEqual(['helper']);
  expect(reached('{ mailbox: keeper, by: delegation }', ['helper'])).toEqual(['helper', 'keeper']);
  expect(reached('{ mailbox: all, by: application }', [])).toEqual(['helper', 'keeper']);
});
