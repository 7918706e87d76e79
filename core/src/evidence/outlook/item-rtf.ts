import type { Runtime } from '@candor/core/base';
import { readRtf } from './read-rtf.ts';
import { decompressRtf } from './rtf-bytes.ts';
import { RtfLook } from './rtf-look.ts';

export interface ItemRtf {
  /** The words as programs show them that show RTF; null when it cannot be read whole. */
  readonly text: string | null;
  /** The HTML packed into it, which Outlook shows; null when there is none. */
  readonly html: string | null;
  /** A control word that may make words look otherwise than they are; null when there is none. */
  readonly odd: string | null;
}

/** The RTF of a notice has some ten thousand bytes. */
const RTF_BYTES = 256 * 1024;
const RAW_SIZE = 4;
const HEADER_BYTES = 16;

export function readItemRtf(runtime: Runtime, compressed: Uint8Array | null): ItemRtf | null {
  if (compressed === null || compressed.length === 0) return null;
  const bytes = decompressRtf(compressed, RTF_BYTES);
  if (!isWhole(compressed, bytes)) return { text: null, html: null, odd: null };
  const rtf = runtime.latin1(bytes, 0, bytes.length);
  if (!rtf.startsWith('{\\rtf')) return { text: null, html: null, odd: null };
  const look = new RtfLook(rtf);
  const { text } = readRtf(runtime, rtf, { asRtf: true, see: (word, number) => look.see(word, number) });
  const packed = readRtf(runtime, rtf);
  return { text, html: packed.isHtml ? packed.text : null, odd: look.odd };
}

/** Cut short, or longer than is read: what was left out could be anything. */
function isWhole(compressed: Uint8Array, bytes: Uint8Array): boolean {
  if (compressed.length < HEADER_BYTES || bytes.length === 0) return false;
  const view = new DataView(compressed.buffer, compressed.byteOffset, compressed.length);
  return view.getUint32(RAW_SIZE, true) === bytes.length;
}
