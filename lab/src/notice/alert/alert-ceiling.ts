import type { Instant } from '@candor/core/base';

// An intruder who goes on makes an alert with every log that arrives. Enough mails to wake somebody go out at once;
// then one at a time, each with everything that waited, so that no mailbox is buried and nothing is lost.

const HOUR_SECONDS = 3600;
/** Mails to one address within an hour. */
export const MOST_MAILS_AN_HOUR = 6;
/** The first of them, each with one alert, go out at once. */
const AT_ONCE = 4;
/** Between later ones: with the first four, at most `MOST_MAILS_AN_HOUR`. */
const APART_SECONDS = 1200;

/** Whether an address may get a mail now: with one alert, with all that wait, or not yet. */
export function findMailTurn(sentAt: readonly Instant[], at: Instant): 'one' | 'digest' | 'wait' {
  const recent = sentAt.filter((one) => one > at - HOUR_SECONDS);
  if (recent.length < AT_ONCE) return 'one';
  const last = Math.max(...recent);
  return recent.length < MOST_MAILS_AN_HOUR && last <= at - APART_SECONDS ? 'digest' : 'wait';
}
