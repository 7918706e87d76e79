import { parse } from 'parse5';
import type { Dump } from './other-readers.ts';

/** Blanks of every mail program. Other signs that look like blanks are part of the word. */
const BLANKS = /[ \t\r\n]+/;
const NO_BREAK = /[\u00a0\u202f]/;
/** What stands around addresses and names, and no reader shows as words. */
const AROUND = /^[<("',;]+|[>)"',;:]+$/g;
/** Attributes that lead somewhere, or whose words are shown. */
const SPOKEN = new Set(['href', 'src', 'action', 'alt', 'title', 'value', 'placeholder', 'background']);

interface HtmlNode {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly HtmlNode[];
  readonly content?: HtmlNode;
}

/** The words of a page and where it leads, whatever its styles hide. */
export function readPage(page: string): string {
  const words: string[] = [];
  const walk = (node: HtmlNode): void => {
    if (node.nodeName === 'style' || node.nodeName === 'script') return;
    if (node.nodeName === '#text') words.push(node.value ?? '');
    for (const { name, value } of node.attrs ?? []) if (SPOKEN.has(name)) words.push(` ${value} `);
    for (const child of [...(node.childNodes ?? []), ...(node.content === undefined ? [] : [node.content])])
      walk(child);
    if (/^(?:p|br|div|h[1-6]|td|tr|li|table|body|title)$/.test(node.nodeName)) words.push('\n');
  };
  walk(parse(page));
  return words.join('');
}

const split = (text: string): readonly string[] => text.split(BLANKS).filter((word) => word !== '');
const splitField = (value: string): readonly string[] => split(value).map((word) => word.replace(AROUND, ''));

/** Every word that a notice has anywhere, and that the answer to it shows. */
export class KnownWords {
  readonly #words: ReadonlySet<string>;
  /** Of words with no-break spaces, which some readers write as blanks. */
  readonly #pieces: ReadonlySet<string>;

  constructor(texts: readonly string[], fields: readonly string[]) {
    this.#words = new Set([...texts.flatMap(split), ...fields.flatMap(splitField)]);
    this.#pieces = new Set([...this.#words].flatMap((word) => word.split(NO_BREAK)));
  }

  /** What a reader of HTML shows that is not known. */
  listForeignIn(shown: string): readonly string[] {
    return split(shown).filter((word) => !this.#words.has(word) && !this.#pieces.has(word));
  }

  /** What a reader shows that is not known, and `no words` where it shows an empty mail. */
  listForeign(dump: Dump): readonly string[] {
    if ('error' in dump) return [];
    const shown = [...dump.texts, ...dump.pages.map(readPage)].flatMap(split);
    const named = [...Object.values(dump.fields).flat(), ...dump.files].flatMap(splitField);
    const foreign = [
      ...shown.filter((word) => !this.#words.has(word)),
      ...named.filter((word) => word !== '' && !this.#words.has(word)),
    ];
    return shown.length === 0 ? ['no words', ...foreign] : foreign;
  }
}
