const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** UTC seconds of an ISO text that ends in Z. */
export function toSeconds(iso: string): number {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(iso)) throw new Error(`not an instant: ${iso}`);
  return Date.parse(iso) / 1000;
}

export function toIso(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** RFC 5322: `Mon, 10 Sep 2001 14:05:00 +0200`. The zone is whole hours. */
export function toMailDate(seconds: number, zoneHours = 0): string {
  const at = new Date((seconds + zoneHours * 3600) * 1000);
  const zone = `${zoneHours < 0 ? '-' : '+'}${two(Math.abs(zoneHours))}00`;
  const day = `${DAYS[at.getUTCDay()]}, ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} ${zone}`;
}

/** The time of an mbox separator: `Mon Sep 10 14:05:00 2001`, in UTC. */
export function toFromLineDate(seconds: number): string {
  const at = new Date(seconds * 1000);
  const clock = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
  const day = String(at.getUTCDate()).padStart(2, ' ');
  return `${DAYS[at.getUTCDay()]} ${MONTHS[at.getUTCMonth()]} ${day} ${clock} ${at.getUTCFullYear()}`;
}

/**
 * `09/03/2001 06:41:35 AM`: how PowerShell writes the wrapper's CreationDate, in the machine's zone (here five hours
 * behind UTC).
 */
export function toPowerShellDate(seconds: number): string {
  const at = new Date((seconds - 5 * 3600) * 1000);
  const hour = at.getUTCHours();
  const clock = `${two(hour % 12 === 0 ? 12 : hour % 12)}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
  return `${two(at.getUTCMonth() + 1)}/${two(at.getUTCDate())}/${at.getUTCFullYear()} ${clock} ${hour < 12 ? 'AM' : 'PM'}`;
}
