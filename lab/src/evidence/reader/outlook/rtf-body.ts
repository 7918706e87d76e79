import { decompressRtf, readRtf as readAnyRtf } from '@candor/core/evidence/outlook';
import { createNodeRuntime } from '../../../adapters/process/runtime.ts';
import type { OutlookHtml } from './outlook-message.ts';

const runtime = createNodeRuntime();

/** The visible text of RTF, or the HTML packed into it. Each unit of `rtf` is a byte. */
export function readRtf(rtf: string): { readonly text: string; readonly isHtml: boolean } {
  return readAnyRtf(runtime, rtf);
}

/**
 * The text and HTML of an Outlook item. Outlook often only stores RTF with the original HTML or text packed into it
 * ([MS-OXRTFEX]); otherwise such a message would be empty and searches would miss it.
 */
export function fillBody(
  text: string,
  html: OutlookHtml | null,
  compressedRtf: () => Uint8Array | null | undefined,
): { readonly text: string; readonly html: OutlookHtml | null } {
  if (text !== '' || html !== null) return { text, html };
  const compressed = compressedRtf();
  if (compressed === null || compressed === undefined) return { text, html };
  const body = readRtf(Buffer.from(decompressRtf(compressed)).toString('latin1'));
  if (body.text.trim() === '') return { text, html };
  if (!body.isHtml) return { text: body.text, html };
  return { text, html: { bytes: Buffer.from(body.text, 'utf8'), charset: 'utf-8' } };
}
