import type { ChangeNature } from './change.ts';
import { decodeReferences } from './html-entity.ts';
import { type HtmlToken, scanHtml } from './html-scanner.ts';
import { findInStyle, type StyleFinding } from './html-style.ts';

/** What html shows and does, as far as a notice is concerned. */
export interface HtmlReading {
  /** The words, with a line end where a block ends. */
  readonly text: string;
  /** What it does beyond showing words. */
  readonly findings: readonly StyleFinding[];
  /** Links whose target is their own words: mail programs make them. */
  readonly hasOwnLinks: boolean;
}

const LAYOUT = new Set(
  'html head body meta title div p span br hr b strong i em u font center small big sup sub pre code blockquote ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table colgroup col thead tbody tfoot tr td th main section article header footer nav address wbr style a o:p tt mark time abbr'.split(
    ' ',
  ),
);
const BLOCK = new Set(
  'div p br hr pre blockquote ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table tr td th main section article header footer nav address body'.split(
    ' ',
  ),
);
const SHRINKING = new Set(['small', 'sub', 'sup']);
const SMALL_DEPTH = 2;
const REMOTE_ATTRIBUTES = new Set(
  'src srcset background poster data action formaction ping lowsrc dynsrc xlink:href archive codebase'.split(' '),
);
const CONDITION = /^\s*\[if\b[^\]]*\]>/i;
/** Conditional comments, one inside the other; deeper ones have no reason to be. */
const CONDITION_DEPTH = 2;
const DETAIL_UNITS = 160;

/** Reads the html of a received message without a page: nothing in it is ever run, loaded or shown as markup. */
export function readHtml(html: string): HtmlReading {
  return new HtmlReader(0).read(html);
}

class HtmlReader {
  readonly #depth: number;
  readonly #findings: StyleFinding[] = [];
  #text = '';
  #hasOwnLinks = false;
  #small = 0;
  #link: { readonly target: string; readonly from: number } | null = null;

  constructor(depth: number) {
    this.#depth = depth;
  }

  read(html: string): HtmlReading {
    scanHtml(html, (token) => this.#take(token));
    this.#closeLink();
    return { text: this.#text, findings: this.#findings, hasOwnLinks: this.#hasOwnLinks };
  }

  #take(token: HtmlToken): void {
    switch (token.kind) {
      case 'text':
        this.#text += decodeReferences(token.text);
        break;
      case 'comment':
        this.#takeComment(token.text);
        break;
      case 'raw':
        if (token.name === 'style') this.#findings.push(...findInStyle(token.text, 'sheet'));
        break;
      case 'open':
        if (!LAYOUT.has(token.name)) this.#find('active-element', `<${token.name}>`);
        this.#break(token.name);
        this.#shrink(token.name, 1);
        for (const [name, value] of token.attributes) this.#takeAttribute(token.name, name, decodeReferences(value));
        break;
      case 'close':
        this.#break(token.name);
        this.#shrink(token.name, -1);
        break;
    }
  }

  #break(element: string): void {
    if (BLOCK.has(element)) this.#text += '\n';
    if (element === 'a') this.#closeLink();
  }

  /** Each makes what stands in it smaller, until nobody reads it. */
  #shrink(element: string, by: 1 | -1): void {
    if (!SHRINKING.has(element)) return;
    this.#small = Math.max(0, this.#small + by);
    if (this.#small > SMALL_DEPTH) this.#find('hidden-words', `<${element}>`);
  }

  #takeAttribute(element: string, name: string, value: string): void {
    if (name.startsWith('on')) this.#find('active-element', `${name}=`);
    else if (REMOTE_ATTRIBUTES.has(name)) this.#find('remote-content', `${name}=${value}`);
    else if (name === 'hidden' || (name === 'aria-hidden' && value === 'true')) this.#find('hidden-words', name);
    else if (name === 'dir' && value.toLowerCase() !== 'ltr') this.#find('direction', `dir=${value}`);
    else if (name === 'style') this.#findings.push(...findInStyle(value, 'inline'));
    else if (name === 'color' || (name === 'text' && element === 'body'))
      this.#findings.push(...findInStyle(`color:${value}`, 'inline'));
    else if (name === 'bgcolor') this.#findings.push(...findInStyle(`background-color:${value}`, 'inline'));
    else if (name === 'face') this.#findings.push(...findInStyle(`font-family:${value}`, 'inline'));
    else if (name === 'size' && value === '0') this.#find('hidden-words', 'size=0');
    else if (name === 'http-equiv' && value.toLowerCase() === 'refresh')
      this.#find('active-element', '<meta http-equiv=refresh>');
    else if (name === 'href' && element === 'a') this.#link = { target: value, from: this.#text.length };
    else if (name === 'href') this.#find('remote-content', `href=${value}`);
  }

  #closeLink(): void {
    if (this.#link === null) return;
    const { target, from } = this.#link;
    const words = this.#text.slice(from).trim();
    this.#link = null;
    if (toAddress(target) === toAddress(words)) this.#hasOwnLinks = true;
    else this.#find('link-target', `${words} → ${target}`);
  }

  /** Conditional comments are shown by some programs: words in them are words that the others hide. */
  #takeComment(comment: string): void {
    const condition = CONDITION.exec(comment);
    if (condition === null) return;
    if (this.#depth >= CONDITION_DEPTH) {
      this.#find('hidden-words', condition[0]);
      return;
    }
    const inner = new HtmlReader(this.#depth + 1).read(withoutXml(comment.slice(condition[0].length)));
    if (inner.text.trim() !== '') this.#find('hidden-words', inner.text.trim());
    this.#findings.push(...inner.findings);
  }

  #find(nature: ChangeNature, detail: string): void {
    this.#findings.push({ nature, detail: detail.slice(0, DETAIL_UNITS) });
  }
}

/** Settings for Outlook, which it does not show. */
function withoutXml(html: string): string {
  let rest = html;
  let kept = '';
  for (;;) {
    const start = rest.indexOf('<xml>');
    const end = start === -1 ? -1 : rest.indexOf('</xml>', start);
    if (end === -1) return kept + rest;
    kept += rest.slice(0, start);
    rest = rest.slice(end + '</xml>'.length);
  }
}

/** An address as words have it: without scheme and the slash at its end. */
function toAddress(text: string): string {
  return text
    .trim()
    .replace(/^(?:https?:\/\/|mailto:|tel:)/i, '')
    .replace(/\/$/, '')
    .toLowerCase();
}
