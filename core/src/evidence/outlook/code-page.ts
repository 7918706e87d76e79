/** Windows code pages whose WHATWG label is not made of the number. */
const LABELS: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [10000, 'macintosh'],
  [20127, 'us-ascii'],
  [20866, 'koi8-r'],
  [20932, 'euc-jp'],
  [21866, 'koi8-u'],
  [50220, 'iso-2022-jp'],
  [50221, 'iso-2022-jp'],
  [50222, 'iso-2022-jp'],
  [51932, 'euc-jp'],
  [51936, 'gbk'],
  [51949, 'euc-kr'],
  [52936, 'gbk'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
]);

/**
 * The charset label of a code page, or null: the reader then tries UTF-8 (docs/formats/rules.md, Message-ID and
 * fingerprint).
 */
export function toCharsetLabel(codePage: number | null): string | null {
  if (codePage === null) return null;
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  if (codePage >= 28591 && codePage <= 28606) return `iso-8859-${codePage - 28590}`;
  return LABELS.get(codePage) ?? null;
}

/** Primary languages (the low ten bits of a Windows locale id) whose ANSI code page is not windows-1252. */
const ANSI_OF_LANGUAGE: ReadonlyMap<number, string> = new Map([
  ...([0x05, 0x0e, 0x15, 0x18, 0x1a, 0x1b, 0x1c, 0x24] as const).map((language) => [language, 'windows-1250'] as const),
  ...([0x02, 0x19, 0x22, 0x23, 0x2f] as const).map((language) => [language, 'windows-1251'] as const),
  [0x08, 'windows-1253'],
  [0x1f, 'windows-1254'],
  [0x0d, 'windows-1255'],
  [0x01, 'windows-1256'],
  [0x25, 'windows-1257'],
  [0x26, 'windows-1257'],
  [0x27, 'windows-1257'],
  [0x2a, 'windows-1258'],
  [0x1e, 'windows-874'],
  [0x11, 'shift_jis'],
  [0x12, 'euc-kr'],
]);
const CHINESE = 0x04;
const TRADITIONAL_LOCALES = [0x0404, 0x0c04, 0x1404];
const LANGUAGE_MASK = 0x3ff;

/** The charset of texts that are no Unicode, by the locale of the program that wrote them. */
export function toAnsiLabel(localeId: number): string {
  const language = localeId & LANGUAGE_MASK;
  if (language === CHINESE) return TRADITIONAL_LOCALES.includes(localeId) ? 'big5' : 'gbk';
  return ANSI_OF_LANGUAGE.get(language) ?? 'windows-1252';
}
