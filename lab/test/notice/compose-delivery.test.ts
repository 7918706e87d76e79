import type { ComposedNotice, NoticeFacts } from '@candor/core/notice/text';
import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import type { Disclosure } from '../../src/notice/disclosure.ts';
import { openDeliveryComposer } from '../../src/notice/wave/compose-delivery.ts';

const from = { name: 'Harbor Energy Incident Team', address: 'notice@harbor.example' };
const disclosure = {
  incident: { incident: 'harbor-2001' },
  notice: { from, reply: 'answers@harbor.example', dkim: null },
  folder: '/',
} as unknown as Disclosure;

const compose = (secret: number, key: string) =>
  openDeliveryComposer(disclosure, new Uint8Array(32).fill(secret), createNodeRuntime()).compose({
    key,
    contact: { address: 'security@northwind.example', role: null, rung: 'directory' } as never,
    facts: { language: 'en' } as NoticeFacts,
    composed: { subject: 'x', text: 'x\n', html: '<p>x</p>' } satisfies ComposedNotice,
    at: 1_003_136_400,
  });

test("mark and Message-ID depend on the wave's secret key, and cannot be computed without it", async () => {
  const key = 'harbor-2001/1/security@northwind.example/first';
  const [one, again, other] = [await compose(1, key), await compose(1, key), await compose(2, key)];
  expect(again).toEqual(one);
  expect(other.messageId).not.toBe(one.messageId);
  expect(other.token).not.toBe(one.token);
  // Whoever knows one of the two knows nothing of the other.
  expect(one.messageId).not.toContain(one.token);
  expect((await compose(1, `${key}x`)).messageId).not.toBe(one.messageId);
});
