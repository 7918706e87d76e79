import { toBase64Url } from '@candor/core/ledger';
import { makeCallKey, openCallKey } from '../../adapters/keys/keys.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { requirePortalPlace, toOrigin } from '../../review/portal/index.ts';

export interface PortalKey {
  readonly keyFile: string;
  /** It was made just now. */
  readonly isNew: boolean;
  /** base64url of the raw public half. */
  readonly key: string;
  /** What the portal is started with (docs/runbooks/operate-the-portal.md). Nothing in it is secret. */
  readonly settings: {
    readonly incident: string;
    readonly organization: string;
    readonly app: string;
    readonly passkeys: string;
    readonly labKey: string;
    readonly folder: string;
  };
}

/** The lab's key for portal calls, created if missing, and the portal's start settings. */
export async function showPortalKey(state: StateFolder): Promise<PortalKey> {
  const { incident, review, keyFile } = await requirePortalPlace(state);
  const isNew = makeCallKey(keyFile);
  const key = toBase64Url(openCallKey(keyFile).publicKey);
  const settings = {
    incident: incident.incident,
    organization: incident.organization.name,
    app: toOrigin(review.app),
    passkeys: review.passkeys,
    labKey: key,
    folder: '/var/lib/candor-portal',
  };
  return { keyFile, isNew, key, settings };
}
