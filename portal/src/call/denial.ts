import { type DenialCode, denialStatuses } from '@candor/core/contract';

/** A denied request. Only the code is ever sent, so that one code is one answer whatever the cause. */
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

/** The code for anything thrown. The message of a foreign error may contain what was sent, so it is dropped. */
export function toDenialCode(thrown: unknown): DenialCode {
  if (thrown instanceof Denial) return thrown.denial;
  if (!(thrown instanceof Error)) return 'fault';
  const { code, statusCode } = thrown as { readonly code?: unknown; readonly statusCode?: unknown };
  const known = typeof code === 'string' ? frameworkCodes[code] : undefined;
  if (known !== undefined) return known;
  if (statusCode === 429) return 'too-many';
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? 'malformed' : 'fault';
}
