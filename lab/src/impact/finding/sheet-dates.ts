import { SaxesParser } from 'saxes';

/** Built-in formats of numbers that show a date (ECMA-376 part 1, 18.8.30). */
const DATE_FORMATS: ReadonlySet<number> = new Set([
  ...[14, 15, 16, 17, 22],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58],
]);
/** What a format shows as it stands, colours and conditions. */
const AS_IT_STANDS = /"[^"]*"|\\.|\[[^[\]]*\]|[_*]./g;

/** How the cells of a workbook show days, which are numbers in them. */
export interface SheetDates {
  /** Styles of cells (`s`) that show a date. */
  readonly styles: ReadonlySet<number>;
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean;
}

export const NO_DATES: SheetDates = { styles: new Set(), from1904: false };

/** Whether a number with this format shows a date: a built-in format, or how one is written. */
export function isDateFormat(format: number | string): boolean {
  if (typeof format === 'number') return DATE_FORMATS.has(format);
  return /[dy]/i.test(format.replace(AS_IT_STANDS, ''));
}

/** Reads `xl/styles.xml`. What is not well-formed gives what came before. */
export function readDateStyles(xml: string): ReadonlySet<number> {
  const dates = new Set(DATE_FORMATS);
  const styles = new Set<number>();
  let isInStyles = false;
  let count = 0;
  const parser = new SaxesParser();
  parser.on('error', () => undefined);
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'cellXfs') isInStyles = true;
    const format = Number(attributes['numFmtId']);
    if (name === 'numFmt' && isDateFormat(attributes['formatCode'] ?? '')) dates.add(format);
    if (name !== 'xf' || !isInStyles) return;
    if (dates.has(format)) styles.add(count);
    count += 1;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'cellXfs') isInStyles = false;
  });
  try {
    parser.write(xml).close();
  } catch {
    // Styles that were read so far hold.
  }
  return styles;
}

/** Whether `xl/workbook.xml` counts days from 1904. */
export function countsFrom1904(xml: string): boolean {
  return /<workbookPr\b[^<>]{0,2000}\bdate1904="(?:1|true)"/.test(xml);
}

/** The last day that a sheet can show: 9999-12-31. */
const LAST_DAY = 2_958_465;
/** The sheet's 29 February 1900, a day that never was. */
const LEAP_DAY = 60;

/** A number of days as a date, with the time of the day where it has one; null where it is none. */
export function toSheetDate(number: string, { from1904 }: Pick<SheetDates, 'from1904'>): string | null {
  const days = Number(number);
  if (number.trim() === '' || !(days >= 1 && days <= LAST_DAY)) return null;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < LEAP_DAY ? 31 : 30);
  const written = new Date(start + Math.round(days * 1440) * 60_000).toISOString();
  return days % 1 === 0 ? written.slice(0, 10) : `${written.slice(0, 10)} ${written.slice(11, 16)}`;
}
