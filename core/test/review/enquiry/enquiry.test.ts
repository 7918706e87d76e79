import { type Json, toCanonicalJson } from '@candor/core/base';
import { digestDocument, signApproval, toKeySet } from '@candor/core/notice/operator';
import {
  type EnquiryReply,
  type EnquiryRequest,
  openReply,
  REPLY_BYTES,
  readEnquiry,
  sealReply,
  signEnquiry,
  verifyEnquiry,
} from '@candor/core/review/enquiry';
import { makeSealingKey, type SealingKey } from '@candor/core/review/seal';
import { beforeAll, expect, test } from 'vitest';
import { makePerson, type Person, primitives } from '../enrollment/person.ts';

const request = 'a'.repeat(64);
const asked = { request, domain: 'northwind.example', incident: 'harbor-2001' };
const answer = {
  v: 1,
  incident: 'harbor-2001',
  enquiry: 1,
  domain: 'northwind.example',
  answer: 'nothing',
  notice: null,
  exposure: { version: 1, digest: 'b'.repeat(64) },
  gaps: ['unasserted'],
  at: '2001-10-05T08:00:00Z',
};
let operators: Person[];
let asker: SealingKey;
beforeAll(async () => {
  operators = [await makePerson('Ines'), await makePerson('Marek'), await makePerson('Eve')];
  asker = await makeSealingKey();
});

async function reply(
  change: Partial<EnquiryReply> = {},
  document: object = answer,
  by = [0, 1],
): Promise<EnquiryReply> {
  const digest = digestDocument(primitives, document as Json);
  const signers = by.flatMap((at) => operators[at] ?? []);
  const known = operators.slice(0, 2).map(({ name, key }) => ({ name, key: key.sign }));
  return {
    request,
    document: toCanonicalJson(document as Json),
    approvals: await Promise.all(signers.map(({ signer }) => signApproval(signer, 'enquiry', digest))),
    keys: toCanonicalJson(toKeySet('harbor.example/log+1234abcd+AAAA', known) as unknown as Json),
    notice: null,
    ...change,
  };
}

const open = async (sent: EnquiryReply, identity = asker.identity) =>
  openReply(primitives, identity, await sealReply(asker.recipient, sent), asked);

test('an answer by two people opens for the enquirer and has one size', async () => {
  expect(await open(await reply())).toMatchObject({
    state: 'verified',
    approvers: { value: ['Ines', 'Marek'] },
    answer,
  });
  const told = { ...answer, answer: 'notice', notice: 7 };
  const long = await reply({ notice: { subject: 'Your emails', text: 'x'.repeat(20_000) } }, told);
  expect(await open(long)).toMatchObject({ state: 'verified', notice: { subject: 'Your emails' } });
  const sizes = [await sealReply(asker.recipient, await reply()), await sealReply(asker.recipient, long)];
  expect(new Set(sizes.map(({ length }) => length)).size).toBe(1);
  await expect(sealReply(asker.recipient, await reply({ document: 'x'.repeat(REPLY_BYTES) }))).rejects.toThrow(
    'longer',
  );
});

test.each([
  ['another key', async () => open(await reply(), (await makeSealingKey()).identity), 'closed'],
  ['one signature', async () => open(await reply({}, answer, [0])), 'approvals'],
  ['the same person twice', async () => open(await reply({}, answer, [0, 0])), 'approvals'],
  ['somebody who is no operator', async () => open(await reply({}, answer, [0, 2])), 'approvals'],
  [
    'an answer that was altered',
    async () => open({ ...(await reply()), document: toCanonicalJson({ ...answer, gaps: [] } as unknown as Json) }),
    'approvals',
  ],
  [
    'an answer about another domain',
    async () => open(await reply({}, { ...answer, domain: 'contoso.example' })),
    'other',
  ],
  ['an answer of another incident', async () => open(await reply({}, { ...answer, incident: 'other' })), 'other'],
  ['an answer to another request', async () => open(await reply({ request: 'c'.repeat(64) })), 'other'],
  ['a notice beside "nothing"', async () => open(await reply({ notice: { subject: 'x', text: 'x' } })), 'other'],
  ['"notice" without one', async () => open(await reply({}, { ...answer, answer: 'notice', notice: 7 })), 'other'],
  ['keys that are none', async () => open(await reply({ keys: '{}' })), 'form'],
] as const)('%s is refused', async (_, make, flaw) => {
  expect(await make()).toEqual({ state: 'refused', flaw });
});

test('an enquiry is signed by its own key, in one canonical form', async () => {
  const [mo, eve] = [operators[0] as Person, operators[2] as Person];
  const asks: EnquiryRequest = {
    v: 1,
    kind: 'enquiry',
    incident: 'harbor-2001',
    at: '2001-10-05T08:00:00Z',
    nonce: Buffer.alloc(16, 1).toString('base64url'),
    key: { age: mo.key.age, sign: mo.key.sign },
    name: 'Mo',
    address: 'mo@northwind.example',
    domain: 'northwind.example',
  };
  const signed = await signEnquiry(mo.signer, asks);
  expect(await verifyEnquiry(primitives, signed)).toEqual(asks);
  expect(await verifyEnquiry(primitives, await signEnquiry(eve.signer, asks))).toBeNull();
  for (const altered of [
    signed.document.replace('"Mo"', '"Ma"'),
    `${signed.document} `,
    signed.document.replace('enquiry', 'enrollment'),
    signed.document.replace('"v":1', '"v":1,"x":1'),
  ])
    expect(await verifyEnquiry(primitives, { ...signed, document: altered })).toBeNull();
  for (const domain of ['Northwind.example', 'northwind.example.', 'example', 'a b.example'])
    expect(readEnquiry(signed.document.replaceAll('northwind.example"}', `${domain}"}`))?.domain).not.toBe(domain);
  expect(readEnquiry('x'.repeat(9000))).toBeNull();
});
