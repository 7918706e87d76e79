import { KoreanDecoder } from './korean.ts';

/** A decoder of one of the Encoding Standard's legacy encodings. Without `stream` each call decodes whole bytes. */
export interface LegacyDecoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

/**
 * Opens a decoder by the encoding's name. The runtime's own is right for all single-byte encodings, gbk, gb18030 and UTF-16, and for valid
 * text in the others, except where one of ours stands here.
 */
export function openLegacyDecoder(name: string): LegacyDecoder {
  if (name === 'euc-kr') return new KoreanDecoder();
  const decoder = new TextDecoder(name);
  if (name !== 'shift_jis') return decoder;
  return { decode: (bytes, options) => restoreControls(decoder.decode(bytes, options)) };
}

const TURNED = /[\x1a\x1c\x7f]/g;
const RESTORED = new Map([
  ['\x1c', '\x1a'],
  ['\x7f', '\x1c'],
  ['\x1a', '\x7f'],
]);

/** ICU's shift_jis turns these three control characters round, as IBM's code page did; the standard does not. */
function restoreControls(text: string): string {
  return text.replace(TURNED, (unit) => RESTORED.get(unit) ?? unit);
}
