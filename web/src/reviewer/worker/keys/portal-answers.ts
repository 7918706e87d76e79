import { KeyWorkerError, type OpenedRelease } from '../../bridge/protocol.ts';

/**
 * What `GET /v1/me` says. Nothing of it is believed: fingerprint and party are compared with what two people signed.
 */
export interface Me {
  readonly reviewer: string;
  readonly role: OpenedRelease['role'];
  readonly party: string;
  readonly wrapped: string | null;
}

const ROLES: ReadonlySet<unknown> = new Set(['nominator', 'reviewer', 'representative']);
const DIGEST = /^[0-9a-f]{64}$/;
/** Few are in force at once; whoever names thousands wants to keep a reader busy. */
const MOST_RELEASES = 64;

export function readMe(value: unknown): Me {
  const { reviewer, role, party, wrapped } = toObject(value);
  if (typeof reviewer !== 'string' || typeof party !== 'string' || !ROLES.has(role))
    throw new KeyWorkerError('portal-broken');
  return { reviewer, party, role: role as Me['role'], wrapped: typeof wrapped === 'string' ? wrapped : null };
}

/** Digests of the manifests that are in force, as the portal says. */
export function readListed(value: unknown): readonly string[] {
  const { releases } = toObject(value);
  if (!Array.isArray(releases) || releases.length > MOST_RELEASES) throw new KeyWorkerError('portal-broken');
  const listed = releases.map((one) => toObject(one)['release']);
  if (!listed.every((release): release is string => typeof release === 'string' && DIGEST.test(release)))
    throw new KeyWorkerError('portal-broken');
  return [...new Set(listed)];
}

export function toObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new KeyWorkerError('portal-broken');
  return value as Readonly<Record<string, unknown>>;
}
