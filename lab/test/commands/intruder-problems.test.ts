import type { Alerts } from '@candor/core/exposure/alert';
import { expect, test } from 'vitest';
import { toIntruderProblems } from '../../src/commands/collect-problems.ts';

const none = { count: 0, first: null, last: null, records: [] };
const alerts: Alerts = { afterContainment: none, beyondWindow: none, suggestedSessions: [], mailboxesReached: [] };

test('asks a person about ambiguous records with everything that identifies them', () => {
  const problems = toIntruderProblems(
    {
      ...alerts,
      unlistedGuids: [{ guid: 'far', custodian: 'ada', records: 2 }],
      scatteredSessions: [
        {
          session: 's',
          count: 2,
          addresses: [
            { address: '192.0.2.1', records: 1 },
            { address: '2001:db8::/64', records: 3 },
          ],
        },
      ],
      licenseChanges: [{ account: 'bo@x.example', custodian: null, records: 1, record: 'r', last: 'r' }],
    },
    'incident.yaml',
  );
  expect(problems.map(({ code, weight }) => `${code} ${weight}`)).toEqual([
    'guid-unknown person',
    'session-at-several-addresses person',
    'licence-changed person',
  ]);
  const [guid, session, licence] = problems.map(({ text }) => text);
  expect(guid).toContain(
    '2 records name ada as owner but have the mailbox GUID far, which is not listed; they count for the mailbox of ada',
  );
  expect(session).toContain('192.0.2.1 (1 record), 2001:db8::/64 (3 records)');
  expect(licence).toContain('bo@x.example, who is not in the evidence');
  for (const { place, text } of problems) expect(text).toContain(`--accept ${place}`);
  expect(toIntruderProblems(alerts, 'incident.yaml')).toEqual([]);
});
