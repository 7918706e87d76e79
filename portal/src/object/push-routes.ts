import { bodyLimits, listLimits, type PushAnswer, portalPaths } from '@candor/core/contract';
import { portalRequests } from '@candor/core/contract/requests';
import { type ReleaseManifest, readManifest } from '@candor/core/review/seal';
import { Denial } from '../call/denial.ts';
import type { Portal, PortalApp } from '../service/portal.ts';

/**
 * Receives a release: papers, files, papers again. Every step may be repeated; nothing is served before the last
 * (docs/formats/portal-api.md, Push).
 */
export function addPushRoutes(app: PortalApp, { settings, store, objects, primitives, clock }: Portal): void {
  app.post(
    portalPaths.labReleases,
    {
      config: { policy: 'lab' },
      bodyLimit: bodyLimits.releasePapers,
      schema: {
        body: portalRequests.labRelease,
      },
    },
    async ({ body: { manifest, approvals, keys, proof } }): Promise<PushAnswer> => {
      const read = readManifest(manifest);
      if (read === null || read.incident !== settings.incident || !isSound(read)) throw new Denial('malformed');
      const release = primitives.sha256Hex(manifest);
      const papers = { 'manifest.json': manifest, 'approvals.json': approvals, 'keys.json': keys, 'log.proof': proof };
      return { release, ...(await store.releases.begin(release, read, papers, clock(), listLimits.missingObjects)) };
    },
  );

  app.put(
    portalPaths.labObject(':digest'),
    { config: { policy: 'lab' }, bodyLimit: bodyLimits.object, schema: { params: portalRequests.ofLabObject } },
    async (call) => {
      const named = call.params.digest;
      const source = call.body as AsyncIterable<Uint8Array> | undefined;
      if (source === undefined || source === null || call.bodyDigest !== null) throw new Denial('wrong-type');
      if (call.claimedBody !== named) throw new Denial('malformed');
      const expected = await store.releases.findExpected(named);
      if (expected === null) throw new Denial('conflict');
      if (expected.isPresent) return { state: 'present' };
      const outcome = await objects.put(named, source, expected.size, expected.isExact);
      if (outcome === 'too-large') throw new Denial('too-large');
      if (outcome === 'other-bytes') throw new Denial('malformed');
      // The release may have been revoked during the upload.
      if (!(await store.releases.markPresent(named))) {
        await objects.remove([named]);
        throw new Denial('conflict');
      }
      return { state: 'stored' };
    },
  );
}

/** One role per file: a digest that is both grant and object would be served to too many people. */
function isSound({ index, objects, grants }: ReleaseManifest): boolean {
  const names = [index.digest, ...objects.map((object) => object.digest), ...grants.map((grant) => grant.digest)];
  return new Set(names).size === names.length;
}
