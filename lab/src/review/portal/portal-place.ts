import { join, resolve } from 'node:path';
import { advise, hint, Refusal } from '@candor/core/base';
import type { Incident, ReviewSettings } from '@candor/core/incident';
import { inspectPath } from '../../adapters/files/files.ts';
import { openCallKey } from '../../adapters/keys/keys.ts';
import { openPortalClient, type PortalClient, type PortalStatus } from '../../adapters/net/portal.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { loadIncidentNow } from '../../notice/index.ts';

/** The incident's portal, and the place of its key. */
export interface PortalPlace {
  readonly incident: Incident;
  readonly review: ReviewSettings;
  readonly keyFile: string;
}

/** @throws Refusal when the incident file names no portal. */
export async function requirePortalPlace(state: StateFolder): Promise<PortalPlace> {
  const { incident, folder } = await loadIncidentNow(state.store);
  const { review } = incident;
  if (review === null) {
    const [domain = 'example.com'] = incident.organization.domains;
    throw new Refusal('no-review-settings', [
      'the incident file names no portal; add this with your own name, and the other keys of docs/formats/incident-file.md:',
      'review:',
      `  portal: https://review.${domain}`,
    ]);
  }
  const keyFile = review.key === null ? join(state.path, 'keys', 'portal.key') : resolve(folder, review.key);
  return { incident, review, keyFile };
}

/**
 * Calls the portal.
 * @throws Refusal without a key or an answer, or for the portal of another incident.
 */
export async function openPortal(place: PortalPlace): Promise<PortalClient> {
  const { incident, review, keyFile } = place;
  if (inspectPath(keyFile).is === 'missing')
    throw new Refusal('no-key', [
      advise`${keyFile}: there is no key to call the portal with; ${hint('portal.key')} makes it and prints the portal's settings`,
    ]);
  const portal = await openPortalClient(review.portal, openCallKey(keyFile));
  if (portal.incident !== incident.incident)
    throw new Refusal('other-portal', [
      advise`${review.portal}: this portal belongs to incident "${portal.incident}", not to "${incident.incident}"; correct review.portal, or start the portal with the settings that ${hint('portal.key')} prints`,
    ]);
  return portal;
}

/** Where the portal was started with other settings than the incident file has: reviewers could not work there. */
export function listDifferences({ review }: PortalPlace, portal: PortalStatus): readonly string[] {
  const app = toOrigin(review.app);
  return [
    portal.app === app ? null : `its app is ${portal.app}, the incident file says ${app}`,
    portal.passkeys === review.passkeys
      ? null
      : `its passkeys belong to ${portal.passkeys}, the incident file says ${review.passkeys}`,
  ].filter((difference) => difference !== null);
}

/** The origin that a browser names. */
export function toOrigin(app: string): string {
  return new URL(app).origin;
}
