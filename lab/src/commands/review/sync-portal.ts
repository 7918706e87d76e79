import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { openPortal, requirePortalPlace } from '../../review/portal/index.ts';
import { withPortal } from '../acting.ts';
import { type Pulled, pull } from './pull-portal.ts';
import { type Pushed, type PushOrder, push } from './push-portal.ts';

export interface Synced {
  readonly pulled: Pulled;
  readonly pushed: Pushed;
}

/**
 * Pulls and pushes in one: what a timer calls. So a party's own revocation counts at the portal at once. @throws
 * Refusal as both do.
 */
export function syncPortal(state: StateFolder, order: PushOrder): Promise<Synced> {
  return withPortal(state, async () => {
    const place = await requirePortalPlace(state);
    const portal = await openPortal(place);
    const { incident } = place.incident;
    const pulled = await pull(state, portal, incident);
    return { pulled, pushed: await push(state, portal, incident, order) };
  });
}
