import { readInstant } from '@candor/core/base';
import { bodyLimits, portalPaths } from '@candor/core/contract';
import { portalRequests } from '@candor/core/contract/requests';
import { readAuthorizations } from '@candor/core/review/access';
import { Denial } from '../call/denial.ts';
import type { Portal, PortalApp } from '../service/portal.ts';

/** What is in force, and requests: the routes of the lab. */
export function addAuthorizationRoutes(
  app: PortalApp,
  { settings, store, objects, primitives, labWord, clock }: Portal,
): void {
  app.put(
    portalPaths.labStanding,
    {
      config: { policy: 'lab' },
      bodyLimit: bodyLimits.standing,
      schema: { body: portalRequests.labStanding },
    },
    async ({ body }) => {
      const standing = readAuthorizations(body.standing);
      const until = standing === null ? null : readInstant(standing.until);
      if (standing === null || until === null || standing.incident !== settings.incident) throw new Denial('malformed');
      const outcome = await store.standing.take(standing, primitives.sha256Hex(body.standing), clock());
      if (outcome.state === 'older') throw new Denial('conflict');
      labWord.hear(until);
      if (outcome.state === 'taken') {
        await objects.remove(outcome.removed);
        await store.standing.settle();
      }
      return { number: standing.number };
    },
  );
}
