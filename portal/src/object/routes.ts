import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FileKind } from '../adapters/store/release-store.ts';
import { releasePapers } from '../adapters/store/release-store.ts';
import { Denial } from '../denial.ts';
import { getPerson } from '../policy.ts';
import type { Portal, PortalApp } from '../portal.ts';
import { readRange } from './range.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const config = { policy: 'reviewer' } as const;

/** What reviewers fetch: only of their own party, only what is served, and never before it is recorded. */
export function addObjectRoutes(app: PortalApp, portal: Portal): void {
  const { store, accessBook } = portal;
  const release = z.strictObject({ release: digest });

  app.get('/v1/releases', { config }, async (call) => ({ releases: store.releases.listServed(getPerson(call).party) }));

  app.get(
    '/v1/releases/:release/papers/:paper',
    { config, schema: { params: z.strictObject({ release: digest, paper: z.enum(releasePapers) }) } },
    async (call, reply) => {
      const { party, reviewer } = getPerson(call);
      const { release, paper } = call.params;
      const text = store.releases.findPaper(party, release, paper);
      if (text === null) throw new Denial('not-found');
      await accessBook.record({ party, reviewer, act: 'paper', release, object: null });
      return reply
        .header('cache-control', 'private, no-cache')
        .type('application/octet-stream')
        .send(Buffer.from(text));
    },
  );

  app.get('/v1/releases/:release/index', { config, schema: { params: release } }, (call, reply) =>
    serve(portal, call, reply, call.params.release, 'index', null),
  );

  app.get('/v1/releases/:release/grant', { config, schema: { params: release } }, (call, reply) =>
    serve(portal, call, reply, call.params.release, 'grant', getPerson(call).reviewer),
  );

  app.get(
    '/v1/releases/:release/objects/:digest',
    { config, schema: { params: z.strictObject({ release: digest, digest }) } },
    (call, reply) => serve(portal, call, reply, call.params.release, 'object', call.params.digest),
  );
}

async function serve(
  { store, objects, accessBook }: Portal,
  call: FastifyRequest,
  reply: FastifyReply,
  release: string,
  kind: FileKind,
  which: string | null,
): Promise<FastifyReply> {
  const { party, reviewer, sign } = getPerson(call);
  const found = store.releases.findFile(party, release, kind, which);
  if (found === null || objects.findSize(found) === null) throw new Denial('not-found');
  await accessBook.record({ party, reviewer, act: kind, release, object: found });
  // The lab may have spoken meanwhile: what was taken back while it was written down is not served.
  const isInForce = store.persons.find(sign) !== null && store.releases.findFile(party, release, kind, which) === found;
  // Read only now, so that reading one file keeps nobody's record waiting.
  const small = isInForce ? objects.readSmall(found) : null;
  const size = small?.length ?? (isInForce ? objects.findSize(found) : null);
  if (size === null) throw new Denial('not-found');
  const tag = `"${found}"`;
  reply.headers({ etag: tag, 'accept-ranges': 'bytes', 'cache-control': 'private, no-cache' });
  if (call.headers['if-none-match'] === tag) return reply.code(304).send();
  const range = readRange(call.headers.range, size);
  reply.type('application/octet-stream');
  if (range === 'beyond') return reply.code(416).header('content-range', `bytes */${size}`).send(Buffer.alloc(0));
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range !== null) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`);
  reply.header('content-length', end - start + 1);
  if (small !== null) return reply.send(range === null ? small : small.subarray(start, end + 1));
  return reply.send(objects.read(found, start, end));
}
