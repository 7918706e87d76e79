import type { Config } from 'dompurify';
import DOMPurify from 'dompurify';
import { type FormattedBody, OMITTED_KINDS, type OmittedKind } from '../protocol.ts';
import type { InlinePictures } from './inline-pictures.ts';
import { parseInert } from './markup-policy.ts';
import { exceedsMarkupBudget } from './markup-weight.ts';
import { RemoteCount } from './remote-content.ts';
import { type FoundReferences, replaceReferences } from './replace-references.ts';
import { filterDeclarations, filterStyleSheet, STYLE_UNITS } from './style-filter.ts';
import { survey } from './survey.ts';
import { findBody } from './unclobbered.ts';

/** Elements of text in mail. None loads, runs, takes input or contains a document. */
const TAGS =
  `a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn dir div dl dt em figcaption figure font
  footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody
  td tfoot th thead time tr tt u ul var wbr`.split(/\s+/);

/** `href` and `src` stay only until `replaceReferences` turns links into text and replaces pictures. */
const ATTRIBUTES =
  `align alt bgcolor border cellpadding cellspacing class color cols colspan dir face height href hspace lang nowrap rowspan rules size span src start style
  summary title type valign value vspace width`.split(/\s+/);

const CONFIG: Config = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ATTRIBUTES,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  // No address is followed: each is judged where it is replaced.
  ALLOW_UNKNOWN_PROTOCOLS: true,
  ADD_FORBID_CONTENTS: ['embed', 'object', 'option', 'select', 'textarea'],
};

/** Maximum units of HTML read per message. */
const HTML_UNITS = 4 * 1024 * 1024;

/** The formatted form of a message: elements without references, and style rules, attached to no window. */
export class FormattedParts {
  readonly #pictures: InlinePictures;
  readonly #remote = new RemoteCount();
  readonly #found: FoundReferences = { links: [], furtherLinks: 0, leftOutPictures: 0 };
  readonly #leftOut = Object.fromEntries(OMITTED_KINDS.map((kind) => [kind, 0])) as Record<OmittedKind, number>;
  readonly #bodies: HTMLElement[] = [];
  #css = '';
  #unitsLeft = HTML_UNITS;
  #isTooHeavy = false;
  #isCut = false;

  constructor(pictures: InlinePictures) {
    this.#pictures = pictures;
  }

  get css(): string {
    return this.#css;
  }

  get bodies(): readonly HTMLElement[] {
    return this.#bodies;
  }

  /** Too heavy for a browser: only its words are shown. */
  get isTooHeavy(): boolean {
    return this.#isTooHeavy;
  }

  /** Adds a part and returns its body for the text; null when it is too heavy. */
  add(html: string): HTMLElement | null {
    const read = html.slice(0, this.#unitsLeft);
    this.#isCut ||= read.length < html.length;
    this.#unitsLeft -= read.length;
    if (exceedsMarkupBudget(read)) {
      this.#isTooHeavy = true;
      return null;
    }
    const original = parseInert(read);
    const { leftOut, css } = survey(original, this.#remote);
    for (const kind of OMITTED_KINDS) this.#leftOut[kind] += leftOut[kind];
    if (this.#css.length < STYLE_UNITS) this.#css += filterStyleSheet(css);
    // A separate document in which nothing of the message has a name.
    const own = document.implementation.createHTMLDocument();
    const body = sanitizeHtml(read);
    if (body !== null) moveChildren(body, own.body);
    replaceReferences(own.body, this.#pictures, this.#found);
    const shown = toOwnBody(own.body, findBody(original));
    this.#bodies.push(shown);
    return shown;
  }

  addText(text: string): void {
    const pre = document.implementation.createHTMLDocument().createElement('pre');
    pre.textContent = text.slice(0, this.#unitsLeft);
    this.#unitsLeft -= pre.textContent.length;
    this.#bodies.push(pre);
  }

  describe(differs: boolean): FormattedBody {
    return {
      links: this.#found.links,
      furtherLinks: this.#found.furtherLinks,
      remote: this.#remote.take(),
      leftOut: { ...this.#leftOut, picture: this.#leftOut.picture + this.#found.leftOutPictures },
      pictures: this.#pictures.count,
      isCut: this.#isCut,
      differs,
    };
  }
}

/** A division with the colours and style of the message's body. */
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

/** One by one: there may be more than a call accepts as arguments. */
function moveChildren(from: Node, to: Node): void {
  for (let child = from.firstChild; child !== null; child = from.firstChild) to.appendChild(child);
}

/**
 * The body of hostile HTML as elements that only show text and pictures, in a document without a window. Null when
 * nothing of it may stay, as for a frameset.
 */
function sanitizeHtml(html: string): HTMLElement | null {
  return DOMPurify.sanitize(html, { ...CONFIG, RETURN_DOM: true }) as HTMLElement | null;
}
