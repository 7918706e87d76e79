import { expect, test } from 'vitest';
import type { DnsAnswer } from '../../../src/adapters/net/dns/dns-answer.ts';
import { askKeyRecord } from '../../../src/notice/site/require-site.ts';

const key = 'f3a1-77c0-2be4-91d8-05aa-6c1e-d7b2-4f90';
const ask = (answer: DnsAnswer) => {
  const asked: string[] = [];
  const asker = {
    askDns: async (name: string) => {
      asked.push(name);
      return answer;
    },
  };
  return askKeyRecord(asker, 'harbor.example').then((found) => ({ found, asked }));
};
const texts = (...records: readonly (readonly string[])[]): DnsAnswer => ({ is: 'records', records, authentic: true });

test("reads the fingerprint from the domain's record, also in several strings", async () => {
  const { found, asked } = await ask(
    texts(['v=candor1; key=f3a1-77c0-2be4', '-91d8-05aa-6c1e-d7b2-4f90; log=harbor.example/log']),
  );
  expect(found).toEqual({ is: 'key', fingerprints: [key], isAuthentic: true });
  expect(asked).toEqual(['_candor.harbor.example']);
});

test.each([
  ['nothing', texts()],
  ['another record', texts(['v=spf1 -all'])],
  ['another version', texts([`v=candor2; key=${key}; log=harbor.example/log`])],
  ['half a key', texts(['v=candor1; key=f3a1-77c0; log=harbor.example/log'])],
  ['something behind it', texts([`v=candor1; key=${key}; log=harbor.example/log; key=${key}`])],
  ['no log', texts([`v=candor1; key=${key}`])],
  ['no such name', { is: 'none', exists: false, authentic: true }],
] as readonly (readonly [string, DnsAnswer])[])('%s confirms no key', async (_, answer) => {
  expect((await ask(answer)).found).toEqual({ is: 'none' });
});

test('each record confirms its key set, and silence is not absence', async () => {
  const record = `v=candor1; key=${key}; log=harbor.example/log`;
  const before = key.replace('f3a1', 'f3a0');
  expect((await ask(texts([record], [record], [record.replace(key, before)]))).found).toEqual({
    is: 'key',
    fingerprints: [before, key],
    isAuthentic: true,
  });
  expect((await ask({ is: 'fault', reason: 'time-out', text: 'no answer' })).found).toEqual({
    is: 'fault',
    text: 'no answer',
  });
});
