import { LISTED_LINKS, SHORT_UNITS } from '../protocol.ts';
import type { InlinePictures } from './inline-pictures.ts';
import { filterDeclarations } from './style-filter.ts';

/** A linked address and its visible words. */
export interface FoundLink {
  readonly shown: string;
  readonly address: string;
}

/** Found while replacing the references of a body. */
export interface FoundReferences {
  readonly links: FoundLink[];
  furtherLinks: number;
  /** Embedded pictures that are not raster images, or too large. */
  leftOutPictures: number;
}

/** CSS class of link addresses, and of words in place of a picture. */
export const ADDRESS_CLASS = 'candor-address';
export const MISSING_CLASS = 'candor-missing';
/** Maximum units of an address in the text; the list of links has all of it. */
const ADDRESS_UNITS = 80;
/** Pictures up to this size are tracking pixels. */
const SPECK_DOTS = 4;

/**
 * Turns links into text with the real address, inserts the message's own pictures and placeholders for others, and
 * filters style attributes. Afterwards the body refers to nothing.
 */
export function replaceReferences(body: Element, pictures: InlinePictures, found: FoundReferences): void {
  for (const link of body.querySelectorAll('a')) replaceLink(link, found);
  for (const picture of body.querySelectorAll('img')) replacePicture(picture, pictures, found);
  for (const styled of body.querySelectorAll<HTMLElement>('[style]')) {
    const kept = filterDeclarations(styled.style);
    if (kept === '') styled.removeAttribute('style');
    else styled.setAttribute('style', kept);
  }
  for (const element of body.querySelectorAll('[href], [src]:not(img)')) {
    element.removeAttribute('href');
    element.removeAttribute('src');
  }
}

function replaceLink(link: Element, found: FoundReferences): void {
  const address = link.getAttribute('href')?.trim() ?? '';
  const span = link.ownerDocument.createElement('span');
  for (const name of ['class', 'dir', 'lang', 'style', 'title']) {
    const value = link.getAttribute(name);
    if (value !== null) span.setAttribute(name, value);
  }
  for (let child = link.firstChild; child !== null; child = link.firstChild) span.appendChild(child);
  link.replaceWith(span);
  if (address === '' || address.startsWith('#')) return;
  const shown = (span.textContent ?? '').replace(/\s+/g, ' ').trim();
  if (found.links.length < LISTED_LINKS)
    found.links.push({ shown: shown.slice(0, SHORT_UNITS), address: address.slice(0, SHORT_UNITS) });
  else found.furtherLinks += 1;
  span.classList.add('candor-link');
  if (isSame(shown, address)) return;
  const beside = link.ownerDocument.createElement('span');
  beside.className = ADDRESS_CLASS;
  beside.textContent = ` ⟨${address.length > ADDRESS_UNITS ? `${address.slice(0, ADDRESS_UNITS)}…` : address}⟩`;
  span.append(beside);
}

/** Whether the words of a link are its address. */
function isSame(shown: string, address: string): boolean {
  const bare = (text: string): string =>
    text
      .toLowerCase()
      .replace(/^(?:https?:\/\/|mailto:)/, '')
      .replace(/\/$/, '');
  return bare(shown) === bare(address);
}

function replacePicture(picture: HTMLImageElement, pictures: InlinePictures, found: FoundReferences): void {
  const source = picture.getAttribute('src') ?? '';
  const own = pictures.find(source);
  if (own !== null) {
    picture.setAttribute('src', own);
    return;
  }
  if (/^(?:data|cid):/i.test(source.trim())) found.leftOutPictures += 1;
  const words = picture.getAttribute('alt')?.trim() ?? '';
  const isSpeck = [picture.getAttribute('width'), picture.getAttribute('height')].some(
    (size) => size !== null && Number.parseFloat(size) <= SPECK_DOTS,
  );
  if (words === '' || isSpeck) {
    picture.remove();
    return;
  }
  const span = picture.ownerDocument.createElement('span');
  span.className = MISSING_CLASS;
  span.textContent = words;
  picture.replaceWith(span);
}
