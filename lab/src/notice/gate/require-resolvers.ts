import { Refusal } from '@candor/core/base';
import type { NoticeSettings } from '@candor/core/evidence/incident';

/** @throws Refusal `no-resolvers`: nothing is asked of the internet until somebody says through whom. */
export function requireResolvers({ resolvers }: Pick<NoticeSettings, 'resolvers'>): void {
  if (resolvers.length > 0) return;
  throw new Refusal('no-resolvers', [
    'incident.yaml names no DNS resolvers; name validating ones under `notice.resolvers`, such as "192.0.2.53:53"',
  ]);
}
