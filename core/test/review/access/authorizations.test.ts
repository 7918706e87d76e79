import { type Authorizations, readAuthorizations, toAuthorizationsText } from '@candor/core/review/access';
import { expect, test } from 'vitest';

const digest = 'a'.repeat(64);
const reviewer = {
  reviewer: '0011-2233-4455-6677-8899-aabb-ccdd-eeff',
  sign: Buffer.alloc(32, 1).toString('base64url'),
  role: 'nominator' as const,
  name: 'Kim Reyes',
};
const party = { party: 'northwind.example', domains: ['northwind.example'], reviewers: [reviewer], releases: [digest] };
const standing: Authorizations = {
  v: 1,
  kind: 'standing',
  incident: 'harbor-2001',
  number: 1,
  at: '2001-10-05T08:00:00Z',
  until: '2001-10-06T08:00:00Z',
  parties: [party],
  requests: [{ request: digest, state: 'waiting' }],
};

test('a statement has one canonical form', () => {
  const text = toAuthorizationsText(standing);
  expect(readAuthorizations(text)).toEqual(standing);
  for (const wrong of [
    '',
    '[]',
    ` ${text}`,
    text.replace('"v":1', '"v":1,"x":1'),
    text.replace('nominator', 'operator'),
  ])
    expect(readAuthorizations(wrong)).toBeNull();
});

test('no person, key, party, release or request occurs twice', () => {
  const second = { ...party, party: 'contoso.example', reviewers: [], releases: [] };
  const read = (change: Partial<Authorizations>) =>
    readAuthorizations(toAuthorizationsText({ ...standing, ...change }));
  expect(read({ parties: [party, second] })).not.toBeNull();
  expect(read({ parties: [party, { ...second, party: party.party }] })).toBeNull();
  expect(read({ parties: [party, { ...second, reviewers: [reviewer] }] })).toBeNull();
  const otherName = { ...reviewer, reviewer: reviewer.reviewer.replace('0011', '0012') };
  expect(read({ parties: [party, { ...second, reviewers: [otherName] }] })).toBeNull();
  expect(read({ parties: [party, { ...second, releases: [digest] }] })).toBeNull();
  expect(read({ requests: [...standing.requests, { request: digest, state: 'refused' }] })).toBeNull();
});
