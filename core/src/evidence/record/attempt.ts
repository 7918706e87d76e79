/** `UserLoginFailed`, in lower case: a sign-in that was refused. */
const REFUSED = 'userloginfailed';

/** Values of `ResultStatus` of an operation that did not succeed, in lower case. */
const FAILURES: ReadonlySet<string> = new Set(['false', 'failed', 'failure', 'fail', 'error', 'unsuccessful']);

/** Whether a record is a mere attempt (docs/formats/access-records.md, Attempts). */
export function isFailed(operation: string, resultStatus: string | null): boolean {
  return operation.toLowerCase() === REFUSED || (resultStatus !== null && isFailure(resultStatus));
}

export function isFailure(resultStatus: string): boolean {
  return FAILURES.has(resultStatus.trim().toLowerCase());
}
