/** The number of two digits at a place; NaN unless both are digits. */
export function readTwoDigits(text: string, at: number): number {
  const first = text.charCodeAt(at) - 0x30;
  const second = text.charCodeAt(at + 1) - 0x30;
  return first >= 0 && first <= 9 && second >= 0 && second <= 9 ? first * 10 + second : Number.NaN;
}
