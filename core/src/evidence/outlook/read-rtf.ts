import type { Runtime } from '@candor/core/base';
import { toCharsetLabel } from './code-page.ts';
import { type RtfMark, RtfText } from './rtf-text.ts';

const LINK = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))/i;

const WORD = /([A-Za-z]{1,32})(-?\d{1,9})? ?/y;
const SPECIAL = /[\\{}\r\n]/g;

/** Groups whose text is not that of the message. */
const SKIPPED = new Set([
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'header',
  'headerl',
  'headerr',
  'footer',
  'footerl',
  'footerr',
]);

/** Control words that stand for characters. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['par', '\r\n'],
  ['line', '\r\n'],
  ['sect', '\r\n'],
  ['page', '\r\n'],
  ['row', '\r\n'],
  ['nestrow', '\r\n'],
  ['column', '\r\n'],
  ['softline', '\r\n'],
  ['lbr', '\r\n'],
  ['cell', '\t'],
  ['nestcell', '\t'],
  ['tab', '\t'],
  ['lquote', '\u2018'],
  ['rquote', '\u2019'],
  ['ldblquote', '\u201c'],
  ['rdblquote', '\u201d'],
  ['bullet', '\u2022'],
  ['endash', '\u2013'],
  ['emdash', '\u2014'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
]);

/** Maximum nesting of groups. Real text nests a few dozen deep; deeper nesting is hostile and would fill the memory. */
const MAX_DEPTH = 100_000;

export interface RtfView {
  /** As programs show it that know nothing of the HTML in it. */
  readonly asRtf?: boolean;
  /** Gets each control word that stands in or begins shown text. */
  readonly see?: (word: string, number: number | null) => void;
}

/** What one group says of the text in it. */
interface Group {
  readonly holds: 'text' | 'html' | 'fonts' | 'instruction' | 'nothing';
  /** Text that is there for programs that show no HTML ([MS-OXRTFEX] section 2.1.3.1.4). */
  readonly hidden: boolean;
  readonly font: number;
  /** The field that it is in, or null. */
  readonly field: RtfField | null;
  /** Characters that follow a `\u` for programs that do not know it. */
  readonly substitutes: number;
}

/**
 * The visible text of RTF, or the HTML packed into it. Each unit of `rtf` is a byte. Content never throws. Beyond the
 * maximum nesting all text counts: rather too much than none.
 */
export function readRtf(
  runtime: Runtime,
  rtf: string,
  { asRtf = false, see }: RtfView = {},
): { readonly text: string; readonly isHtml: boolean } {
  const groups: Group[] = [];
  const text = new RtfText(runtime);
  let group: Group = { holds: 'text', hidden: false, font: -1, field: null, substitutes: 1 };
  let beyond = 0;
  let isHtml = false;
  let isOptional = false;
  let fontOfTable = -1;
  let fontOfDocument = -1;

  const isShown = (): boolean => {
    if (group.holds === 'html' || group.holds === 'instruction') return true;
    return group.holds === 'text' && !(isHtml && group.hidden);
  };
  const into = (): RtfText => (group.holds === 'instruction' ? (group.field?.instruction ?? text) : text);
  const leave = (outer: Group): void => {
    // Where HTML is packed, it has its links itself.
    if (group.field !== null && group.field !== outer.field && group.holds === 'text' && !isHtml)
      addLink(text, group.field);
    change(outer);
  };
  const change = (changed: Partial<Group>): void => {
    group = { ...group, ...changed };
    text.setFont(group.font);
  };

  const obey = (word: string, number: number | null): number => {
    if (group.holds === 'text' && beyond === 0) see?.(word, number);
    const character = CHARACTERS.get(word);
    if (character !== undefined) into().add(character, isShown());
    else if (word === 'u') into().addUnit(number ?? 0, group.substitutes, isShown());
    else if (word === 'bin') return Math.max(0, number ?? 0);
    else if (beyond > 0) isOptional = false;
    else if (word === 'uc') change({ substitutes: Math.max(0, number ?? 1) });
    else if (word === 'ansicpg') text.setCodePage(toCharsetLabel(number));
    else if (word === 'fromhtml') isHtml = !asRtf;
    else if (word === 'htmlrtf') change({ hidden: number !== 0 });
    else if (word === 'fonttbl') change({ holds: 'fonts' });
    else if (word === 'f' && group.holds === 'fonts') fontOfTable = number ?? -1;
    else if (word === 'f') change({ font: number ?? -1 });
    else if (word === 'deff') {
      fontOfDocument = number ?? -1;
      change({ font: fontOfDocument });
    } else if (word === 'plain') change({ font: fontOfDocument });
    else if (word === 'fcharset' && group.holds === 'fonts') text.setFontCharset(fontOfTable, number ?? 0);
    else if (word === 'field') change({ field: { from: text.mark(), instruction: null } });
    else if (word === 'fldinst' && group.field !== null) {
      group.field.instruction = new RtfText(runtime);
      change({ holds: 'instruction' });
    } else if (word === 'shptxt') change({ holds: 'text' });
    else if (word === 'htmltag' && isHtml) change({ holds: 'html' });
    else if (isOptional || SKIPPED.has(word)) change({ holds: 'nothing' });
    isOptional = false;
    return 0;
  };

  for (let at = 0; at < rtf.length; ) {
    SPECIAL.lastIndex = at;
    const special = SPECIAL.exec(rtf)?.index ?? rtf.length;
    if (special > at) into().addBytes(rtf.slice(at, special), isShown());
    at = special + 1;
    const sign = rtf[special];
    // The fallback text of a character ends with the group, and before another character.
    if (sign === '{' || sign === '}') into().endSubstitutes();
    if (sign === '{' && groups.length === MAX_DEPTH) beyond += 1;
    else if (sign === '{') groups.push(group);
    else if (sign === '}' && beyond > 0) beyond -= 1;
    else if (sign === '}') {
      const outer = groups.pop();
      if (outer === undefined) break;
      isOptional = false;
      leave(outer);
    } else if (sign === '\\') {
      WORD.lastIndex = at;
      const word = WORD.exec(rtf);
      if (word !== null) {
        at = WORD.lastIndex + obey((word[1] ?? '').toLowerCase(), word[2] === undefined ? null : Number(word[2]));
        continue;
      }
      const symbol = rtf[at] ?? '';
      at += 1;
      if (symbol === "'") {
        const digits = /^[0-9A-Fa-f]{2}/.exec(rtf.slice(at, at + 2))?.[0];
        if (digits !== undefined) into().addBytes(String.fromCharCode(Number.parseInt(digits, 16)), isShown());
        at += digits?.length ?? 0;
      } else if (symbol === '*') isOptional = true;
      else if (symbol === '~') into().add('\u00a0', isShown());
      else if (symbol === '_') into().add('-', isShown());
      else if (symbol === '\r' || symbol === '\n') into().add('\r\n', isShown());
      else if (symbol === '{' || symbol === '}' || symbol === '\\') into().addBytes(symbol, isShown());
    }
  }
  for (const outer of groups.reverse()) leave(outer);
  return { text: text.take(), isHtml };
}

/** A field that has begun: what it shows, and what made it. */
interface RtfField {
  readonly from: RtfMark;
  /** Null until it comes. */
  instruction: RtfText | null;
}

/**
 * Appends a field's link target as ` <address>`, like Outlook's plain text, unless it is the visible text: otherwise
 * searches would miss its words and tokens.
 */
function addLink(text: RtfText, { from, instruction }: RtfField): void {
  const [, quoted, bare] = LINK.exec(instruction?.take() ?? '') ?? [];
  const address = (quoted ?? bare ?? '').trim();
  if (address === '' || text.shows(from, [address, address.replace(/^mailto:/i, '')])) return;
  text.add(` <${address}>`, true);
}
