import type { Runtime } from '@candor/core/base';
import {
  readShownMessage,
  readShownText,
  readWholeMessage,
  type ShownMessage,
  type ShownPart,
} from '@candor/core/evidence/message';
import { findContentType } from '@candor/core/review/described';
import {
  type FoundPlace,
  LISTED_ATTACHMENTS,
  LISTED_CALENDARS,
  MAX_SECRETS,
  type Protection,
  type ReadAttachment,
  type Reading,
  type ReadingNote,
  SHORT_UNITS,
  type TextBlock,
} from '../protocol.ts';
import { BlockWriter, openTextBudget, type TextBudget } from './block-writer.ts';
import { type BodySection, toBodySections } from './body-sections.ts';
import { readCalendar } from './calendar.ts';
import { FormattedParts } from './formatted-body.ts';
import { writeHtmlText } from './html-text.ts';
import { InlinePictures } from './inline-pictures.ts';
import { readNested } from './nested-messages.ts';
import { toTextForm, writePlainText } from './plain-text.ts';
import { isMaskable, recognizeSecrets } from './recognize-secrets.ts';
import { toShownHead } from './shown-head.ts';
import { writeStrippedText } from './stripped-text.ts';

/** Nesting depth of attached messages whose places are resolved. */
const DEPTH = 8;

const WORD = /[\p{L}\p{N}]{3,}/gu;

/** Maximum words compared in each form. */
const COMPARED_WORDS = 20_000;

const LEAST_WORDS = 8;

/** Share of words that may be missing from the other form. Programs that convert one form add and drop a few. */
const ALLOWED_SHARE = 0.5;

const SMIME = new Set(['application/pkcs7-mime', 'application/x-pkcs7-mime']);
const SMIME_SIGNATURE = new Set(['application/pkcs7-signature', 'application/x-pkcs7-signature']);
const TNEF = new Set(['application/ms-tnef', 'application/vnd.ms-tnef']);
const PGP_MESSAGE = /^-----BEGIN PGP MESSAGE-----/m;
const PGP_SIGNED = /^-----BEGIN PGP SIGNED MESSAGE-----/m;

/** A message as reported to the page, and what the frame keeps to show it. */
export interface OpenedMessage {
  readonly reading: Reading;
  /** Null when the formatted form is missing or too large. */
  readonly formatted: FormattedParts | null;
  readonly parts: readonly ShownPart[];
}

/** Maximum units searched for encryption marks. */
const LOOKED_AT_UNITS = 100_000;

/** Reads one hostile message. Content never throws, and nothing it names is requested. */
export function readMessage(runtime: Runtime, bytes: Uint8Array, places: readonly FoundPlace[]): OpenedMessage {
  const message = readShownMessage(runtime, bytes);
  const budget = openTextBudget();
  const pictures = new InlinePictures(message.parts);
  const body = readBody(runtime, toBodySections(message.parts), budget, pictures);
  const nested = readNested(runtime, message.parts, budget);
  const described = message.parts.map((part) => findContentType(part.bytes));
  const formatted = body.formatted?.isTooHeavy === true ? null : body.formatted;
  const shown: Omit<Reading, 'found'> = {
    head: toShownHead(message),
    blocks: body.blocks,
    textFrom: body.textFrom,
    formatted: formatted?.describe(body.differs) ?? null,
    attachments: listAttachments(runtime, message.parts, described, pictures.shown),
    furtherParts: message.furtherParts,
    calendars: message.parts
      .filter((part, at) => part.type === 'text/calendar' || described[at] === 'text/calendar')
      .flatMap((part) => readCalendar(readShownText(runtime, part)))
      .slice(0, LISTED_CALENDARS),
    protections: findProtections(message.parts, firstText(body.blocks)),
    nested: nested.messages,
    notes: toNotes(message, budget.isSpent, nested.isCut, body.formatted !== formatted),
  };
  const words = new Set([...listFoundWords(runtime, bytes, places), ...recognizeSecrets(shown, body.fromHtml)]);
  const reading: Reading = { ...shown, found: [...words].slice(0, MAX_SECRETS) };
  return { reading, formatted, parts: message.parts };
}

interface ReadBody {
  readonly blocks: readonly TextBlock[];
  readonly textFrom: Reading['textFrom'];
  readonly formatted: FormattedParts | null;
  readonly differs: boolean;
  /** The words of the formatted form; empty without one. */
  readonly fromHtml: readonly TextBlock[];
}

/** The text of the body, and its formatted form if present. */
function readBody(
  runtime: Runtime,
  sections: readonly BodySection[],
  budget: TextBudget,
  pictures: InlinePictures,
): ReadBody {
  const plain = new BlockWriter(budget);
  const hasPlain = sections.some((section) => section.plain.length > 0);
  if (!sections.some(({ html }) => html.length > 0)) {
    for (const part of sections.flatMap((section) => section.plain)) writePart(runtime, part, plain);
    return {
      blocks: plain.blocks,
      textFrom: hasPlain ? 'plain' : 'none',
      formatted: null,
      differs: false,
      fromHtml: [],
    };
  }
  const formatted = new FormattedParts(pictures);
  // Text that only the HTML contains is not counted against the budget: it is only compared.
  const fromHtml = new BlockWriter(openTextBudget());
  for (const { plain: texts, html } of sections) {
    for (const part of texts) {
      writePart(runtime, part, plain);
      if (html.length === 0) formatted.addText(readShownText(runtime, part));
    }
    for (const part of html) {
      const text = readShownText(runtime, part);
      const body = formatted.add(text);
      for (const writer of texts.length === 0 ? [plain, fromHtml] : [fromHtml])
        if (body === null) writeStrippedText(text, writer);
        else writeHtmlText(body, writer);
    }
  }
  const differs = hasPlain && differInWords(plain.blocks, fromHtml.blocks);
  const textFrom = hasPlain ? 'plain' : 'html';
  return { blocks: plain.blocks, textFrom, formatted, differs, fromHtml: fromHtml.blocks };
}

function writePart(runtime: Runtime, part: ShownPart, writer: BlockWriter): void {
  writePlainText(readShownText(runtime, part), toTextForm(part.parameters), writer);
}

function firstText(blocks: readonly TextBlock[]): string {
  let text = '';
  for (const { lines } of blocks) {
    text += `${lines.join('\n')}\n`;
    if (text.length > LOOKED_AT_UNITS) break;
  }
  return text;
}

function listAttachments(
  runtime: Runtime,
  parts: readonly ShownPart[],
  types: readonly string[],
  inText: ReadonlySet<number>,
): readonly ReadAttachment[] {
  return parts
    .flatMap(({ inline, fileName, type, bytes }, index) =>
      inline
        ? []
        : [
            {
              index,
              name: fileName.slice(0, SHORT_UNITS),
              declared: type.slice(0, SHORT_UNITS),
              found: types[index] ?? '',
              size: bytes.length,
              digest: runtime.sha256Hex(bytes),
              isInText: inText.has(index),
            },
          ],
    )
    .slice(0, LISTED_ATTACHMENTS);
}

function toNotes(
  message: ShownMessage,
  isTextCut: boolean,
  isNestedCut: boolean,
  isTooHeavy: boolean,
): readonly ReadingNote[] {
  const notes: ReadingNote[] = [];
  if (message.repeated.length > 0) notes.push('repeated-fields');
  if (message.furtherParts > 0 || message.limits.includes('too-many-parts')) notes.push('too-many-parts');
  if (message.limits.includes('multipart-too-deep') || message.limits.includes('boundary-too-long'))
    notes.push('too-deep');
  if (message.hasFurtherAddresses || message.limits.includes('too-many-addresses')) notes.push('too-many-addresses');
  if (message.limits.includes('field-too-long') || message.limits.includes('address-field-too-long'))
    notes.push('field-too-long');
  if (isNestedCut) notes.push('nested-left-out');
  if (isTextCut) notes.push('text-cut');
  if (isTooHeavy) notes.push('formatted-too-large');
  return notes;
}

/** Encryption or signatures of parts. Nothing is decrypted or verified here: they are shown as they are. */
export function findProtections(parts: readonly ShownPart[], text: string): readonly Protection[] {
  const found = new Set<Protection>();
  for (const { type, parameters } of parts) {
    if (SMIME.has(type)) {
      const isSigned = /^(?:signed-data|certs-only)$/i.test(parameters.get('smime-type')?.trim() ?? '');
      found.add(isSigned ? 'smime-signed' : 'smime-encrypted');
    } else if (SMIME_SIGNATURE.has(type)) found.add('smime-signed');
    else if (type === 'application/pgp-encrypted') found.add('pgp-encrypted');
    else if (type === 'application/pgp-signature') found.add('pgp-signed');
    else if (TNEF.has(type)) found.add('tnef');
  }
  if (PGP_MESSAGE.test(text)) found.add('pgp-encrypted');
  if (PGP_SIGNED.test(text)) found.add('pgp-signed');
  return [...found];
}

/**
 * Whether the plain and formatted forms differ in text, since programs show one or the other. Quoted lines of the plain
 * form are ignored, as many programs drop them from the other; a quotation in the formatted form may look like
 * anything.
 */
export function differInWords(plain: readonly TextBlock[], formatted: readonly TextBlock[]): boolean {
  const own = plain.filter(({ depth }) => depth === 0);
  const shown = listWords(formatted);
  return lacks(listWords(own), shown) || lacks(shown, listWords(plain));
}

function listWords(blocks: readonly TextBlock[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { lines } of blocks)
    for (const line of lines) {
      // Addresses are written differently in the two forms.
      for (const [word] of line.replace(/https?:\S+|⟨[^⟨⟩]*⟩/g, ' ').matchAll(WORD)) words.add(word.toLowerCase());
      if (words.size > COMPARED_WORDS) return words;
    }
  return words;
}

function lacks(words: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (words.size < LEAST_WORDS) return false;
  let missing = 0;
  for (const word of words) if (!other.has(word)) missing += 1;
  return missing / words.size > ALLOWED_SHARE;
}

/**
 * The words at places of a message's texts, as the index has them (docs/formats/release.md, Findings). The searched
 * text of HTML is not known exactly, so its secrets are only recognized.
 */
export function listFoundWords(runtime: Runtime, bytes: Uint8Array, places: readonly FoundPlace[]): readonly string[] {
  if (places.length === 0) return [];
  const texts = new Map<string, readonly string[]>();
  const read = (message: Uint8Array, prefix: string, depth: number): void => {
    const { subject, parts } = readWholeMessage(runtime, message);
    const names = parts.map(({ fileName }) => fileName).filter((name) => name !== '');
    texts.set(`${prefix}subject`, [...[subject, ...names].join('\n')]);
    for (const { number, type, text, isMessage, bytes: own } of parts) {
      if (isMessage && depth < DEPTH) read(own, `${prefix}${number}.`, depth + 1);
      else if (text !== null && type !== 'text/html')
        texts.set(`${prefix}${number}`, [...text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')]);
    }
  };
  read(bytes, '', 0);
  const words = places.flatMap(({ part, offset, length }) => {
    const word =
      texts
        .get(part)
        ?.slice(offset, offset + length)
        .join('') ?? '';
    return isMaskable(word) ? [word] : [];
  });
  return [...new Set(words)].slice(0, MAX_SECRETS);
}
