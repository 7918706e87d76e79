import type { KeyWorkerErrorCode } from './protocol.ts';

/** What an error means for a reader. `isCheck`: something is not what it claims to be. */
export type RefusalKind =
  | 'damaged'
  | 'forged'
  | 'keys'
  | 'lab-silent'
  | 'log'
  | 'log-silent'
  | 'no-grant'
  | 'other'
  | 'rolled-back'
  | 'session'
  | 'silent'
  | 'withheld';

const KINDS: ReadonlyMap<KeyWorkerErrorCode, RefusalKind> = new Map<KeyWorkerErrorCode, RefusalKind>([
  ['release-refused:approvals', 'forged'],
  ['release-refused:keys', 'forged'],
  ['release-refused:manifest', 'forged'],
  ['release-refused:scope', 'forged'],
  ['release-refused:chain', 'forged'],
  ['release-refused:fingerprint', 'keys'],
  ['release-refused:log', 'log'],
  ['log-not-continued', 'log'],
  ['rolled-back', 'rolled-back'],
  ['release-withheld', 'withheld'],
  ['no-grant', 'no-grant'],
  ['damaged-grant', 'damaged'],
  ['damaged-index', 'damaged'],
  ['damaged-file', 'damaged'],
  ['log-silent', 'log-silent'],
  ['lab-silent', 'lab-silent'],
  ['portal-silent', 'silent'],
  ['portal-broken', 'silent'],
  ['too-many', 'silent'],
  ['session-ended', 'session'],
  ['locked', 'session'],
  ['other-person', 'session'],
]);
const FAILED_CHECKS: ReadonlySet<RefusalKind> = new Set(['forged', 'keys', 'log', 'rolled-back', 'withheld']);

export function toRefusalKind(flaw: KeyWorkerErrorCode): RefusalKind {
  return KINDS.get(flaw) ?? 'other';
}

/** Whether the answer to "is this real" is no; otherwise it is unknown. */
export function isFailedCheck(kind: RefusalKind): boolean {
  return FAILED_CHECKS.has(kind);
}
