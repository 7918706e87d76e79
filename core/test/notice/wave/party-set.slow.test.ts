import { createHash, randomBytes } from 'node:crypto';
import { buildPartySet, type CountedLeaf, computePartySetRoot, PARTY_SET_POSITIONS } from '@candor/core/notice/wave';
import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';

const runtime = createNodeRuntime();

function draw(domains: readonly string[], exposure = 1): readonly CountedLeaf[] {
  const taken = new Set<number>();
  while (taken.size < domains.length) taken.add(randomBytes(4).readUInt32BE() % PARTY_SET_POSITIONS);
  const positions = [...taken];
  return domains.map((domain, at) => ({
    position: positions[at] ?? 0,
    salt: randomBytes(32),
    party: { exposure, domains: [domain] },
  }));
}

/** What the holder of a notice gets to see of the set. */
function openOf(leaves: readonly CountedLeaf[], own: CountedLeaf): readonly Uint8Array[] {
  return buildPartySet(runtime, randomBytes(32), leaves).path(own.position);
}

test('proofs of all parties of an incident of 10,000 verify, and none for a party that was left out', () => {
  const leaves = draw(Array.from({ length: 10_000 }, (_, at) => `party-${at}.example`));
  const { root, path } = buildPartySet(runtime, randomBytes(32), leaves);
  const wanted = Buffer.from(root);
  const wrong = leaves.filter((leaf) => {
    const found = computePartySetRoot(runtime, leaf, path(leaf.position));
    return found === null || !wanted.equals(found);
  });
  expect(wrong).toEqual([]);
  const [outsider] = draw(['omitted.example']);
  if (outsider === undefined) throw new Error('one was drawn');
  expect(computePartySetRoot(runtime, outsider, path(outsider.position))).not.toEqual(root);
});

test('an opening does not tell whether there is one party more', () => {
  const [own] = draw(['a.example']);
  if (own === undefined) throw new Error('one was drawn');
  const others = Array.from({ length: 12 }, (_, at) => `other-${at}.example`);
  let ones = 0;
  let bits = 0;
  const guesses = { without: 0, with: 0 };
  for (let pair = 0; pair < 1_000; pair += 1) {
    const rest = draw(others).filter(({ position }) => position !== own.position);
    const small = openOf([own, ...rest.slice(0, 11)], own);
    const large = openOf([own, ...rest], own);
    expect(large.map((hash) => hash.length)).toEqual(small.map((hash) => hash.length));
    for (const hash of [...small, ...large]) {
      for (const byte of hash) for (let bit = 0; bit < 8; bit += 1) ones += (byte >> bit) & 1;
      bits += hash.length * 8;
    }
    // A reader without the other's salt can try what the other's leaf might be; it is in no path.
    for (const party of rest)
      for (const salt of [new Uint8Array(32), own.salt]) {
        const guess = createHash('sha256')
          .update(Buffer.concat([Buffer.from([0]), salt, Buffer.from(JSON.stringify({ domains: party.party }))]))
          .digest('hex');
        const has = (opened: readonly Uint8Array[]) =>
          opened.some((hash) => Buffer.from(hash).toString('hex') === guess);
        guesses.without += Number(has(small));
        guesses.with += Number(has(large));
      }
  }
  expect(guesses).toEqual({ without: 0, with: 0 });
  // Five standard deviations of a fair coin.
  expect(Math.abs(ones - bits / 2)).toBeLessThan(5 * Math.sqrt(bits) * 0.5);
});

test('two versions of one party share no hash and no place', () => {
  const names = Array.from({ length: 50 }, (_, at) => `party-${at}.example`);
  const openings = [1, 2].map((version) => {
    const leaves = draw(names, version);
    const [own] = leaves;
    if (own === undefined) throw new Error('one was drawn');
    return new Set(openOf(leaves, own).map((hash) => Buffer.from(hash).toString('hex')));
  });
  const [first, second] = openings;
  expect([...(first ?? [])].filter((hash) => second?.has(hash))).toEqual([]);
});
