const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `90s`, `30m`, `1h`, `1d` in seconds; null when invalid. */
export function readDuration(written: string): number | null {
  const found = /^([1-9]\d{0,5})([smhd])$/.exec(written);
  return found === null ? null : Number(found[1]) * (unitSeconds[found[2] ?? ''] ?? 0);
}
