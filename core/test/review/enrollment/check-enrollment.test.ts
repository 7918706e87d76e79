import { randomBytes } from 'node:crypto';
import { toInstant } from '@candor/core/base';
import {
  checkEnrollment,
  type EnrollmentContext,
  type SignedRequest,
  toChallengeText,
} from '@candor/core/review/enrollment';
import { beforeAll, expect, test } from 'vitest';
import { enroll, makePerson, type Person, type Proof, primitives, proveByDomain, proveByMailbox } from './person.ts';

const now = toInstant(2001, 10, 6, 8, 0, 0) ?? 0;
const DAY = 24 * 60 * 60;
const token = Buffer.alloc(16, 7).toString('base64url');
const code = new Uint8Array(16).fill(3);
const otherCode = new Uint8Array(16).fill(4);
const codes = [
  { code: otherCode, party: 'contoso.example', domains: ['contoso.example'], addresses: ['it@contoso.example'] },
  { code, party: 'northwind.example', domains: ['northwind.example'], addresses: ['kim@mail.example'] },
];
let kim: Person;
let eve: Person;

beforeAll(async () => {
  kim = await makePerson('Kim Reyes');
  eve = await makePerson('Eve');
});

const around = (change: Partial<EnrollmentContext> = {}): EnrollmentContext => ({
  incident: 'harbor-2001',
  codes,
  token,
  firstSeen: now - DAY,
  records: [[toChallengeText(token, kim.fingerprint)]],
  isRegistrable: (domain) => domain.split('.').length === 2,
  now,
  ...change,
});

const check = async (signed: SignedRequest, change: Partial<EnrollmentContext> = {}): Promise<string> => {
  const result = await checkEnrollment(primitives, signed, around(change));
  return result.state === 'flawed' ? result.flaw : result.state;
};

test('code, signature and zone of one key prove a domain', async () => {
  const result = await checkEnrollment(primitives, await enroll(kim, await proveByDomain(kim, code)), around());
  expect(result).toMatchObject({
    state: 'proved',
    party: 'northwind.example',
    fingerprint: kim.fingerprint,
    by: 'dns',
  });
});

test('a code sent to one mailbox proves that mailbox', async () => {
  const signed = await enroll(kim, await proveByMailbox(kim, code, 'kim@mail.example'));
  expect(await check(signed, { records: null })).toBe('proved');
});

test("another party's code proves nothing about this domain", async () => {
  expect(await check(await enroll(kim, await proveByDomain(kim, otherCode)))).toBe('other-domain');
  expect(await check(await enroll(kim, await proveByDomain(kim, randomBytes(16))))).toBe('code');
});

test.each([
  ['www.northwind.example', 'scope'],
  ['example', 'signature'],
  ['contoso.example', 'other-domain'],
])('a proof of %s does not prove northwind.example', async (domain, flaw) => {
  expect(await check(await enroll(kim, await proveByDomain(kim, code, domain)))).toBe(flaw);
});

test.each(['Kim@mail.example', 'kim+x@mail.example', 'kim@sub.mail.example'])(
  '%s is another mailbox',
  async (address) => {
    expect(await check(await enroll(kim, await proveByMailbox(kim, code, address)))).toBe('other-address');
  },
);

test('a shared domain proves nothing, even if a party is known by it', async () => {
  const issued = { code, party: 'shared', domains: ['co.example'], addresses: [] };
  const signed = await enroll(kim, await proveByDomain(kim, code, 'co.example'));
  expect(await check(signed, { codes: [issued] })).toBe('proved');
  expect(await check(signed, { codes: [issued], isRegistrable: () => false })).toBe('scope');
});

test('a code sent to two mailboxes of a person proves neither', async () => {
  const issued = { code, party: 'kim', domains: [], addresses: ['kim@mail.example', 'kim@post.example'] };
  const signed = await enroll(kim, await proveByMailbox(kim, code, 'kim@mail.example'));
  expect(await check(signed, { codes: [issued] })).toBe('shared-code');
  expect(await check(signed, { codes: [{ ...issued, addresses: ['kim@mail.example'] }] })).toBe('proved');
});

test('no answer is neither yes nor no', async () => {
  expect(await check(await enroll(kim, await proveByDomain(kim, code)), { records: null })).toBe('unanswered');
});

test('an expired token, another token and another key prove nothing', async () => {
  const signed = await enroll(kim, await proveByDomain(kim, code));
  expect(await check(signed, { firstSeen: now - 30 * DAY })).toBe('proved');
  expect(await check(signed, { firstSeen: now - 30 * DAY - 1 })).toBe('expired');
  expect(await check(signed, { records: [] })).toBe('absent');
  expect(await check(signed, { records: [[toChallengeText(token, eve.fingerprint)]] })).toBe('other-key');
  expect(await check(signed, { token: 'short' })).toBe('expired');
  const named = await enroll(kim, { kind: 'nomination', domain: 'northwind.example' });
  expect(await check(named, { firstSeen: now - 30 * DAY - 1 })).toBe('expired');
});

test('another incident is refused', async () => {
  expect(await check(await enroll(kim, await proveByDomain(kim, code), { incident: 'other' }))).toBe('incident');
});

test('a document altered after signing is refused', async () => {
  const signed = await enroll(kim, await proveByDomain(kim, code));
  const altered = signed.document.replace('Kim Reyes', 'Kim Royes');
  expect(await check({ ...signed, document: altered })).toBe('signature');
  expect(await check({ ...signed, document: `${signed.document} ` })).toBe('signature');
  expect(await check({ ...signed, signature: eve.key.sign })).toBe('signature');
});

test('a nominee proves nothing alone', async () => {
  expect(await check(await enroll(kim, { kind: 'nomination', domain: 'northwind.example' }))).toBe('nominee');
});

// A portal that is not honest: it has keys of its own, sees all that passes and answers the lab as it likes. It never
// sees the code.
const swaps: readonly (readonly [string, (honest: SignedRequest, proof: Proof) => Promise<SignedRequest>])[] = [
  ['hands on a document of its own with the code proof it saw', (_, proof) => enroll(eve, proof)],
  [
    'signs the honest document itself',
    async (honest) => {
      const forged = await enroll(eve, { kind: 'nomination', domain: 'northwind.example' });
      return { document: honest.document, signature: forged.signature };
    },
  ],
  [
    'changes the opening key alone',
    async (honest) => ({
      ...honest,
      document: honest.document.replace(kim.key.age, eve.key.age),
    }),
  ],
  [
    'changes the opening key and signs with its own',
    (_, proof) => enroll(eve, proof, { key: { age: eve.key.age, sign: eve.key.sign } }),
  ],
  [
    'keeps the opening key and exchanges the signing key',
    (_, proof) => enroll(eve, proof, { key: { age: kim.key.age, sign: eve.key.sign } }),
  ],
  [
    'keeps the signing key and exchanges the opening key',
    (_, proof) => enroll(eve, proof, { key: { age: eve.key.age, sign: kim.key.sign } }),
  ],
];

for (const kind of ['dns', 'mailbox'] as const) {
  test.each(swaps)(`a portal that %s is caught (${kind})`, async (_, swap) => {
    const proof = kind === 'dns' ? await proveByDomain(kim, code) : await proveByMailbox(kim, code, 'kim@mail.example');
    const honest = await enroll(kim, proof);
    expect(await check(honest)).toBe('proved');
    expect(['signature', 'code']).toContain(await check(await swap(honest, proof)));
  });
}

test('even with the code the zone is required', async () => {
  expect(await check(await enroll(eve, await proveByDomain(eve, code)))).toBe('other-key');
  expect(await check(await enroll(eve, await proveByDomain(eve, code)), { records: [] })).toBe('absent');
});
