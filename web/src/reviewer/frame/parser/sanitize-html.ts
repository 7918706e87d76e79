import DOMPurify, { type Config } from 'dompurify';

/** What text is made of in mail. Nothing of it loads, runs, is filled in or is a document of its own. */
const TAGS =
  `a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn dir div dl dt em figcaption figure font
  footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody
  td tfoot th thead time tr tt u ul var wbr`.split(/\s+/);
/** `href` and `src` stay only until links are made text and pictures are replaced (`replaceReferences`). */
const ATTRIBUTES =
  `align alt bgcolor border cellpadding cellspacing class color cols colspan dir face height href hspace lang nowrap rowspan rules size span src start style
  summary title type valign value vspace width`.split(/\s+/);

const CONFIG: Config = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ATTRIBUTES,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  // No address is followed: what it may be is judged where it is replaced.
  ALLOW_UNKNOWN_PROTOCOLS: true,
  ADD_FORBID_CONTENTS: ['embed', 'object', 'option', 'select', 'textarea'],
};

/**
 * The body of hostile html as elements that only show text and pictures, in a document without a window. Null when
 * nothing of it may stay, as of a page that is made of frames.
 */
export function sanitizeHtml(html: string): HTMLElement | null {
  return DOMPurify.sanitize(html, { ...CONFIG, RETURN_DOM: true }) as HTMLElement | null;
}
