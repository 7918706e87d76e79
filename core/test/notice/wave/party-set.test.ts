import { createHash } from 'node:crypto';
import {
  buildPartySet,
  type CountedLeaf,
  computePartySetRoot,
  isPartyOf,
  PARTY_SET_DEPTH,
} from '@candor/core/notice/wave';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';

const runtime = createNodeRuntime();
const salt = new Uint8Array(32).fill(7);
const hex = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString('hex'));
const leafOf = (position: number, domain = `d${position}.example`): CountedLeaf => ({
  position,
  salt: new Uint8Array(32).fill(position & 255),
  party: { exposure: 2, domains: [domain] },
});

describe('the set of parties to be notified', () => {
  test('every party proves the root with twenty hashes, for any number of parties', () => {
    const position = fc.integer({ min: 0, max: 2 ** PARTY_SET_DEPTH - 1 });
    fc.assert(
      fc.property(fc.uniqueArray(position, { minLength: 1, maxLength: 30 }), (positions) => {
        const leaves = positions.map((at) => leafOf(at));
        const set = buildPartySet(runtime, salt, leaves);
        for (const leaf of leaves) {
          const path = set.path(leaf.position);
          expect(path).toHaveLength(20);
          expect(hex(computePartySetRoot(runtime, leaf, path))).toBe(hex(set.root));
        }
      }),
      { numRuns: 20 },
    );
  });

  test('another party, version, kind, salt, place or path gives another root', () => {
    const leaf = leafOf(70_000);
    const set = buildPartySet(runtime, salt, [leaf, leafOf(3)]);
    const path = set.path(leaf.position);
    const rootOf = (other: Partial<CountedLeaf>, beside = path) =>
      hex(computePartySetRoot(runtime, { ...leaf, ...other }, beside));
    const root = hex(set.root);
    expect(rootOf({})).toBe(root);
    expect(rootOf({ party: { exposure: 2, domains: ['d3.example'] } })).not.toBe(root);
    expect(rootOf({ party: { exposure: 3, domains: ['d70000.example'] } })).not.toBe(root);
    expect(rootOf({ party: { exposure: 2, address: 'd70000.example' } })).not.toBe(root);
    expect(rootOf({ salt: new Uint8Array(32) })).not.toBe(root);
    expect(rootOf({ position: 70_001 })).not.toBe(root);
    expect(rootOf({}, [...path].reverse())).not.toBe(root);
    expect(rootOf({ salt: new Uint8Array(31) })).toBeNull();
    expect(rootOf({}, path.slice(1))).toBeNull();
    expect(rootOf({ position: 2 ** PARTY_SET_DEPTH })).toBeNull();
  });

  test('matches the documented hashes', () => {
    const sha256 = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
    const content = Buffer.from('{"domains":["a.example","b.example"],"exposure":2,"v":1}');
    const own: CountedLeaf = { position: 0, salt, party: { exposure: 2, domains: ['b.example', 'a.example'] } };
    let root = sha256(Buffer.from([0]), salt, content);
    for (let height = 0; height < PARTY_SET_DEPTH; height += 1)
      root = sha256(Buffer.from([1]), root, sha256(Buffer.from([2, height, 0, 0, 1]), salt));
    expect(hex(buildPartySet(runtime, salt, [own]).root)).toBe(root.toString('hex'));
  });

  test('a person is counted by the address alone', () => {
    const person: CountedLeaf = { position: 9, salt, party: { exposure: 1, address: 'jo@mail.example' } };
    const set = buildPartySet(runtime, salt, [person]);
    expect(hex(computePartySetRoot(runtime, person, set.path(9)))).toBe(hex(set.root));
  });
});

test('a notice is one to the party of a leaf only where its domains are those of the notice', () => {
  const record = { domains: ['acme.example', 'msp.test'], isRecipient: null };
  expect(isPartyOf({ exposure: 1, domains: ['acme.example'] }, record)).toBe(true);
  expect(isPartyOf({ exposure: 1, domains: ['acme.example', 'bay.example'] }, record)).toBe(false);
  expect(isPartyOf({ exposure: 1, domains: [] }, record)).toBe(false);
  expect(isPartyOf({ exposure: 1, address: 'al@mail.acme.example' }, record)).toBe(true);
  expect(isPartyOf({ exposure: 1, address: 'al@notacme.example' }, record)).toBe(false);
});

test('a record that names its recipients is one to a person only if it names the address', () => {
  const record = { domains: ['acme.example'], isRecipient: (address: string) => address === 'al@acme.example' };
  expect(isPartyOf({ exposure: 1, address: 'al@acme.example' }, record)).toBe(true);
  expect(isPartyOf({ exposure: 1, address: 'jo@acme.example' }, record)).toBe(false);
});
