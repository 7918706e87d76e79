import {
  checkNomination,
  type NominatedEnrollment,
  type SignedRequest,
  signRequest,
} from '@candor/core/review/enrollment';
import { beforeAll, expect, test } from 'vitest';
import { makePerson, type Person, primitives } from './person.ts';

let ada: Person;
let lee: Person;
let eve: Person;
let nominated: NominatedEnrollment;
beforeAll(async () => {
  [ada, lee, eve] = [await makePerson('Ada'), await makePerson('Lee'), await makePerson('Eve')];
  nominated = {
    incident: 'harbor-2001',
    parties: ['northwind.example', 'org-northwind'],
    enrollment: 'a'.repeat(64),
    reviewer: lee.fingerprint,
  };
});

function name(by: Person, change: object = {}): Promise<SignedRequest> {
  return signRequest(by.signer, {
    v: 1,
    kind: 'nomination',
    incident: 'harbor-2001',
    at: '2001-10-05T08:00:00Z',
    nonce: Buffer.alloc(16, 1).toString('base64url'),
    party: 'org-northwind',
    reviewer: lee.fingerprint,
    enrollment: 'a'.repeat(64),
    relation: 'own',
    ...change,
  } as Parameters<typeof signRequest>[1]);
}

const check = (signed: SignedRequest, by: readonly Person[] = [ada]) =>
  checkNomination(
    primitives,
    signed,
    nominated,
    by.map(({ fingerprint, key }) => ({ reviewer: fingerprint, sign: key.sign })),
  );

test('a nominator of the party names exactly this enrollment, under any former id of the party', async () => {
  expect(await check(await name(ada))).toEqual({ nominator: ada.fingerprint, relation: 'own' });
  expect(await check(await name(ada, { party: 'northwind.example', relation: 'representative' }))).toEqual({
    nominator: ada.fingerprint,
    relation: 'representative',
  });
});

test.each([
  ['another party', { party: 'contoso.example' }],
  ['another person', { reviewer: '0011-2233-4455-6677-8899-aabb-ccdd-eeff' }],
  ['another document of the same person', { enrollment: 'b'.repeat(64) }],
  ['another incident', { incident: 'other-2001' }],
] as const)('refuses a nomination for %s', async (_, change) => {
  expect(await check(await name(ada, change))).toBeNull();
});

test('only a nominator may nominate, and nobody may nominate themselves', async () => {
  expect(await check(await name(eve))).toBeNull();
  expect(await check(await name(ada), [])).toBeNull();
  expect(await check(await name(lee), [lee])).toBeNull();
  const signed = await name(ada);
  expect(await check({ ...signed, document: signed.document.replace('own', 'representative') })).toBeNull();
  const other = { v: 1, kind: 'revocation', incident: 'harbor-2001', at: '2001-10-05T08:00:00Z' } as const;
  const revocation = { ...other, nonce: 'AAAAAAAAAAAAAAAAAAAAAA', party: 'org-northwind', reviewer: lee.fingerprint };
  expect(await check(await signRequest(ada.signer, revocation))).toBeNull();
});
