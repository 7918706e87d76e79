import type { KeyWorkerErrorCode } from '../../reviewer/bridge/protocol.ts';

/**
 * Why the key worker did not do it, and what to do: one sentence or two for each. `{organization}` is the one whose
 * notice it was.
 */
export type ErrorWords = Readonly<Record<KeyWorkerErrorCode, string>>;
