import { type Json, toCanonicalJson, toObject } from '@candor/core/base';
import { describeAct } from '@candor/core/notice/act';
import type { ApprovalType } from '@candor/core/notice/operator';
import { describe, expect, test } from 'vitest';

const HASH = 'ab'.repeat(32);
const EXPOSURE = { version: 2, digest: HASH };
const DOCUMENTS: readonly (readonly [ApprovalType, { readonly [member: string]: Json }])[] = [
  [
    'wave',
    {
      ...{ v: 2, incident: 'harbor', wave: 3, kind: 'metadata', exposure: EXPOSURE },
      ...{ root: HASH, at: '2026-06-08T18:00:00Z', selection: HASH, parties: HASH },
    },
  ],
  [
    'withdrawal',
    {
      v: 1,
      incident: 'harbor',
      notices: [14, 15].map((notice) => ({ notice, record: HASH })),
      misdirected: true,
      why: 'x',
    },
  ],
  [
    'operators',
    {
      ...{ v: 2, log: 'harbor.example/log+1', quorum: 2, follows: 0 },
      operators: [
        { name: 'Ines Adler', key: 'aaaa' },
        { name: 'Rafael Costa', key: 'bbbb', mailbox: 'costa-r' },
      ],
    },
  ],
  [
    'enquiry',
    {
      ...{ v: 1, incident: 'harbor', enquiry: 1, domain: 'northwind.example', answer: 'nothing', notice: null },
      ...{ exposure: EXPOSURE, gaps: [], at: '2026-06-08T18:00:00Z' },
    },
  ],
  ['settlement', { v: 1, as: 'accepted', deliveries: ['1/a/first', '2/b/first'], why: 'log of the relay' }],
  ['release', { v: 1, kind: 'release', incident: 'harbor', party: 'org-northwind', release: 1, manifest: HASH }],
  [
    'enrollment',
    {
      ...{ v: 2, kind: 'enrollment', incident: 'harbor', party: 'org-northwind', domains: ['northwind.example'] },
      ...{ reviewer: 'a1b2', key: { v: 1, age: 'age1pq1', sign: 'cccc' }, name: 'Jo Berg', role: 'reviewer' },
      ...{ proof: 'TXT record', at: 1_780_941_600, wait: { seconds: 259_200, since: 4 } },
    },
  ],
  [
    'enrollment',
    {
      ...{ v: 1, kind: 'resumption', incident: 'harbor', party: 'org-northwind', enrollment: 1, reviewer: 'a1b2' },
      ...{ objections: [3], why: 'two people of that name' },
    },
  ],
  [
    'enrollment',
    { v: 1, kind: 'transfer', incident: 'harbor', party: 'org-northwind', from: 'a1b2', to: 'c3d4', request: HASH },
  ],
  [
    'revocation',
    {
      v: 1,
      kind: 'revocation',
      incident: 'harbor',
      party: 'org-northwind',
      enrollment: 1,
      reviewer: 'a1b2',
      why: 'left',
    },
  ],
  [
    'revocation',
    {
      v: 1,
      kind: 'revocation',
      incident: 'harbor',
      party: 'org-northwind',
      release: 1,
      manifest: HASH,
      why: 'privilege',
    },
  ],
  [
    'hold',
    {
      v: 1,
      kind: 'hold',
      incident: 'harbor',
      party: 'org-northwind',
      message: HASH,
      reason: 'privilege',
      why: 'waived',
    },
  ],
  ['erasure', { v: 1, kind: 'erasure', incident: 'harbor', what: 'findings', before: null, why: 'legal term over' }],
  [
    'publication',
    {
      ...{ name: 'messages', value: { accessed: 7, possible: 0 }, formula: 'sum', why: 'published' },
      ...{ rules: { exposure: '2027-01', figures: 3 }, exposure: { ...EXPOSURE, inputs: HASH, curation: null } },
    },
  ],
];

const toBytes = (document: Json) => new TextEncoder().encode(toCanonicalJson(document));
const listRows = (matter: ApprovalType, document: Json) => describeAct(matter, toBytes(document))?.rows ?? [];

/** The document with one leaf changed, for each leaf. */
function* changeLeaves(value: Json): Generator<Json> {
  const members = Array.isArray(value) ? null : toObject(value);
  if (Array.isArray(value))
    for (const [at, item] of value.entries())
      for (const changed of changeLeaves(item)) yield value.map((one, index) => (index === at ? changed : one));
  else if (members !== null)
    for (const [name, member] of Object.entries(members))
      for (const changed of changeLeaves(member)) yield { ...members, [name]: changed };
  else yield typeof value === 'number' ? value + 1 : `${String(value)}!`;
}

describe.each(DOCUMENTS)('a document of the matter %s', (matter, document) => {
  test('is shown whole: no member changes without a row that changes', () => {
    const rows = JSON.stringify(listRows(matter, document));
    const changed = [...changeLeaves(document)];
    expect(changed.length).toBeGreaterThanOrEqual(Object.keys(document).length - 1);
    for (const other of changed) expect(JSON.stringify(listRows(matter, other))).not.toBe(rows);
  });

  test('has a label in words for each of its members but the version', () => {
    const plain = listRows(matter, document).filter(({ label }) => /^[a-z]+\.|^v$/.test(label));
    expect(plain.map(({ label }) => label)).toEqual('v' in document ? ['v'] : []);
  });

  test('is shown with a member that nobody knows', () => {
    const rows = listRows(matter, { ...document, also: { grants: ['everything'] } });
    expect(rows).toContainEqual({ label: 'also.grants', value: 'everything' });
  });
});

test('the rows of a withdrawal name each notice beside its record, before the incident', () => {
  const [, withdrawal] = DOCUMENTS[1] ?? ['withdrawal', {}];
  expect(listRows('withdrawal', withdrawal).map(({ label, value }) => `${label}: ${value}`)).toEqual([
    ...[14, 15].flatMap((notice) => [`notice: ${notice}`, `its record: ${HASH}`]),
    ...['misdirected: yes', 'reason: x', 'incident: harbor', 'v: 1'],
  ]);
});

test('text that reads as something else is shown in quotes', () => {
  const rows = listRows('settlement', { why: ['none', 'yes', '7', '', ' x', '"none"', 'plain'] });
  expect(rows.map(({ value }) => value)).toEqual(['"none"', '"yes"', '"7"', '""', '" x"', '"\\"none\\""', 'plain']);
});

test.each([
  ['no JSON', 'x'],
  ['another order of members', '{"why":"x","as":"accepted"}'],
  ['a space', '{ "as":"accepted"}'],
  ['a list', '[1]'],
  ['a member twice', '{"as":"accepted","as":"bounced"}'],
  ['a byte order mark', '\ufeff{"as":"accepted"}'],
])('describes no bytes that are not the canonical ones of an object: %s', (_case, text) => {
  expect(describeAct('settlement', new TextEncoder().encode(text))).toBeNull();
});
