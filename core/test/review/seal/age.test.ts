import { makeSealingKey, openWith, sealTo, toRecipient } from '@candor/core/review/seal';
import { expect, test } from 'vitest';
import { makeWeakKey, sealToMany } from './sealed-to-many.ts';

const content = new TextEncoder().encode('Dear Kim');
const kim = await makeSealingKey();
const eve = await makeSealingKey();

const sealToAll = (...recipients: readonly string[]): Promise<Uint8Array> => sealToMany(recipients, content);

test('what was sealed to one recipient opens with its identity alone', async () => {
  const sealed = await sealTo(kim.recipient, content);
  expect(await openWith(kim.identity, sealed)).toEqual(content);
  expect(await openWith(eve.identity, sealed)).toBeNull();
  expect(await toRecipient(kim.identity)).toBe(kim.recipient);
});

test('what was sealed to somebody else as well opens for nobody', async () => {
  for (const others of [
    [kim.recipient, eve.recipient],
    [eve.recipient, kim.recipient],
  ])
    expect(await openWith(kim.identity, await sealToAll(...others))).toBeNull();
  expect(await openWith(kim.identity, await sealToAll(kim.recipient))).toEqual(content);
});

test('a weaker key is none: neither to seal to nor to open with', async () => {
  const { identity, recipient } = await makeWeakKey();
  await expect(sealTo(recipient, content)).rejects.toThrow('post-quantum');
  expect(await openWith(identity, await sealToAll(recipient))).toBeNull();
  expect(await toRecipient(identity)).toBeNull();
});

test('a file that was cut or altered anywhere gives nothing', async () => {
  const sealed = await sealTo(kim.recipient, content);
  for (const at of [0, 30, 200, sealed.length - 20, sealed.length - 1]) {
    expect(await openWith(kim.identity, sealed.subarray(0, at))).toBeNull();
    expect(
      await openWith(
        kim.identity,
        sealed.map((byte, place) => (place === at ? byte ^ 1 : byte)),
      ),
    ).toBeNull();
  }
  expect(await openWith(kim.identity, new Uint8Array())).toBeNull();
});
