/** Names of the small files of a release (docs/formats/release.md). */
export const releasePapers = ['manifest.json', 'approvals.json', 'keys.json', 'log.proof'] as const;

/**
 * Every address of the portal's API, version 1. The server passes a name such as `:release` where callers pass a value,
 * so that each address is spelled once.
 */
export const portalPaths = {
  /** Preflight requests of browsers. */
  any: '/v1/*',
  status: '/v1/status',
  openapi: '/v1/openapi.json',

  sessionOptions: '/v1/session/options',
  session: '/v1/session',
  sessions: '/v1/sessions',
  me: '/v1/me',
  passkeyOptions: '/v1/passkey/options',
  passkey: '/v1/passkey',
  wrappedKeys: '/v1/passkey/wrapped',
  recovery: '/v1/recovery',

  enrollments: '/v1/enrollments',
  enrollmentAnswer: (request: string) => `/v1/enrollments/${request}/answer`,
  requests: '/v1/requests',

  releases: '/v1/releases',
  releasePaper: (release: string, paper: string) => `/v1/releases/${release}/papers/${paper}`,
  releaseIndex: (release: string) => `/v1/releases/${release}/index`,
  releaseGrant: (release: string) => `/v1/releases/${release}/grant`,
  releaseObjects: (release: string) => `/v1/releases/${release}/objects`,
  releaseObject: (release: string, digest: string) => `/v1/releases/${release}/objects/${digest}`,

  party: '/v1/party',
  partyEnrollments: '/v1/party/enrollments',
  partyAccess: '/v1/party/access',
  partyRequests: '/v1/party/requests',
  partyNotes: '/v1/party/notes',

  labRequests: '/v1/lab/requests',
  labAccess: '/v1/lab/access',
  labStanding: '/v1/lab/standing',
  labTags: '/v1/lab/tags',
  labReleases: '/v1/lab/releases',
  labAnswers: '/v1/lab/answers',
  labObject: (digest: string) => `/v1/lab/objects/${digest}`,
} as const;

/** An address with its query. Values are numbers, digests and fingerprints, which need no escaping. */
export function withQuery(path: string, query: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return `${path}?${pairs.join('&')}`;
}

/** The `digests` parameter of `releaseObjects`. */
export function toSeveralObjects(release: string, digests: readonly string[]): string {
  return withQuery(portalPaths.releaseObjects(release), { digests: digests.join(',') });
}

export type ReleasePaper = (typeof releasePapers)[number];
