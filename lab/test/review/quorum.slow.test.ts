import { judgeDomainProof, judgeZone, toChallengeText } from '@candor/core/review/enrollment';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DnsType } from '../../src/adapters/net/dns/dns-answer.ts';
import { askDns, type ResolverAddress } from '../../src/adapters/net/dns.ts';
import { observeZone } from '../../src/review/enrollment/observe-zone.ts';
import { type Mood, ScriptedResolvers } from './scripted-zone.ts';

const DOMAIN = 'northwind.example';
const CHALLENGE = `_candor-challenge.${DOMAIN}`;
const token = Buffer.alloc(16, 7).toString('base64url');
const fingerprint = '0011-2233-4455-6677-8899-aabb-ccdd-eeff';
const right = toChallengeText(token, fingerprint);
const otherKey = toChallengeText(token, 'ffee-2233-4455-6677-8899-aabb-ccdd-0011');
/** An answer is waited for, however busy the machine is; where a resolver is silent, there is none to wait for. */
const toLimits = (letters: string) => ({
  datagramMs: letters.includes('s') ? 1_000 : 20_000,
  streamMs: 20_000,
  tries: 1,
});
const MOST = 5;
const resolvers = new ScriptedResolvers();
beforeAll(() => resolvers.open(MOST));
afterAll(() => resolvers.close());

const moods: Readonly<Record<string, Mood>> = { h: 'honest', f: 'fails', s: 'silent', d: 'denies', l: 'lies' };

type Zone = 'right' | 'none' | 'other-key' | 'signed' | 'signed-unchecked';
type Wanted = 'proved' | 'absent' | 'unanswered' | 'other-key';

/**
 * What the zone has, how each resolver answers (honest, fails, silent, denies, lies that the record is there), and what
 * follows.
 */
const table: readonly (readonly [Zone, string, Wanted])[] = [
  ['right', 'h', 'proved'],
  ['right', 'hh', 'proved'],
  ['right', 'hhh', 'proved'],
  ['right', 'hhhhh', 'proved'],
  ['right', 'hf', 'unanswered'],
  ['right', 'hs', 'unanswered'],
  ['right', 'hd', 'unanswered'],
  ['right', 'hhf', 'proved'],
  ['right', 'hhs', 'proved'],
  ['right', 'hhd', 'proved'],
  ['right', 'hff', 'unanswered'],
  ['right', 'hfs', 'unanswered'],
  ['right', 'hdf', 'unanswered'],
  ['right', 'hdd', 'absent'],
  ['right', 'hhff', 'unanswered'],
  ['right', 'hhdd', 'unanswered'],
  ['right', 'hhhdf', 'proved'],
  ['right', 'hhddf', 'unanswered'],
  ['right', 'hhdds', 'unanswered'],
  ['right', 'fff', 'unanswered'],
  ['right', 'sss', 'unanswered'],
  ['right', 'fds', 'unanswered'],
  ['right', '', 'unanswered'],
  ['none', 'h', 'absent'],
  ['none', 'hhh', 'absent'],
  ['none', 'hl', 'unanswered'],
  ['none', 'hhl', 'absent'],
  ['none', 'hfl', 'unanswered'],
  ['none', 'fl', 'unanswered'],
  ['none', 'ffl', 'unanswered'],
  ['none', 'ssl', 'unanswered'],
  ['none', 'dfl', 'unanswered'],
  ['none', 'hhll', 'unanswered'],
  ['none', 'hhhll', 'absent'],
  ['none', 'fsl', 'unanswered'],
  ['none', 'ffsll', 'unanswered'],
  ['other-key', 'hhh', 'other-key'],
  ['other-key', 'hhl', 'other-key'],
  ['other-key', 'hl', 'unanswered'],
  ['signed', 'hhh', 'proved'],
  ['signed-unchecked', 'hhh', 'unanswered'],
  ['signed', 'hhl', 'proved'],
  ['signed', 'hhf', 'proved'],
];

type Ask = (name: string, type: DnsType, addresses: readonly ResolverAddress[]) => ReturnType<typeof askDns>;

async function judge([zone, letters]: (typeof table)[number], ask: Ask): Promise<string> {
  resolvers.zone.clear();
  resolvers.signed.clear();
  const isSigned = zone.startsWith('signed');
  resolvers.zone.set(DOMAIN, {
    NS: ['ns.northwind.example'],
    MX: ['mx.northwind.example'],
    ...(isSigned ? { DS: ['aa'] } : {}),
  });
  if (zone !== 'none') resolvers.zone.set(CHALLENGE, { TXT: [zone === 'other-key' ? otherKey : right] });
  if (zone === 'signed') resolvers.signed.add(CHALLENGE);
  resolvers.lie = right;
  for (let at = 0; at < MOST; at += 1) resolvers.moods[at] = moods[letters[at] ?? 'h'] ?? 'honest';
  const addresses = resolvers.addresses.slice(0, letters.length);
  const observed = await observeZone({ askDns: (name, type) => ask(name, type, addresses) }, DOMAIN);
  const { records } = judgeZone(observed);
  if (records === null) return 'unanswered';
  return judgeDomainProof(records, { token, fingerprint, firstSeen: 0 }, 60);
}

test.each(table)('zone %s, resolvers "%s": %s', async (...row) => {
  const ask: Ask = (name, type, addresses) => askDns(addresses, { name, type }, toLimits(row[1]));
  expect(await judge(row, ask)).toBe(row[2]);
});

test('control: a client that trusts one resolver admits somebody and takes failures for a no', async () => {
  // It passes over the silent ones at once, so that it need not be waited for.
  const believing: Ask = async (name, type, addresses) => {
    for (const [at, address] of [...addresses.entries()].reverse()) {
      if (resolvers.moods[at] === 'silent') continue;
      const answer = await askDns([address], { name, type }, toLimits(''));
      if (answer.is === 'records') return answer;
    }
    return { is: 'none', exists: true, authentic: false };
  };
  let wrongPasses = 0;
  let wrongNos = 0;
  for (const row of table) {
    const found = await judge(row, believing);
    if (found === 'proved' && row[0] === 'none') wrongPasses += 1;
    if (found === 'absent' && row[2] === 'unanswered') wrongNos += 1;
  }
  expect(wrongPasses).toBeGreaterThan(8);
  expect(wrongNos).toBeGreaterThan(3);
});

test('the table has 40 cases', () => {
  expect(table.length).toBeGreaterThanOrEqual(40);
});
