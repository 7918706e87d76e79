/** Who calls in the table. `stranger` signs with a key that nobody knows, `taken-out` was a reviewer of A. */
export const callers = ['anybody', 'stranger', 'A-reviewer', 'A-nominator', 'B-nominator', 'taken-out', 'lab'] as const;
export type TableCaller = (typeof callers)[number];

/**
 * What every route answers to every caller, for things of party A: the status that each of `callers` gets, in that
 * order. A change of this table is a change of who may see what.
 */
export const isolationTable: readonly (readonly [string, ...number[]])[] = [
  //                                                       any  str  A-r  A-n  B-n  out  lab
  ['GET /v1/status', 200, 200, 200, 200, 200, 200, 200],
  ['GET /v1/openapi.json', 200, 200, 200, 200, 200, 200, 200],
  ['POST /v1/session/options', 200, 200, 200, 200, 200, 200, 200],
  ['POST /v1/session', 400, 400, 400, 400, 400, 400, 400],
  ['POST /v1/enrollments', 401, 400, 401, 401, 401, 401, 400],
  ['GET /v1/enrollments', 401, 200, 401, 401, 401, 401, 200],
  ['GET /v1/enrollments/{request}/answer', 401, 404, 401, 401, 401, 401, 404],
  ['POST /v1/passkey/options', 401, 401, 401, 401, 401, 401, 401],
  ['POST /v1/passkey', 401, 400, 401, 401, 401, 401, 400],
  ['POST /v1/passkey/wrapped', 401, 400, 401, 401, 401, 401, 400],
  ['POST /v1/recovery', 400, 400, 400, 400, 400, 400, 400],
  ['GET /v1/me', 401, 401, 200, 200, 200, 401, 401],
  ['POST /v1/requests', 401, 401, 400, 400, 400, 401, 401],
  ['GET /v1/releases', 401, 401, 200, 200, 200, 401, 401],
  ['GET /v1/releases/{release}/papers/manifest.json', 401, 401, 200, 200, 404, 401, 401],
  ['GET /v1/releases/{release}/papers/approvals.json', 401, 401, 200, 200, 404, 401, 401],
  ['GET /v1/releases/{release}/papers/keys.json', 401, 401, 200, 200, 404, 401, 401],
  ['GET /v1/releases/{release}/papers/log.proof', 401, 401, 200, 200, 404, 401, 401],
  ['GET /v1/releases/{release}/index', 401, 401, 200, 200, 404, 401, 401],
  ['GET /v1/releases/{release}/grant', 401, 401, 200, 200, 404, 401, 401],
  ['GET /v1/releases/{release}/objects/{digest}', 401, 401, 200, 200, 404, 401, 401],
  ['GET /v1/releases/{release}/objects?digests={digest}', 401, 401, 200, 200, 404, 401, 401],
  ['GET /v1/party', 401, 401, 404, 200, 200, 401, 401],
  ['GET /v1/party/enrollments?reviewer={fingerprint}', 401, 401, 404, 200, 200, 401, 401],
  ['GET /v1/party/access', 401, 401, 404, 200, 200, 401, 401],
  ['POST /v1/party/requests', 401, 401, 404, 400, 400, 401, 401],
  ['GET /v1/party/notes', 401, 401, 200, 200, 200, 401, 401],
  ['POST /v1/party/notes', 401, 401, 400, 400, 400, 401, 401],
  ['GET /v1/lab/requests', 401, 401, 401, 401, 401, 401, 200],
  ['GET /v1/lab/access', 401, 401, 401, 401, 401, 401, 200],
  ['PUT /v1/lab/standing', 401, 401, 401, 401, 401, 401, 400],
  ['PUT /v1/lab/tags', 401, 401, 401, 401, 401, 401, 400],
  ['POST /v1/lab/releases', 401, 401, 401, 401, 401, 401, 400],
  ['POST /v1/lab/answers', 401, 401, 401, 401, 401, 401, 400],
  ['PUT /v1/lab/objects/{digest}', 401, 401, 401, 401, 401, 401, 415],
  ['GET /v1/sessions', 401, 401, 200, 200, 200, 401, 401],
  ['DELETE /v1/sessions', 401, 401, 400, 400, 400, 401, 401],
  // Last, since it ends sessions.
  ['DELETE /v1/session', 401, 401, 200, 200, 200, 401, 401],
];
