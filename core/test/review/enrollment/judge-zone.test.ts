import { judgeZone, type ZoneAnswer, type ZoneObservation } from '@candor/core/review/enrollment';
import { expect, test } from 'vitest';

const has = (...records: readonly (readonly string[])[]): ZoneAnswer => ({ is: 'records', records, authentic: false });
const none: ZoneAnswer = { is: 'none', exists: true, authentic: false };
const gone: ZoneAnswer = { is: 'none', exists: false, authentic: false };
const fault: ZoneAnswer = { is: 'fault', text: 'the resolver failed' };
const whole: ZoneObservation = {
  challenge: has(['token=x']),
  signers: none,
  servers: has(['ns.northwind.example']),
  exchangers: has(['10', 'mx.northwind.example']),
  addresses: has(['192.0.2.7']),
};
const judge = (change: Partial<ZoneObservation>) => judgeZone({ ...whole, ...change });

test('accepts an unsigned zone when resolvers agree, and reports it', () => {
  expect(judge({})).toEqual({ records: [['token=x']], unanswered: null, validated: false, warnings: [] });
  expect(judge({ challenge: none })).toMatchObject({ records: [], unanswered: null });
  expect(judge({ challenge: gone })).toMatchObject({ records: [] });
});

test('a failure is neither yes nor no', () => {
  expect(judge({ challenge: fault })).toMatchObject({ records: null, unanswered: 'the resolver failed' });
});

test('accepts a signed zone only with validation', () => {
  const signers = has(['1', '13', '2', 'aa']);
  expect(judge({ signers })).toMatchObject({ records: null, validated: false });
  expect(judge({ signers, challenge: none })).toMatchObject({ records: null });
  expect(judge({ signers: fault })).toMatchObject({ records: null });
  const checked: ZoneAnswer = { is: 'records', records: [['token=x']], authentic: true };
  expect(judge({ signers, challenge: checked })).toMatchObject({ records: [['token=x']], validated: true });
  // A name inside of a zone that is signed above it has no record of its own.
  expect(judge({ challenge: checked })).toMatchObject({ records: [['token=x']], validated: true });
});

test.each([
  ['a domain that is not there', { servers: gone }, ['gone']],
  ['one that lies with a dealer', { servers: has(['ns1.parkingcrew.net'], ['ns2.parkingcrew.net']) }, ['parked']],
  ['however the name is written', { servers: has(['NS1.SedoParking.com.']) }, ['parked']],
  ['one that takes no mail', { exchangers: none, addresses: none }, ['no-mail']],
  ['one that says that it takes none', { exchangers: has(['0', '.']) }, ['no-mail']],
  ['one that could not be asked', { servers: fault }, ['unclear']],
] as const)('warns about %s', (_, change, warnings) => {
  expect(judge(change).warnings).toEqual(warnings);
});

test.each([
  ['an address stands in for an exchanger', { exchangers: none }],
  ['a name that only ends like a dealer', { servers: has(['ns.notparkingcrew.net']) }],
  ['no name servers in an answer say nothing', { servers: none }],
] as const)('does not warn about: %s', (_, change) => {
  expect(judge(change).warnings).toEqual([]);
});
