import type { Signer } from '@candor/core/base';
import { toBase64Url } from '@candor/core/ledger';
import { type ApprovedDocument, claimApproved, digestDocument, signApproval } from '@candor/core/notice/operator';
import { expect, test } from 'vitest';
import { nodeCryptography } from '../../../../lab/src/adapters/keys/cryptography.ts';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';
import { makeSigner } from '../../make-signer.ts';

const [ines, marek, eve] = [makeSigner('Ines Adler'), makeSigner('Marek Dvorak'), makeSigner('Eve')];
const digest = digestDocument(createNodeRuntime(), { wave: 1 });
const approve = (signer: Signer, of = digest, matter: ApprovedDocument['matter'] = 'wave') =>
  signApproval(signer, matter, of);
const claim = (approvals: ApprovedDocument['approvals'], change: Partial<ApprovedDocument> = {}) =>
  claimApproved(nodeCryptography, {
    matter: 'wave',
    digest,
    approvals,
    operators: [ines, marek].map(({ name, publicKey }) => ({ name, key: toBase64Url(publicKey) })),
    ...change,
  });

test('two operators who signed this very document approved it', async () => {
  expect((await claim([await approve(ines), await approve(marek)]))?.value).toEqual(['Ines Adler', 'Marek Dvorak']);
});

test('fewer than two, or other than operators, did not', async () => {
  expect(await claim([])).toBeNull();
  expect(await claim([await approve(ines)])).toBeNull();
  expect(await claim([await approve(ines), await approve(ines)])).toBeNull();
  expect(await claim([await approve(ines), await approve(eve)])).toBeNull();
  expect(await claim([await approve(ines), { ...(await approve(eve)), operator: 'Marek Dvorak' }])).toBeNull();
});

test('two who signed something else did not approve this', async () => {
  const other = digestDocument(createNodeRuntime(), { wave: 2 });
  expect(await claim([await approve(ines), await approve(marek, other)])).toBeNull();
  expect(await claim([await approve(ines), await approve(marek)], { digest: other })).toBeNull();
  expect(await claim([await approve(ines), await approve(marek, digest, 'withdrawal')])).toBeNull();
});

test('a key set may ask for more than two, never for fewer', async () => {
  const both = [await approve(ines), await approve(marek)];
  expect(await claim(both, { quorum: 3 })).toBeNull();
  expect(await claim([await approve(ines)], { quorum: 1 })).toBeNull();
});
