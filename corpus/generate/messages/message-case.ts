import { type Charset, encodeText } from '../charset.ts';

/** One malformed or hostile message: its bytes, and in one line why it is here. */
export type MessageCase = {
  readonly file: string;
  readonly reason: string;
  readonly bytes: Uint8Array;
};

/** A case out of text; LF ends lines. */
export function message(file: string, reason: string, text: string): MessageCase {
  return { file: `${file}.eml`, reason, bytes: Buffer.from(text, 'utf8') };
}

/** A case out of pieces: texts, raw bytes, texts in a charset. */
export function pieces(
  file: string,
  reason: string,
  ...parts: readonly (string | readonly number[] | Uint8Array)[]
): MessageCase {
  const bytes = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Uint8Array.from(part))),
  );
  return { file: `${file}.eml`, reason, bytes };
}

export function inCharset(text: string, charset: Charset): Uint8Array {
  return encodeText(text, charset);
}

/** The ordinary fields; a case replaces those that it is about. */
export function fields(own: Readonly<Record<string, string | null>> = {}): string {
  const all: Record<string, string | null> = {
    Date: 'Mon, 10 Sep 2001 09:00:00 +0000',
    From: 'Keeper <keeper@lamp.example>',
    To: 'Harbour <harbour@quay.example>',
    Subject: 'Lamp oil',
    'Message-ID': '<case@lamp.example>',
    ...own,
  };
  return Object.entries(all)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}
