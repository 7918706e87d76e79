import type { Decompressed } from './decompress.ts';

/**
 * Text in UTF-16 as UTF-8, without its byte order mark; a wrong unit becomes U+FFFD. All bytes are used, whatever they
 * are.
 */
export function fromUtf16(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  encoding: 'utf-16le' | 'utf-16be',
): Decompressed {
  let used = 0;
  let whole = false;
  async function* decode(): AsyncGenerator<Buffer> {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of chunks) {
      used += chunk.length;
      const text = decoder.decode(chunk, { stream: true });
      if (text !== '') yield Buffer.from(text, 'utf8');
    }
    const rest = decoder.decode();
    if (rest !== '') yield Buffer.from(rest, 'utf8');
    whole = true;
  }
  return { chunks: decode(), usedBytes: () => used, isWhole: () => whole };
}
