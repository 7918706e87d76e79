import { FormattedParts } from '../../../../src/reviewer/frame/parser/formatted-body.ts';
import { InlinePictures } from '../../../../src/reviewer/frame/parser/inline-pictures.ts';

/** What is left of html, without the cage around it. */
function sanitize(html: string): string {
  const parts = new FormattedParts(new InlinePictures([]));
  const body = parts.add(html);
  return `<style>${parts.css}</style>${body?.outerHTML ?? ''}`;
}

Object.assign(globalThis, { reading: { sanitize } });
