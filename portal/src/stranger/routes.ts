import { portalPaths } from '@candor/core/contract';
import { portalRequests } from '@candor/core/contract/requests';
import { PORTAL_TAG_BYTES, PORTAL_TAGS, readPortalTags } from '@candor/core/review/enrollment';
import { Denial } from '../call/denial.ts';
import type { Portal, PortalApp } from '../service/portal.ts';

/** In base64, with the JSON around it. */
const MAX_TAGS_BYTES = PORTAL_TAGS * PORTAL_TAG_BYTES * 2;

/** The tag that proves to the portal that a caller has a notice. */
export function addTagRoutes(app: PortalApp, { store, strangers }: Portal): void {
  app.put(
    portalPaths.labTags,
    {
      config: { policy: 'lab' },
      bodyLimit: MAX_TAGS_BYTES,
      schema: { body: portalRequests.labTags },
    },
    async ({ body }) => {
      const set = Buffer.from(body.tags, 'base64');
      const tags = readPortalTags(set);
      if (tags === null) throw new Denial('malformed');
      await store.tags.keep(set);
      strangers.hear(tags);
      return { tags: tags.size };
    },
  );
}
