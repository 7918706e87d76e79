import { isToken, judgeDomainProof, toChallengeName, toChallengeText } from '@candor/core/review/enrollment';
import { expect, test } from 'vitest';

const token = 'Zm9vYmFyYmF6cXV4cXV1eA';
const fingerprint = '0011-2233-4455-6677-8899-aabb-ccdd-eeff';
const other = 'ffff-2233-4455-6677-8899-aabb-ccdd-eeff';
const judge = (...records: readonly (readonly string[])[]): string =>
  judgeDomainProof(records, { token, fingerprint, firstSeen: 0 }, 1);

test('writes the challenge at its own name, in A-labels', () => {
  expect(toChallengeName('Bücher.example')).toBe('_candor-challenge.xn--bcher-kva.example');
  expect(toChallengeText(token, fingerprint)).toBe(`token=${token}; key=${fingerprint}`);
});

test.each([
  [[`token=${token}; key=${fingerprint}`]],
  [[`key=${fingerprint};token=${token}`]],
  [[`token=${token}; `, `key=${fingerprint}`]],
  [[`v=1; token=${token};  key=${fingerprint.toUpperCase()};`]],
])('%j proves', (record) => {
  expect(judge(['v=spf1 -all'], record)).toBe('proved');
});

test.each([
  [[`token=${token}`]],
  [[`key=${fingerprint}`]],
  [[`token=${token}; token=${token}; key=${fingerprint}`]],
  [[`token=${token}; key=${other}; key=${fingerprint}`]],
  [[`token=${token}key=${fingerprint}`]],
  [[`token=${token.toLowerCase()}; key=${fingerprint}`]],
  [[`xtoken=${token}; key=${fingerprint}`]],
  [[`token=${token}; key=${fingerprint}`, 'x'.repeat(5000)]],
])('%j does not prove', (record) => {
  expect(judge(record)).not.toBe('proved');
});

test('two people may enroll at one name; each finds their own record', () => {
  expect(judge([toChallengeText('A'.repeat(22), other)], [toChallengeText(token, fingerprint)])).toBe('proved');
});

test('reports this token with another key as such', () => {
  expect(judge([toChallengeText(token, other)])).toBe('other-key');
});

test('a token has 128 bits', () => {
  expect(isToken(token)).toBe(true);
  expect(isToken(token.slice(1))).toBe(false);
  expect(isToken(`${token}=`)).toBe(false);
});
