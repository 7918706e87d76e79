const ADULT_YEARS = 18;
const YEAR_SECONDS = 31_556_952;

/** `YYYY-MM-DD` of a date that can be read in one way only: `03/04/1980` is two days, `03.04.1980` is German. */
export function toBirthDay(value: string): string | null {
  const text = value.trim();
  const iso = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(text);
  if (iso !== null) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parted = /^(\d{1,2})([./-])(\d{1,2})[./-](\d{4})$/.exec(text);
  if (parted === null) return null;
  const [first, second, year] = [Number(parted[1]), Number(parted[3]), Number(parted[4])];
  if (parted[2] === '.' || first > 12 || first === second) return toDay(year, second, first);
  return second > 12 ? toDay(year, first, second) : null;
}

function toDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether somebody who was born then is younger than 18 at a time (UTC seconds); by the year where the day is open. */
export function isBirthOfMinor(value: string, at: number): boolean {
  const day = toBirthDay(value);
  if (day !== null) {
    const born = Date.parse(`${day}T00:00:00Z`) / 1000;
    return born <= at && at - born < ADULT_YEARS * YEAR_SECONDS;
  }
  const year = /(?:19|20)\d\d/.exec(value)?.[0];
  if (year === undefined) return false;
  const age = 1970 + Math.floor(at / YEAR_SECONDS) - Number(year);
  return age >= 0 && age < ADULT_YEARS;
}
