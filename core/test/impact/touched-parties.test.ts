import type { AddressRole } from '@candor/core/evidence/message';
import { createImpact, createTouchedParties, type PartyExposure, reviseParty } from '@candor/core/impact';
import {
  applyCuration,
  assertCurationAllowed,
  type CurationAct,
  type CurationOperation,
} from '@candor/core/impact/curation';
import { readDirectory } from '@candor/core/impact/party';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REFERENCE } from './fictional-reference.ts';

const INCIDENT = {
  organization: { name: 'Harbor', domains: ['harbor.example'], addresses: [], mailboxes: null, applications: [] },
};
const ADDRESSES = [
  'jo@acme.example',
  'JO@Acme.example',
  'al@lab.acme.example',
  'bo@bay.example',
  'cy@deep.bay.example',
  'di@freemail.example',
  'ed@freemail.example',
  'fy@groups.example',
  'gus@tenants.example',
  'ada@harbor.example',
  'no-domain',
];
/** A party of several domains, a row of a provider, contacts at domains of others. */
const { directory } = readDirectory(
  [
    'match,party,kind,name,country,contact',
    'acme.example,org-acme,organization,Acme,,it@acme.example',
    'cy@deep.bay.example,org-acme,,,,cy@bay.example',
    'freemail.example,,,Freemail,,abuse@lab.acme.example',
    'bay.example,,organization,Bay,,it@acme.example',
    '',
  ].join('\n'),
  { file: 'd.csv', organizationDomains: INCIDENT.organization.domains, suffixRules: REFERENCE.suffixRules },
);
const IDS = ['org-acme', 'bay.example', 'di@freemail.example', 'ed@freemail.example', 'groups.example', 'new', 'other'];
const MATCHES = ['acme.example', 'lab.acme.example', 'bay.example', 'cy@deep.bay.example', 'di@freemail.example'];
const CONTACTS = ['it@acme.example', 'cy@bay.example', 'desk@bay.example'];

interface Copy {
  readonly fingerprint: string;
  readonly draft: boolean;
  readonly verdict: 'accessed' | 'presumed' | 'undetermined' | 'absent';
  readonly custodian: string;
  readonly addresses: readonly (readonly [AddressRole, string])[];
}

const toAddressUse = ([role, address]: readonly [AddressRole, string]) =>
  ({ role, address, unreadable: address.includes('@') ? null : 'no-domain' }) as const;

function count(copies: readonly Copy[], operations: readonly CurationOperation[]): readonly PartyExposure[] {
  const curation = applyCuration(operations);
  const impact = createImpact({ incident: INCIDENT, directory, reference: REFERENCE, curation });
  for (const { addresses, ...copy } of copies) {
    const uses = addresses.map((use) => impact.registerUse(toAddressUse(use)));
    impact.addCopy({ ...copy, intruderSent: false, bulk: false, date: 1000, uses });
  }
  return [...impact.finish().parties];
}

/** As the lab counts: only messages of touched parties, until no further party is found. */
function countTouched(
  parties: readonly PartyExposure[],
  copies: readonly Copy[],
  before: readonly CurationOperation[],
  after: readonly CurationOperation[],
): readonly PartyExposure[] {
  const touched = createTouchedParties({ incident: INCIDENT, directory, reference: REFERENCE }, before, after);
  let found = new Set<string>();
  for (let ids = -1; ids !== touched.ids.size; ) {
    ids = touched.ids.size;
    const hits = copies.filter(({ addresses }) => touched.hasAny(addresses.map(toAddressUse)));
    found = new Set(hits.map(({ fingerprint }) => fingerprint));
  }
  const some = count(
    copies.filter(({ fingerprint }) => found.has(fingerprint)),
    after,
  );
  const others = parties.filter(({ party }) => !touched.ids.has(party));
  return [...others, ...some.filter(({ party }) => touched.ids.has(party))].sort((a, b) =>
    a.party < b.party ? -1 : 1,
  );
}

const copies = fc
  .array(
    fc.record({
      fingerprint: fc.constantFrom('01', '02', '03', '04', '05', '06', '07', '08'),
      draft: fc.boolean(),
      verdict: fc.constantFrom('accessed', 'presumed', 'undetermined', 'absent'),
      custodian: fc.constantFrom('ada', 'ben'),
      addresses: fc.array(fc.tuple(fc.constantFrom<AddressRole>('from', 'to', 'bcc'), fc.constantFrom(...ADDRESSES)), {
        maxLength: 4,
      }),
    }),
    { maxLength: 16 },
  )
  .map((some): readonly Copy[] => [...some].sort((a, b) => a.fingerprint.localeCompare(b.fingerprint)));

const id = fc.constantFrom(...IDS);
const contact = fc.constantFrom(...CONTACTS);
const acts: fc.Arbitrary<readonly CurationAct[]> = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('merge'), into: id, parties: fc.array(id, { minLength: 1, maxLength: 2 }) }),
    fc.record({
      act: fc.constant('split'),
      party: id,
      into: id,
      matches: fc.array(fc.constantFrom(...MATCHES), { minLength: 1, maxLength: 2 }),
      kind: fc.constantFrom('organization', 'person'),
    }),
    fc.record({ act: fc.constant('rename'), party: id, name: fc.constantFrom('One', 'Two') }),
    fc.record({ act: fc.constant('kind'), party: id, kind: fc.constantFrom('person', 'list') }),
    fc.record({
      act: fc.constant('add-contact'),
      party: id,
      contact: contact.map((text) => ({ contact: text, role: null, language: null })),
    }),
    fc.record({ act: fc.constant('withdraw-contact'), party: id, contact }),
    fc.record({ act: fc.constant('undo'), sequence: fc.integer({ min: 1, max: 6 }) }),
  ) as fc.Arbitrary<CurationAct>,
  { minLength: 1, maxLength: 8 },
);

test('counting the touched parties again gives what counting all of them gives, act after act', () => {
  const counted = new Set<string>();
  fc.assert(
    fc.property(copies, acts, (some, wanted) => {
      let before: readonly CurationOperation[] = [];
      let parties = count(some, before);
      for (const act of wanted) {
        const next = { sequence: before.length + 1, by: 'ada', at: 0, why: 'known', act };
        const ids = new Set(parties.map(({ party }) => party));
        try {
          assertCurationAllowed(before, next, (party) => ids.has(party));
        } catch {
          continue;
        }
        const after = [...before, next];
        const all = count(some, after);
        expect(countTouched(parties, some, before, after)).toEqual(all);
        if ('party' in act) {
          const own = parties.find(({ party }) => party === act.party);
          const revised = own === undefined ? null : reviseParty(own, act, applyCuration(after));
          if (revised !== null) {
            expect(parties.map((one) => (one === own ? revised : one))).toEqual(all);
            counted.add(`revised ${act.act}`);
          }
        }
        counted.add(act.act);
        parties = all;
        before = after;
      }
    }),
    { numRuns: 2000 },
  );
  expect([...counted].sort()).toEqual([
    ...['add-contact', 'kind', 'merge', 'rename', 'revised add-contact', 'revised kind', 'revised rename'],
    ...['revised withdraw-contact', 'split', 'undo', 'withdraw-contact'],
  ]);
});

const COPY: Copy = { fingerprint: '01', draft: false, verdict: 'accessed', custodian: 'ada', addresses: [] };
const toOperation = (sequence: number, act: CurationAct): CurationOperation => ({
  ...{ sequence, by: 'ada', at: 0, why: 'known', act },
});

test('a split touches a party that it does not name, and one that has a contact there', () => {
  const some: readonly Copy[] = [
    { ...COPY, addresses: [['to', 'cy@deep.bay.example']] },
    { ...COPY, fingerprint: '02', addresses: [['to', 'bo@bay.example']] },
  ];
  const split: CurationAct = {
    ...{ act: 'split', party: 'bay.example', into: 'new', kind: 'organization' },
    matches: ['bay.example'],
  };
  const touched = createTouchedParties(
    { incident: INCIDENT, directory, reference: REFERENCE },
    [],
    [toOperation(1, split)],
  );
  expect(touched.ids).toEqual(new Set(['bay.example', 'new', 'org-acme']));
  expect(countTouched(count(some, []), some, [], [toOperation(1, split)])).toEqual(
    count(some, [toOperation(1, split)]),
  );
});

test('a merge touches no other party', () => {
  const merge: CurationAct = { act: 'merge', into: 'org-acme', parties: ['bay.example'] };
  const touched = createTouchedParties(
    { incident: INCIDENT, directory, reference: REFERENCE },
    [],
    [toOperation(1, merge)],
  );
  const asked = ADDRESSES.filter((address) => touched.hasAny([toAddressUse(['to', address])]));
  expect(asked).toEqual(ADDRESSES.slice(0, 5));
  expect(touched.ids).toEqual(new Set(['bay.example', 'org-acme']));
});

test('a contact that is used again after it was withdrawn is not known without the directory', () => {
  const [party] = count([{ ...COPY, addresses: [['to', 'jo@acme.example']] }], []);
  if (party === undefined) throw new Error('there is a party');
  const withdraw: CurationAct = { act: 'withdraw-contact', party: 'org-acme', contact: 'it@acme.example' };
  const without = reviseParty(party, withdraw, applyCuration([toOperation(1, withdraw)]));
  expect(without?.contacts).toMatchObject({
    imported: [{ contact: 'cy@bay.example' }],
    withdrawn: ['it@acme.example'],
  });
  const add: CurationAct = {
    ...{ act: 'add-contact', party: 'org-acme' },
    contact: { contact: 'it@acme.example', role: null, language: null },
  };
  const curation = applyCuration([toOperation(1, withdraw), toOperation(2, add)]);
  expect(without === null ? 'none' : reviseParty(without, add, curation)).toBeNull();
});
