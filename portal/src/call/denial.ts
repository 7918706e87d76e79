import { type DenialCode, denialStatuses } from '@candor/core/contract';

/** A request is denied. Nothing but the code is ever said, so that one code is one answer whatever lies behind it. */
export class Denial extends Error {
  readonly denial: DenialCode;

  constructor(denial: DenialCode) {
    super(denial);
    this.name = 'Denial';
    this.denial = denial;
  }
}

export function toStatus(code: DenialCode): number {
  return denialStatuses[code];
}

const frameworkCodes: Readonly<Record<string, DenialCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_NOT_FOUND: 'not-found',
};

/** What is said of whatever was thrown. The text of a foreign error may hold what was sent, so it goes nowhere. */
export function toDenialCode(thrown: unknown): DenialCode {
  if (thrown instanceof Denial) return thrown.denial;
  if (!(thrown instanceof Error)) return 'fault';
  const { code, statusCode } = thrown as { readonly code?: unknown; readonly statusCode?: unknown };
  const known = typeof code === 'string' ? frameworkCodes[code] : undefined;
  if (known !== undefined) return known;
  if (statusCode === 429) return 'too-many';
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? 'malformed' : 'fault';
}
