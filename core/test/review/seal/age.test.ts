import { makeSealingKey, openWith, sealTo, toRecipient } from '@candor/core/review/seal';
import { expect, test } from 'vitest';
import { makeWeakKey, sealToMany } from './sealed-to-many.ts';

const content = new TextEncoder().encode('Dear Kim');
const kim = await makeSealingKey();
const eve = await makeSealingKey();

const sealToAll = (...recipients: readonly string[]): Promise<Uint8Array> => sealToMany(recipients, content);

test('content sealed to one recipient opens only with its identity', async () => {
  const sealed = await sealTo(kim.recipient, content);
  expect(await openWith(kim.identity, sealed)).toEqual(content);
  expect(await openWith(eve.identity, sealed)).toBeNull();
  expect(await toRecipient(kim.identity)).toBe(kim.recipient);
});

test('content sealed to a second recipient as well opens for nobody', async () => {
  for (const others of [
    [kim.recipient, eve.recipient],
    [eve.recipient, kim.recipient],
  ])
    expect(await openWith(kim.identity, await sealToAll(...others))).toBeNull();
  expect(await openWith(kim.identity, await sealToAll(kim.recipient))).toEqual(content);
});

test('a weaker key is refused for sealing and opening', async () => {
  const { identity, recipient } = await makeWeakKey();
  await expect(sealTo(recipient, content)).rejects.toThrow('post-quantum');
  expect(await openWith(identity, await sealToAll(recipient))).toBeNull();
  expect(await toRecipient(identity)).toBeNull();
});

test('a file truncated or altered anywhere gives nothing', async () => {
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
