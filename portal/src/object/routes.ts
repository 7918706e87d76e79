import { OBJECTS_OF_A_CALL, portalPaths } from '@candor/core/contract';
import { portalRequests } from '@candor/core/contract/requests';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Denial } from '../denial.ts';
import { getPerson } from '../policy.ts';
import type { Portal, PortalApp } from '../portal.ts';
import { serveTogether } from './objects-together.ts';
import { readRange } from './range.ts';
import { findServed, isStillServed, type WantedFile } from './served-file.ts';

const config = { policy: 'reviewer' } as const;

/** What reviewers fetch: only of their own party, only what is served, and never before it is recorded. */
export function addObjectRoutes(app: PortalApp, portal: Portal): void {
  const { store, accessBook } = portal;

  app.get(portalPaths.releases, { config }, async (call) => ({
    releases: await store.releases.listServed(getPerson(call).party),
  }));

  app.get(
    portalPaths.releasePaper(':release', ':paper'),
    { config, schema: { params: portalRequests.ofPaper } },
    async (call, reply) => {
      const { party, reviewer } = getPerson(call);
      const { release, paper } = call.params;
      const text = await store.releases.findPaper(party, release, paper);
      if (text === null) throw new Denial('not-found');
      await accessBook.record({ party, reviewer, act: 'paper', release, object: null });
      return reply
        .header('cache-control', 'private, no-cache')
        .type('application/octet-stream')
        .send(Buffer.from(text));
    },
  );

  app.get(
    portalPaths.releaseIndex(':release'),
    { config, schema: { params: portalRequests.ofRelease } },
    (call, reply) => serve(portal, call, reply, { release: call.params.release, kind: 'index', which: null }),
  );

  app.get(
    portalPaths.releaseGrant(':release'),
    { config, schema: { params: portalRequests.ofRelease } },
    (call, reply) =>
      serve(portal, call, reply, { release: call.params.release, kind: 'grant', which: getPerson(call).reviewer }),
  );

  app.get(
    portalPaths.releaseObject(':release', ':digest'),
    { config, schema: { params: portalRequests.ofObject } },
    (call, reply) =>
      serve(portal, call, reply, { release: call.params.release, kind: 'object', which: call.params.digest }),
  );

  app.get(
    portalPaths.releaseObjects(':release'),
    {
      config: { ...config, weight: OBJECTS_OF_A_CALL },
      schema: { params: portalRequests.ofRelease, querystring: portalRequests.severalObjects },
    },
    (call, reply) => serveTogether(portal, call, reply, call.params.release, call.query.digests),
  );
}

async function serve(
  portal: Portal,
  call: FastifyRequest,
  reply: FastifyReply,
  wanted: WantedFile,
): Promise<FastifyReply> {
  const { objects, accessBook } = portal;
  const person = getPerson(call);
  const { party, reviewer } = person;
  const found = await findServed(portal, person, wanted);
  if (found === null) throw new Denial('not-found');
  const { release, kind } = wanted;
  const { digest } = found;
  await accessBook.record({ party, reviewer, act: kind, release, object: digest });
  const isInForce = await isStillServed(portal, person, wanted, found);
  // Read only now, so that reading one file keeps nobody's record waiting.
  const small = isInForce ? objects.readSmall(digest) : null;
  const size = small?.length ?? (isInForce ? objects.findSize(digest) : null);
  if (size === null) throw new Denial('not-found');
  const tag = `"${digest}"`;
  reply.headers({ etag: tag, 'accept-ranges': 'bytes', 'cache-control': 'private, no-cache' });
  if (call.headers['if-none-match'] === tag) return reply.code(304).send();
  const range = readRange(call.headers.range, size);
  reply.type('application/octet-stream');
  if (range === 'beyond') return reply.code(416).header('content-range', `bytes */${size}`).send(Buffer.alloc(0));
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range !== null) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`);
  reply.header('content-length', end - start + 1);
  if (small !== null) return reply.send(range === null ? small : small.subarray(start, end + 1));
  return reply.send(objects.read(digest, start, end));
}
