import { type Json, toCanonicalJson } from '@candor/core/base';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ReleaseManifest, readManifest, toManifestText } from '../../../src/review/seal/manifest.ts';

const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const count = fc.nat();
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"objects":[]', '\\"objects":[]', '{"objects":[]}'),
);
const anyManifest: fc.Arbitrary<ReleaseManifest> = fc.record({
  v: fc.constant(1),
  kind: fc.constant('release'),
  incident: text,
  organization: text,
  release: fc.integer({ min: 1 }),
  supersedes: fc.option(digest),
  party: fc.constantFrom('northwind.example', '"objects":[]'),
  domains: fc.constant(['northwind.example']),
  exposure: fc.record({ version: fc.integer({ min: 1 }), digest }),
  vault: fc.constant(`age1pq1${'q'.repeat(2000)}`),
  index: fc.record({ digest, size: count }),
  objects: fc
    .uniqueArray(fc.record({ digest, size: count }), { selector: (object) => object.digest })
    .map((objects) => objects.sort((a, b) => (a.digest < b.digest ? -1 : 1))),
  grants: fc.constant([]),
  figures: fc.record(
    {
      releasable: count,
      bulk: count,
      held: count,
      withheld: count,
      quoted: fc.integer({ min: 1 }),
      mentioned: fc.record({ personal: fc.integer({ min: 1 }), secret: fc.integer({ min: 1 }) }),
    },
    { requiredKeys: ['releasable', 'bulk', 'held', 'withheld'] },
  ),
  at: fc.constant('2001-10-23T08:00:00Z'),
});

test('a manifest is canonical JSON with any content, and is read back', () => {
  fc.assert(
    fc.property(anyManifest, (manifest) => {
      const written = toManifestText(manifest);
      expect(written).toBe(toCanonicalJson(manifest as unknown as Json));
      expect(readManifest(written)).toEqual(manifest);
    }),
  );
});

test('unsorted, repeated or additional objects are refused', () => {
  const [first] = fc.sample(anyManifest, { numRuns: 1, seed: 7 });
  if (first === undefined) throw new Error('no manifest');
  const objects = ['a', 'b'].map((character) => ({ digest: character.repeat(64), size: 1 }));
  const refused = (changed: readonly object[]) =>
    readManifest(toCanonicalJson({ ...first, objects: changed } as unknown as Json)) === null;
  expect(refused(objects)).toBe(false);
  expect(refused([...objects].reverse())).toBe(true);
  expect(refused([...objects, ...objects.slice(1)])).toBe(true);
  expect(refused([{ ...objects[0], more: 1 }])).toBe(true);
  expect(refused([{ ...objects[0], size: -1 }])).toBe(true);
});

test.each([
  ['a leading zero', '"size":5', '"size":05'],
  ['a sign', '"size":5', '"size":-5'],
  ['a fraction', '"size":5', '"size":5.5'],
  ['an exponent', '"size":5', '"size":5e1'],
  ['no size', '"size":5', '"size":'],
  ['a size that is not exact', '"size":5', '"size":9007199254740993'],
  ['a space', '"size":5', '"size": 5'],
  ['a comma behind the last', '"size":5}', '"size":5},'],
  ['a comma before the first', '[{"digest":"a', '[,{"digest":"a'],
  ['nothing between two', '},{"digest":"b', '}{"digest":"b'],
  ['a large letter', 'b'.repeat(64), 'B'.repeat(64)],
  ['a short digest', 'b'.repeat(64), 'b'.repeat(63)],
  ['no end', '"size":5}]', '"size":5}'],
  ['a list within', '"size":5}]', '"size":5},[]]'],
  ['another list of that name before it', '"kind":', '"a":{"objects":[]},"kind":'],
  ['another list of that name behind it', '"organization":', '"objects":[],"organization":'],
])('refuses objects with %s', (_, there, instead) => {
  const [first] = fc.sample(anyManifest, { numRuns: 1, seed: 7 });
  if (first === undefined) throw new Error('no manifest');
  const objects = ['a', 'b'].map((character) => ({ digest: character.repeat(64), size: 5 }));
  const written = toManifestText({ ...first, incident: 'a', organization: 'a', objects });
  expect(readManifest(written)?.objects).toEqual(objects);
  const at = written.lastIndexOf(there);
  expect(at).toBeGreaterThan(0);
  expect(readManifest(written.slice(0, at) + instead + written.slice(at + there.length))).toBeNull();
});

test('an optional figure is never zero, and no kind is unknown', () => {
  const [manifest] = fc.sample(anyManifest, 1);
  const write = (more: object): string => {
    const { releasable = 0, bulk = 0, held = 0, withheld = 0 } = manifest?.figures ?? {};
    const figures = { releasable, bulk, held, withheld, ...more };
    return toManifestText({ ...manifest, figures } as ReleaseManifest);
  };
  expect(readManifest(write({}))).not.toBeNull();
  for (const more of [{ quoted: 0 }, { mentioned: {} }, { mentioned: { personal: 0 } }, { mentioned: { other: 1 } }])
    expect(readManifest(write(more))).toBeNull();
});
