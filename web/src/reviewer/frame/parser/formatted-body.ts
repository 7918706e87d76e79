import { type FormattedBody, LEFT_OUT_KINDS, type LeftOutKind } from '../protocol.ts';
import type { InlinePictures } from './inline-pictures.ts';
import { parseInert } from './markup-policy.ts';
import { isTooHeavy } from './markup-weight.ts';
import { RemoteCount } from './remote-content.ts';
import { type FoundReferences, replaceReferences } from './replace-references.ts';
import { sanitizeHtml } from './sanitize-html.ts';
import { filterDeclarations, filterStyleSheet, STYLE_UNITS } from './style-filter.ts';
import { survey } from './survey.ts';
import { findBody } from './unclobbered.ts';

/** Units of html that are read of one message. */
const HTML_UNITS = 4 * 1024 * 1024;

/** The formatted form of a message: elements without references, and style rules. Neither is attached to any window. */
export class FormattedParts {
  readonly #pictures: InlinePictures;
  readonly #remote = new RemoteCount();
  readonly #found: FoundReferences = { links: [], furtherLinks: 0, leftOutPictures: 0 };
  readonly #leftOut = Object.fromEntries(LEFT_OUT_KINDS.map((kind) => [kind, 0])) as Record<LeftOutKind, number>;
  readonly #bodies: HTMLElement[] = [];
  #css = '';
  #unitsLeft = HTML_UNITS;
  #isTooHeavy = false;
  #isCut = false;

  constructor(pictures: InlinePictures) {
    this.#pictures = pictures;
  }

  /** Style rules, filtered. */
  get css(): string {
    return this.#css;
  }

  get bodies(): readonly HTMLElement[] {
    return this.#bodies;
  }

  /** Too much for a browser: its words are shown alone. */
  get isTooHeavy(): boolean {
    return this.#isTooHeavy;
  }

  /** Adds one part and gives its body, to take the text from; null when it is too heavy to be made one. */
  add(html: string): HTMLElement | null {
    const read = html.slice(0, this.#unitsLeft);
    this.#isCut ||= read.length < html.length;
    this.#unitsLeft -= read.length;
    if (isTooHeavy(read)) {
      this.#isTooHeavy = true;
      return null;
    }
    const original = parseInert(read);
    const { leftOut, css } = survey(original, this.#remote);
    for (const kind of LEFT_OUT_KINDS) this.#leftOut[kind] += leftOut[kind];
    if (this.#css.length < STYLE_UNITS) this.#css += filterStyleSheet(css);
    // A document of its own, in which nothing of the message has a name.
    const own = document.implementation.createHTMLDocument();
    const body = sanitizeHtml(read);
    if (body !== null) moveChildren(body, own.body);
    replaceReferences(own.body, this.#pictures, this.#found);
    const shown = toOwnBody(own.body, findBody(original));
    this.#bodies.push(shown);
    return shown;
  }

  /** A part of plain text that stands among formatted ones. */
  addText(text: string): void {
    const pre = document.implementation.createHTMLDocument().createElement('pre');
    pre.textContent = text.slice(0, this.#unitsLeft);
    this.#unitsLeft -= pre.textContent.length;
    this.#bodies.push(pre);
  }

  describe(differs: boolean, secrets: readonly string[]): FormattedBody {
    return {
      links: this.#found.links,
      furtherLinks: this.#found.furtherLinks,
      remote: this.#remote.take(),
      leftOut: { ...this.#leftOut, picture: this.#leftOut.picture + this.#found.leftOutPictures },
      pictures: this.#pictures.count,
      isCut: this.#isCut,
      differs,
      secrets,
    };
  }
}

/** A division with the colours and the style that the message gave its body. */
function toOwnBody(sanitized: HTMLElement, original: HTMLElement | null): HTMLElement {
  const division = sanitized.ownerDocument.createElement('div');
  division.className = original?.className ?? '';
  division.style.backgroundColor = original?.getAttribute('bgcolor') ?? '';
  division.style.color = original?.getAttribute('text') ?? '';
  const kept = [filterDeclarations(division.style), original === null ? '' : filterDeclarations(original.style)];
  const style = kept.filter((text) => text !== '').join('; ');
  if (style === '') division.removeAttribute('style');
  else division.setAttribute('style', style);
  moveChildren(sanitized, division);
  return division;
}

/** One by one: there may be more than a call takes arguments. */
function moveChildren(from: Node, to: Node): void {
  for (let child = from.firstChild; child !== null; child = from.firstChild) to.appendChild(child);
}
