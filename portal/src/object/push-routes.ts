import { type ReleaseManifest, readManifest } from '@candor/core/review/seal';
import { z } from 'zod';
import { Denial } from '../denial.ts';
import type { Portal, PortalApp } from '../portal.ts';

/** A manifest of a million messages is 90 MB; as text inside of JSON it may double. */
const LONGEST_PAPERS_BYTES = 256 * 1024 * 1024;
const LONGEST_OBJECT_BYTES = 2 ** 31 - 1;
const MOST_MISSING = 10_000;

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** How a release gets here: papers, files, papers again. Every step may be repeated; nothing is served before the last (docs/formats/portal-api.md, Push). */
export function addPushRoutes(app: PortalApp, { settings, store, objects, primitives, clock }: Portal): void {
  app.post(
    '/v1/lab/releases',
    {
      config: { policy: 'lab' },
      bodyLimit: LONGEST_PAPERS_BYTES,
      schema: {
        body: z.strictObject({ manifest: z.string(), approvals: z.string(), keys: z.string(), proof: z.string() }),
      },
    },
    async ({ body: { manifest, approvals, keys, proof } }) => {
      const read = readManifest(manifest);
      if (read === null || read.incident !== settings.incident || !isSound(read)) throw new Denial('malformed');
      const release = primitives.sha256Hex(manifest);
      const papers = { 'manifest.json': manifest, 'approvals.json': approvals, 'keys.json': keys, 'log.proof': proof };
      return { release, ...store.releases.begin(release, read, papers, clock(), MOST_MISSING) };
    },
  );

  app.put(
    '/v1/lab/objects/:digest',
    { config: { policy: 'lab' }, bodyLimit: LONGEST_OBJECT_BYTES, schema: { params: z.strictObject({ digest }) } },
    async (call) => {
      const named = call.params.digest;
      const source = call.body as AsyncIterable<Uint8Array> | undefined;
      if (source === undefined || source === null || call.bodyDigest !== null) throw new Denial('wrong-type');
      if (call.claimedBody !== named) throw new Denial('malformed');
      const expected = store.releases.findExpected(named);
      if (expected === null) throw new Denial('conflict');
      if (expected.isPresent) return { state: 'present' };
      const outcome = await objects.put(named, source, expected.size, expected.isExact);
      if (outcome === 'too-large') throw new Denial('too-large');
      if (outcome === 'other-bytes') throw new Denial('malformed');
      // The release may have been taken back while its bytes came in.
      if (!store.releases.markPresent(named)) {
        await objects.remove([named]);
        throw new Denial('conflict');
      }
      return { state: 'stored' };
    },
  );
}

/** One file, one place: a digest that is both a grant and an object would be served to more people than it is for. */
function isSound({ index, objects, grants }: ReleaseManifest): boolean {
  const names = [index.digest, ...objects.map((object) => object.digest), ...grants.map((grant) => grant.digest)];
  return new Set(names).size === names.length;
}
