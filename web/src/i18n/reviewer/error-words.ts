import type { KeyWorkerErrorCode } from '../../reviewer/bridge/protocol.ts';

/** For each error of the key worker one or two sentences: why, and what to do. `{organization}` sent the notice. */
export type ErrorWords = Readonly<Record<KeyWorkerErrorCode, string>>;
