import { z } from 'zod';
import { getPerson } from '../policy.ts';
import type { Portal, PortalApp } from '../portal.ts';

const MOST_RECORDS_A_PAGE = 1000;
const MOST_RECORDS_A_PULL = 5000;
const after = z.strictObject({ after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0) });

/** Access records: those of a party for its nominator, all of them for the lab. Texts as they were hashed. */
export function addAccessRoutes(app: PortalApp, { store }: Portal): void {
  app.get('/v1/party/access', { config: { policy: 'nominator' }, schema: { querystring: after } }, async (call) => ({
    records: store.access.listOfParty(getPerson(call).party, call.query.after, MOST_RECORDS_A_PAGE),
  }));
  app.get('/v1/lab/access', { config: { policy: 'lab' }, schema: { querystring: after } }, async ({ query }) => ({
    records: store.access.listAfter(query.after, MOST_RECORDS_A_PULL),
  }));
}
