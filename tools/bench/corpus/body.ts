import { createAttachmentPool, createTextPool, type Pool, type TextForm, takeSlice } from './pool.ts';
import type { Random } from './random.ts';
import { textForms } from './text-forms.ts';

/** `mixed`: everything that real mail holds; `text-only`: single text/plain parts, as mailing lists are. */
export type CorpusKind = 'mixed' | 'text-only';

interface FormPools {
  readonly form: TextForm;
  readonly text: Pool;
  readonly html: Pool;
}

export interface BodyPools {
  readonly forms: readonly FormPools[];
  readonly attachments: Pool;
}

export interface Body {
  /** Content-Type and the fields beside it, ending the header with an empty line. */
  readonly fields: string;
  readonly chunks: readonly Buffer[];
  /** Which chunk begins with `From `; -1 when none does. */
  readonly quotedChunk: number;
  /** Leaf parts; an attached message is one. */
  readonly parts: number;
  /** Leaf parts that are no inline text. */
  readonly attachments: number;
  readonly attachedMessages: number;
}

const ATTACHMENT_POOL_BYTES = 6 * 1024 * 1024;
/** From this body size on a letter has attachments, as nearly every big letter has. */
const ATTACHING_FROM_BYTES = 14_000;
const attachmentTypes = [
  ['application/pdf', 'report', 'pdf'],
  ['image/png', 'chart', 'png'],
  ['image/jpeg', 'photo', 'jpg'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Prüfung', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'figures', 'xlsx'],
  ['text/calendar; charset=utf-8', 'meeting', 'ics'],
] as const;

export function createBodyPools(random: Random): BodyPools {
  return {
    forms: textForms.map((form) => ({
      form,
      text: createTextPool(form, random, false),
      html: createTextPool(form, random, true),
    })),
    attachments: createAttachmentPool(random, ATTACHMENT_POOL_BYTES),
  };
}

export function composeBody(
  kind: CorpusKind,
  size: number,
  ordinal: number,
  pools: BodyPools,
  random: Random,
  toAttachedHeader: () => string,
): Body {
  const forms = pickForms(pools.forms, random);
  const writer = new BodyWriter(`=_${ordinal.toString(36)}_${random.below(0x1_0000_0000).toString(16)}`);
  const wanted = Math.max(120, size);
  if (kind === 'text-only' || (wanted < ATTACHING_FROM_BYTES && random.chance(0.45))) {
    const fields = `MIME-Version: 1.0\n${toTextFields('text/plain', forms.form)}`;
    if (forms.form.transfer !== 'base64' && random.chance(0.03))
      writer.addQuoted('From the desk of the harbour master:\n');
    writer.addLeaf(takeText(forms.text, random, wanted), false);
    return writer.finish(fields);
  }
  if (wanted < ATTACHING_FROM_BYTES) {
    writer.addAlternative(forms, random, wanted, 1);
    return writer.finish(`MIME-Version: 1.0\n${writer.toMultipartFields('alternative', 1)}`);
  }
  return composeWithAttachments(writer, forms, wanted, ordinal, pools, random, toAttachedHeader);
}

function composeWithAttachments(
  writer: BodyWriter,
  forms: FormPools,
  wanted: number,
  ordinal: number,
  pools: BodyPools,
  random: Random,
  toAttachedHeader: () => string,
): Body {
  const textSize = Math.min(wanted * 0.5, 2_000 + random.below(10_000));
  writer.add(`--${writer.boundary(1)}\n${writer.toMultipartFields('alternative', 2)}`);
  writer.addAlternative(forms, random, textSize, 2);
  if (random.chance(0.04)) {
    writer.add(
      `--${writer.boundary(1)}\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n${toAttachedHeader()}`,
    );
    writer.add(toTextFields('text/plain', forms.form));
    writer.addLeaf(takeText(forms.text, random, 1_500), true);
    writer.attachedMessages += 1;
  }
  let rest = wanted - textSize;
  const count = 1 + random.below(4);
  for (let at = 0; at < count && (rest > 2_000 || at === 0); at += 1) {
    const share = at === count - 1 ? rest : rest * (0.2 + random.fraction() * 0.6);
    writer.add(`--${writer.boundary(1)}\n${toAttachmentFields(ordinal, at, random)}`);
    // The first line makes the content its own; the padded last line is what encoders really write.
    writer.add(`${Buffer.from(`${ordinal}.${at}`.padEnd(57, '.')).toString('base64')}\n`);
    for (let left = share; left > 0; left -= pools.attachments.bytes.length) {
      writer.add(takeSlice(pools.attachments, random, Math.min(left, pools.attachments.bytes.length)));
    }
    writer.addLeaf(Buffer.from('ZW5k\n'), true);
    rest -= share;
  }
  writer.add(`--${writer.boundary(1)}--\n`);
  return writer.finish(`MIME-Version: 1.0\n${writer.toMultipartFields('mixed', 1)}`);
}

function pickForms(forms: readonly FormPools[], random: Random): FormPools {
  let at = random.below(forms.reduce((sum, { form }) => sum + form.weight, 0));
  for (const found of forms) {
    at -= found.form.weight;
    if (at < 0) return found;
  }
  return random.pick(forms);
}

function takeText(pool: Pool, random: Random, size: number): Buffer {
  return takeSlice(pool, random, Math.min(size, pool.bytes.length));
}

function toTextFields(type: string, form: TextForm): string {
  return `Content-Type: ${type}; charset=${form.charset}\nContent-Transfer-Encoding: ${form.transfer}\n\n`;
}

function toAttachmentFields(ordinal: number, at: number, random: Random): string {
  const [type, stem, ending] = random.pick(attachmentTypes);
  const name = `${stem}-${ordinal.toString(36)}-${at}.${ending}`;
  const shown = stem === 'Prüfung' ? `filename*=utf-8''${encodeURIComponent(name)}` : `filename="${name}"`;
  const isInline = ending === 'png' && random.chance(0.5);
  const disposition = isInline ? `inline;\n ${shown}\nContent-ID: <image${at}.${ordinal}>` : `attachment;\n ${shown}`;
  return `Content-Type: ${type}\nContent-Disposition: ${disposition}\nContent-Transfer-Encoding: base64\n\n`;
}

/** Collects a body's chunks and counts its parts. */
class BodyWriter {
  attachedMessages = 0;
  readonly #stem: string;
  readonly #chunks: Buffer[] = [];
  #quotedChunk = -1;
  #parts = 0;
  #attachments = 0;

  constructor(stem: string) {
    this.#stem = stem;
  }

  boundary(level: number): string {
    return `${this.#stem}.${level}`;
  }

  toMultipartFields(subtype: string, level: number): string {
    return `Content-Type: multipart/${subtype};\n boundary="${this.boundary(level)}"\n\n`;
  }

  add(content: string | Buffer): void {
    this.#chunks.push(typeof content === 'string' ? Buffer.from(content) : content);
  }

  addQuoted(content: string): void {
    this.#quotedChunk = this.#chunks.length;
    this.add(content);
  }

  /** The last bytes of a leaf. */
  addLeaf(content: Buffer, isAttachment: boolean): void {
    this.add(content);
    this.#parts += 1;
    if (isAttachment) this.#attachments += 1;
  }

  addAlternative(forms: FormPools, random: Random, size: number, level: number): void {
    this.add(`--${this.boundary(level)}\n${toTextFields('text/plain', forms.form)}`);
    this.addLeaf(takeText(forms.text, random, size * 0.3), false);
    this.add(`--${this.boundary(level)}\n${toTextFields('text/html', forms.form)}`);
    this.addLeaf(takeText(forms.html, random, size * 0.7), false);
    this.add(`--${this.boundary(level)}--\n`);
  }

  finish(fields: string): Body {
    return {
      fields,
      chunks: this.#chunks,
      quotedChunk: this.#quotedChunk,
      parts: this.#parts,
      attachments: this.#attachments,
      attachedMessages: this.attachedMessages,
    };
  }
}
