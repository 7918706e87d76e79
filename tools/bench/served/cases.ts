/** What is asked of both servers of a row. */
const REQUESTS = 20_000;
/** Files that are asked for from the disk, each once. */
const COLD_FILES = 2_000;
/** Files that are asked for again and again. */
const WARM_FILES = 50;
/** Objects of one call, as the app asks for them when it reads many. */
export const TOGETHER = 32;
/** Calls before anything is counted: a server that just started is slower than one that serves. */
const WARM_CALLS = 1000;
const WARM_API_CALLS = 10_000;
/** A message of 50 KB, sealed and padded. */
export const SERVED_BYTES: number = 50 * 1024;

/** `api`: a short answer in JSON. `cache`, `disk`: files that were read before, or never. */
export type ServedCase = 'api' | 'cache' | 'disk';

export function readCase(text: string | undefined): ServedCase {
  if (text === 'api' || text === 'cache' || text === 'disk') return text;
  throw new Error('say api, cache or disk');
}

export const countRequests = (what: ServedCase): number => (what === 'disk' ? COLD_FILES : REQUESTS);

/** Cold ones come first. */
export const countFiles = (what: ServedCase): number => (what === 'disk' ? COLD_FILES : 0) + WARM_FILES;

/** What is asked for before it is counted, `together` in each call. */
export const countWarmUp = (what: ServedCase, together: number): number =>
  what === 'api' ? WARM_API_CALLS : WARM_CALLS * together;

/**
 * Which of the files a request asks for; before it is counted none of those that are to come from the disk, or a server
 * would have them by then.
 */
export function toFileNumber(what: ServedCase, request: number, isWarmUp: boolean): number {
  const cold = what === 'disk' ? COLD_FILES : 0;
  return isWarmUp || cold === 0 ? cold + (request % WARM_FILES) : request % cold;
}
