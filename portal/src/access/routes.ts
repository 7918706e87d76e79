import { listLimits, portalPaths } from '@candor/core/contract';
import { portalRequests } from '@candor/core/contract/requests';
import { getPerson } from '../call/policy.ts';
import type { Portal, PortalApp } from '../service/portal.ts';

/** View receipts: those of a party for its nominator, all of them for the lab. Served as they were hashed. */
export function addAccessRoutes(app: PortalApp, { store }: Portal): void {
  app.get(
    portalPaths.partyAccess,
    { config: { policy: 'nominator' }, schema: { querystring: portalRequests.after } },
    async (call) => ({
      records: await store.access.listOfParty(getPerson(call).party, call.query.after, listLimits.accessOfParty),
    }),
  );
  app.get(
    portalPaths.labAccess,
    { config: { policy: 'lab' }, schema: { querystring: portalRequests.after } },
    async ({ query }) => ({
      records: await store.access.listAfter(query.after, listLimits.accessForLab),
    }),
  );
}
