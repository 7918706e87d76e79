import { portalPaths, readDenialCode, toSeveralObjects, withQuery } from '@candor/core/contract';
import { portalRequests } from '@candor/core/contract/requests';
import { expect, test } from 'vitest';

const digest = 'ab'.repeat(32);
const other = 'cd'.repeat(32);

test('client (with values) and server (with names) build the same address', () => {
  expect(portalPaths.releasePaper(':release', ':paper')).toBe('/v1/releases/:release/papers/:paper');
  expect(portalPaths.releasePaper(digest, 'log.proof')).toBe(`/v1/releases/${digest}/papers/log.proof`);
  expect(portalPaths.enrollmentAnswer(digest)).toBe(`/v1/enrollments/${digest}/answer`);
});

test('appends the query to the address exactly as it is signed', () => {
  expect(withQuery(portalPaths.partyAccess, { after: 0 })).toBe('/v1/party/access?after=0');
  expect(toSeveralObjects(digest, [digest, other])).toBe(`/v1/releases/${digest}/objects?digests=${digest},${other}`);
});

test('reads a denial by its code only and rejects anything else', () => {
  expect(readDenialCode({ code: 'too-many' })).toBe('too-many');
  for (const body of [null, 'too-many', {}, { code: 7 }, { code: 'toString' }, { code: 'unheard-of' }, []])
    expect(readDenialCode(body)).toBeNull();
});

test('server bodies are strict: unknown keys, duplicate digests and longer texts are refused', () => {
  const signed = { document: 'd', signature: 's' };
  expect(portalRequests.signedDocument.safeParse(signed).success).toBe(true);
  expect(portalRequests.signedDocument.safeParse({ ...signed, more: 1 }).success).toBe(false);
  expect(portalRequests.signedDocument.safeParse({ ...signed, document: 'd'.repeat(8193) }).success).toBe(false);
  expect(portalRequests.severalObjects.parse({ digests: `${digest},${other}` })).toEqual({ digests: [digest, other] });
  expect(portalRequests.severalObjects.safeParse({ digests: `${digest},${digest}` }).success).toBe(false);
  expect(portalRequests.severalObjects.safeParse({ digests: digest.toUpperCase() }).success).toBe(false);
  expect(portalRequests.ofPaper.safeParse({ release: digest, paper: 'index.age' }).success).toBe(false);
});

test('a list continues at a whole number and starts at 0', () => {
  expect(portalRequests.after.parse({})).toEqual({ after: 0 });
  expect(portalRequests.after.parse({ after: '17' })).toEqual({ after: 17 });
  for (const after of ['-1', '1.5', 'x', '9007199254740992'])
    expect(portalRequests.after.safeParse({ after }).success).toBe(false);
});
