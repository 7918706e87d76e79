import type { HtmlElement } from './html-node.ts';

const PIXEL_STYLE =
  /^(?:\s*(?:display\s*:\s*(?:none|block|inline)|(?:(?:max|min)-)?(?:width|height)\s*:\s*[01](?:px)?|border(?:-width)?\s*:\s*(?:0(?:px)?|none)|(?:margin|padding)\s*:\s*0(?:px)?|opacity\s*:\s*0|visibility\s*:\s*hidden|overflow\s*:\s*hidden|line-height\s*:\s*[01](?:px)?)(?:\s*!important)?\s*(?:;|$))*\s*$/i;
const PLAIN: ReadonlySet<string> = new Set(['src', 'class', 'id', 'role', 'aria-hidden', 'loading']);

/** A picture of one pixel, as gateways and senders of bulk mail count readers by: nothing of it can be seen. */
export function isPixel(attributes: HtmlElement['attributes']): boolean {
  const values = new Map(attributes);
  const isSmall = ['width', 'height'].every((name) => /^[01](?:px)?$/.test(values.get(name) ?? ''));
  return isSmall && attributes.every(([name, value]) => isAllowed(name, value));
}

function isAllowed(name: string, value: string): boolean {
  if (name === 'style') return PIXEL_STYLE.test(value);
  if (name === 'border' || name === 'hspace' || name === 'vspace') return value === '0';
  return PLAIN.has(name) || name === 'width' || name === 'height' || (name === 'alt' && value.trim() === '');
}
