/** Reasons why the portal denies a call, with their status codes (docs/formats/portal-api.md, General). */
export const denialStatuses = {
  malformed: 400,
  'not-signed-in': 401,
  'foreign-origin': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'wrong-type': 415,
  'wrong-host': 421,
  'too-many': 429,
  fault: 500,
  'lab-silent': 503,
} as const;

export type DenialCode = keyof typeof denialStatuses;

/** The code of a denial as it was received; null for any other body. */
export function readDenialCode(body: unknown): DenialCode | null {
  if (typeof body !== 'object' || body === null) return null;
  const { code } = body as { readonly code?: unknown };
  return typeof code === 'string' && Object.hasOwn(denialStatuses, code) ? (code as DenialCode) : null;
}
