import { readInstant } from '@candor/core/base';
import { readStanding } from '@candor/core/review/access';
import { z } from 'zod';
import { Denial } from '../denial.ts';
import type { Portal, PortalApp } from '../portal.ts';

/** 100,000 parties with three reviewers each; as text inside of JSON it may double. */
const LONGEST_STANDING_BYTES = 128 * 1024 * 1024;

/** What is in force, and what was asked for: the lab's two sides of one door. */
export function addStandingRoutes(
  app: PortalApp,
  { settings, store, objects, primitives, labWord, clock }: Portal,
): void {
  app.put(
    '/v1/lab/standing',
    {
      config: { policy: 'lab' },
      bodyLimit: LONGEST_STANDING_BYTES,
      schema: { body: z.strictObject({ standing: z.string() }) },
    },
    async ({ body }) => {
      const standing = readStanding(body.standing);
      const until = standing === null ? null : readInstant(standing.until);
      if (standing === null || until === null || standing.incident !== settings.incident) throw new Denial('malformed');
      const outcome = store.standing.take(standing, primitives.sha256Hex(body.standing), clock());
      if (outcome.state === 'older') throw new Denial('conflict');
      labWord.hear(until);
      if (outcome.state === 'taken') {
        await objects.remove(outcome.removed);
        store.standing.settle();
      }
      return { number: standing.number };
    },
  );
}
