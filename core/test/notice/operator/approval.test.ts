import type { Signer } from '@candor/core/base';
import type { Operator } from '@candor/core/incident';
import { toBase64Url } from '@candor/core/ledger';
import {
  type Approval,
  digestDocument,
  findOwnMailboxes,
  fingerprintKeySet,
  selectValidApprovals,
  signApproval,
  toApprovalMessage,
  toKeyRecord,
  toKeySet,
} from '@candor/core/notice/operator';
import { describe, expect, test } from 'vitest';
import { nodeCryptography } from '../../../../lab/src/adapters/keys/cryptography.ts';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';
import { makeSigner } from '../../make-signer.ts';

const runtime = createNodeRuntime();

const toOperator = ({ name, publicKey }: Signer): Operator => ({ name, key: toBase64Url(publicKey), custodian: null });
const ines = makeSigner('Ines Adler');
const marek = makeSigner('Marek Dvorak');
const eve = makeSigner('Eve');
const operators = [ines, marek].map(toOperator);
const digest = digestDocument(runtime, { b: 1, a: [2] });
const valid = async (approvals: readonly Approval[], matter: 'wave' | 'withdrawal' = 'wave', of = digest) =>
  (await selectValidApprovals(nodeCryptography, matter, of, approvals, operators)).map(({ operator }) => operator);

describe('approvals', () => {
  test('cover the canonical form of a document', () => {
    expect(digestDocument(runtime, { a: [2], b: 1 })).toBe(digest);
    expect(digest).toBe(runtime.sha256Hex('{"a":[2],"b":1}'));
    const message = Buffer.from(toApprovalMessage('wave', digest)).toString();
    expect(message).toBe(`candor approval v1\nwave\n${digest}\n`);
    expect(() => toApprovalMessage('wave', 'no digest')).toThrow('SHA-256');
  });

  test('by two different people count as two', async () => {
    const approvals = [await signApproval(ines, 'wave', digest), await signApproval(marek, 'wave', digest)];
    expect(await valid(approvals)).toEqual(['Ines Adler', 'Marek Dvorak']);
  });

  test('by one person count once, under any name', async () => {
    const own = await signApproval(ines, 'wave', digest);
    expect(await valid([own, own, { ...own, operator: 'Marek Dvorak' }])).toEqual(['Ines Adler']);
    const second = toOperator({ ...ines, name: 'Ines again' });
    const both = [own, await signApproval({ ...ines, name: 'Ines again' }, 'wave', digest)];
    expect(await selectValidApprovals(nodeCryptography, 'wave', digest, both, [...operators, second])).toHaveLength(1);
  });

  test.each([
    ['of another document', async () => signApproval(ines, 'wave', digestDocument(runtime, { b: 2 }))],
    ['of another matter', async () => signApproval(ines, 'withdrawal', digest)],
    ['by nobody that is named', async () => signApproval(eve, 'wave', digest)],
    ['by another key under the name', async () => signApproval({ ...eve, name: 'Ines Adler' }, 'wave', digest)],
    [
      'with the right key named and another signing',
      async () => ({ ...(await signApproval(eve, 'wave', digest)), operator: 'Ines Adler', key: toOperator(ines).key }),
    ],
    ['cut', async () => ({ ...(await signApproval(ines, 'wave', digest)), signature: 'AAAA' })],
    ['not base64url', async () => ({ ...(await signApproval(ines, 'wave', digest)), signature: '!' })],
  ])('one %s counts as none', async (_, make) => {
    expect(await valid([await make()])).toEqual([]);
  });

  test('nobody approves about their own mailbox', () => {
    const operator = { ...toOperator(ines), custodian: 'adler-i' };
    expect(findOwnMailboxes(operator, ['brandt-j', 'adler-i', 'adler-i'])).toEqual(['adler-i']);
    expect(findOwnMailboxes(operator, ['brandt-j'])).toEqual([]);
    expect(findOwnMailboxes(toOperator(ines), ['adler-i'])).toEqual([]);
  });
});

describe('the key set', () => {
  test('has one fingerprint, in any order of operators', () => {
    const one = fingerprintKeySet(runtime, toKeySet('log.example+00000000+AA', operators));
    expect(fingerprintKeySet(runtime, toKeySet('log.example+00000000+AA', [...operators].reverse()))).toBe(one);
    expect(one).toMatch(/^([0-9a-f]{4}-){7}[0-9a-f]{4}$/);
    expect(fingerprintKeySet(runtime, toKeySet('log.example+00000000+AB', operators))).not.toBe(one);
    expect(toKeyRecord('harbor.example', one, 'harbor.example/log')).toBe(
      `_candor.harbor.example. IN TXT "v=candor1; key=${one}; log=harbor.example/log"`,
    );
  });
});
