import { hkdfSync } from 'node:crypto';
import {
  checkEnrollment,
  type EnrollmentContext,
  makeCodeProof,
  type SignedRequest,
  toChallengeText,
} from '@candor/core/review/enrollment';
import { makeGrant, makeSealingKey, openGrant, type SealingKey } from '@candor/core/review/seal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { primitives as portalPrimitives } from '../src/adapters/primitives.ts';
import { callSigned } from './support/caller.ts';
import { makePerson, type Person, World } from './support/world.ts';

// A portal in an attacker's hands: it hands the lab what it likes, keeps what it likes, and sees all that passes. It
// has no code and no zone.
const primitives = {
  ...portalPrimitives,
  hkdfSha256: async (secret: Uint8Array, info: string, length: number) =>
    new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), info, length)),
};
const party = 'northwind.example';
const mailbox = 'kim@mail.example';
const code = new Uint8Array(16).fill(9);
const codes = [{ code, party, domains: [party], addresses: [mailbox] }];
const kinds = ['dns', 'mailbox'] as const;
type Kind = (typeof kinds)[number];

let world: World;
let kim: Person;
let eve: Person;
let eveSealing: SealingKey;
beforeAll(async () => {
  world = await new World().start();
  kim = await makePerson('Kim');
  eveSealing = await makeSealingKey();
  const made = await makePerson('Eve');
  eve = { ...made, key: { ...made.key, age: eveSealing.recipient } };
});
afterAll(() => world.end());

async function write(person: Person, kind: Kind, proof: string): Promise<SignedRequest> {
  const { key, name } = person;
  const shown = kind === 'dns' ? { kind, domain: party, code: proof } : { kind, address: mailbox, code: proof };
  return world.sign(person, { kind: 'enrollment', key, name, address: mailbox, proof: shown });
}

/** What Kim sent, what Kim's zone says, and what the lab pulled. */
async function enrollKim(
  kind: Kind,
): Promise<{ signed: SignedRequest; token: string; zone: readonly (readonly string[])[] }> {
  const signed = await write(kim, kind, await makeCodeProof(primitives, code, kim.fingerprint));
  const reply = await callSigned(world, kim, 'POST', '/v1/enrollments', signed);
  const { token } = (await reply.json()) as { token: string };
  // Kim writes the record from Kim's own keys, never from what a portal says they are.
  return { signed, token, zone: [[toChallengeText(token, kim.fingerprint)]] };
}

const toAround = (token: string, records: readonly (readonly string[])[]): EnrollmentContext => ({
  ...{ incident: 'harbor-2001', codes, token, records, firstSeen: world.now, now: world.now },
  isRegistrable: (domain) => domain === party,
});

async function check(signed: SignedRequest, token: string, zone: readonly (readonly string[])[]): Promise<string> {
  const around = toAround(token, zone);
  const result = await checkEnrollment(primitives, signed, around);
  return result.state === 'flawed' ? result.flaw : `${result.state} ${result.fingerprint}`;
}

const seenProof = (signed: SignedRequest): string =>
  (JSON.parse(signed.document) as { proof: { code: string } }).proof.code;

for (const kind of kinds) {
  test(`nothing swapped: Kim's own key is proved (${kind})`, async () => {
    const { signed, token, zone } = await enrollKim(kind);
    expect(await check(signed, token, zone)).toBe(`proved ${kim.fingerprint}`);
  });

  test(`swapped at registration: another document is stored for Kim's (${kind})`, async () => {
    const { signed, token, zone } = await enrollKim(kind);
    expect(await check(await write(eve, kind, seenProof(signed)), token, zone)).toBe('code');
  });

  test(`swapped when listed: keys in Kim's document are exchanged (${kind})`, async () => {
    const { signed, token, zone } = await enrollKim(kind);
    for (const [from, to] of [
      [kim.key.age, eve.key.age],
      [kim.key.sign, eve.key.sign],
    ] as const)
      expect(await check({ ...signed, document: signed.document.replace(from, to) }, token, zone)).toBe('signature');
  });

  test(`swapped at approval: the grant goes to the checked key, whatever is said later (${kind})`, async () => {
    const { signed, token, zone } = await enrollKim(kind);
    const around = toAround(token, zone);
    const checked = await checkEnrollment(primitives, signed, around);
    if (checked.state !== 'proved') throw new Error('not proved');
    const vault = await makeSealingKey();
    const scope = { incident: 'harbor-2001', party, reviewer: checked.fingerprint };
    const grant = await makeGrant(scope, vault, checked.key.age);
    expect(await openGrant(eveSealing.identity, grant, { ...scope, vault: vault.recipient })).toBeNull();
  });

  test(`swapped at export: a grant for another vault is refused (${kind})`, async () => {
    const vault = await makeSealingKey();
    const scope = { incident: 'harbor-2001', party, reviewer: eve.fingerprint };
    const grant = await makeGrant(scope, vault, eveSealing.recipient);
    expect(await openGrant(eveSealing.identity, grant, { ...scope, vault: vault.recipient })).toBe(vault.identity);
    expect(await openGrant(eveSealing.identity, grant, { ...scope, vault: eveSealing.recipient })).toBeNull();
    expect(
      await openGrant(eveSealing.identity, grant, { ...scope, vault: vault.recipient, reviewer: kim.fingerprint }),
    ).toBeNull();
  });

  test(`swapped at rotation: new keys need code and zone again (${kind})`, async () => {
    const { signed, token, zone } = await enrollKim(kind);
    const rotated: Person = { ...kim, key: { ...kim.key, age: eve.key.age } };
    // Even a portal that had Kim's signature could not make a proof for the new fingerprint.
    expect(await check(await write(rotated, kind, seenProof(signed)), token, zone)).toBe('code');
  });

  test(`swapped at recovery: a passkey only gives ciphertext, and only Kim's key registers one (${kind})`, async () => {
    await enrollKim(kind);
    const asked = await callSigned(world, kim, 'POST', '/v1/passkey/options');
    const { challenge } = (await asked.json()) as { challenge: string };
    const response = eve.authenticator.register(challenge);
    expect((await callSigned(world, eve, 'POST', '/v1/passkey', { response, wrapped: null })).status).toBe(401);
  });
}

test('admits whoever has code and mailbox: the search can find', async () => {
  const signed = await write(eve, 'mailbox', await makeCodeProof(primitives, code, await fingerprintOf(eve)));
  expect(await check(signed, 'A'.repeat(22), [])).toMatch(/^proved/);
});

async function fingerprintOf(person: Person): Promise<string> {
  const { toFingerprint } = await import('@candor/core/review/seal');
  return toFingerprint(primitives, person.key);
}
