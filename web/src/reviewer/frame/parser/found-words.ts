import type { Runtime } from '@candor/core/base';
import { readWholeMessage } from '@candor/core/evidence/message';
import { type FoundPlace, LONGEST_SECRET_UNITS, MOST_SECRETS } from '../protocol.ts';

/** Attached messages, one inside the other, whose places are looked up. */
const DEPTH = 8;

/**
 * The words at places of a message's texts, as the index has them (docs/formats/release.md, Findings). Of HTML nobody
 * knows the text that was searched to the character: what stands there alone is found by its looks only.
 */
export function listFoundWords(runtime: Runtime, bytes: Uint8Array, places: readonly FoundPlace[]): readonly string[] {
  if (places.length === 0) return [];
  const texts = new Map<string, readonly string[]>();
  const read = (message: Uint8Array, prefix: string, depth: number): void => {
    const { subject, parts } = readWholeMessage(runtime, message);
    const names = parts.map(({ fileName }) => fileName).filter((name) => name !== '');
    texts.set(`${prefix}subject`, [...[subject, ...names].join('\n')]);
    for (const { number, type, text, isMessage, bytes: own } of parts) {
      if (isMessage && depth < DEPTH) read(own, `${prefix}${number}.`, depth + 1);
      else if (text !== null && type !== 'text/html')
        texts.set(`${prefix}${number}`, [...text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')]);
    }
  };
  read(bytes, '', 0);
  const words = places.flatMap(({ part, offset, length }) => {
    const word =
      texts
        .get(part)
        ?.slice(offset, offset + length)
        .join('') ?? '';
    return word.trim() === '' || word.length > LONGEST_SECRET_UNITS ? [] : [word];
  });
  return [...new Set(words)].slice(0, MOST_SECRETS);
}
