import type { PartyExposure } from '@candor/core/impact';
import { sayToNotify } from '@candor/core/impact';
import { describe, expect, test } from 'vitest';
import { showParties, showPartyView } from '../../../../src/apps/cli/show/show-parties.ts';
import { showPlainly } from './plain-screen.ts';

const NOTIFY = sayToNotify({
  exposed: { organization: 1, person: 0, list: 1 },
  bars: { mailboxes: [], notSupplied: 0, emptyLogs: [] },
  undetermined: 0,
  intruders: 1,
});

const long = 'a-very-long-name-of-an-organization-abroad.example';
const parties = [
  { party: long, kind: 'organization', name: 'An organization abroad', accessed: 12_345, first: 0, last: 86_400 },
  { party: 'b.example', kind: 'list', name: '', accessed: 0, first: null, last: null },
].map((party) => ({ presumed: 1, partial: 2, possible: 3, undetermined: 4, ...party })) as unknown as PartyExposure[];

function show(width: number): string[] {
  return showPlainly((screen) => showParties(screen, parties, { left: 0, notify: NOTIFY }, '.candor'), width);
}

const acme = {
  ...{ party: 'acme.example', name: 'Acme', kind: 'organization', country: 'NO', first: null, last: null, bulk: 0 },
  ...{ accessed: 1, presumed: 0, partial: 0, possible: 0, undetermined: 0, messages: 1, copies: 1, intruderSent: 0 },
  ...{ custodians: [], addresses: [], mergedIds: [], contacts: { curated: [], imported: [], withdrawn: [] } },
  roles: { sender: 1, recipient: 0, blindRecipient: 0, attached: 0 },
} as unknown as PartyExposure;

test("labels the country of a party: Norway's bare code would read as a no", () => {
  const [headline] = showPlainly((screen) => showPartyView(screen, { party: acme, history: [] }));
  expect(headline).toBe('acme.example · Acme · organization · country NO');
});

test('one party fits into 60 columns', () => {
  const party = {
    ...{ ...acme, name: 'Acme, haulage by road and rail', intruderSent: 12, bulk: 1_234, first: 0, last: 86_400 },
    roles: { sender: 12_345, recipient: 12_345, blindRecipient: 12, attached: 12 },
  };
  const lines = showPlainly((screen) => showPartyView(screen, { party, history: [] }), 60);
  expect(lines.filter((line) => line.length > 60)).toEqual([]);
  expect(lines.join(' ')).toContain("opened or copied by the intruder's client");
});

describe('the table of parties', () => {
  test.each([60, 76, 80, 100, 120, 200])('fits into %d columns', (width) => {
    const table = show(width).slice(0, 4);
    expect(Math.max(...table.map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(table[2]).toMatch(/12,345 +1 +2 +3 +4/);
  });

  test('is complete where there is room, and otherwise says what it omits', () => {
    expect(show(200).slice(0, 3).join('\n')).toContain('An organization abroad');
    expect(show(200).join('\n')).not.toContain('Left out');
    expect(show(80).at(-1)).toMatch(/^Left out, for the width of the screen: first, last, name/);
  });
});
