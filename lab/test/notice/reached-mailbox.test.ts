import { readIncident } from '@candor/core/incident';
import { expect, test } from 'vitest';
import { findReachedMailbox } from '../../src/notice/alert/reached-mailbox.ts';

const read = (reach: string) => {
  const { incident } = readIncident(
    `incident: a
organization: { name: A, domains: [a.example, b.example] }
window: { start: 2024-01-01T00:00:00Z, contained: 2024-02-01T00:00:00Z }
mailboxes:
  - { custodian: ada, address: Ada@a.example, evidence: m, names: [al, ada@b.example] }
  - { custodian: bo, address: bo@a.example, evidence: n }
intruder: { addresses: [198.51.100.7], reach: [${reach}] }
`,
    'i.yaml',
  );
  if (incident === null) throw new Error('invalid');
  return incident;
};
const reached = (
  address: string,
  mailboxesReached: readonly string[],
  reach = '',
  forwardedTo: readonly string[] = [],
) => findReachedMailbox(address, read(reach), { mailboxesReached, forwardedTo });

test('a mailbox with an intruder record is reached under every address and name', () => {
  for (const address of [
    'ada@a.example',
    'ADA@A.EXAMPLE',
    'ada+x@a.example',
    'al@a.example',
    'al@b.example',
    'ada@b.example',
  ])
    expect([address, reached(address, ['ada'])]).toEqual([address, expect.stringContaining('mailbox of ada')]);
  for (const address of ['bo@a.example', 'al@elsewhere.example', 'ada@elsewhere.example', 'x@a.example'])
    expect([address, reached(address, ['ada'])]).toEqual([address, null]);
});

test('so is one not supplied, one that the incident file names, and a forwarding target', () => {
  expect(reached('eve@a.example', ['eve@a.example'])).toBe('the intruder reached this mailbox');
  expect(reached('bo@a.example', [], '{ mailbox: bo, by: credentials }')).toContain('mailbox of bo');
  expect(reached('x@other.example', [], '', ['X@other.example'])).toContain('forwarded');
});

test('if the intruder could reach all mailboxes, none of the organization gets an alert', () => {
  const all = '{ mailbox: all, by: application }';
  expect(reached('duty@sub.a.example', [], all)).toContain('intruder.reach');
  expect(reached('duty@elsewhere.example', [], all)).toBeNull();
  expect(findReachedMailbox('duty@a.example', read(''), null)).toBeNull();
});
