import { escapeTerminalControls } from '../../base/index.ts';

/** Maximum stored reply: three screen lines. */
export const REPLY_CHARACTERS = 240;

/** Maximum of a reply as the chain keeps it: with the relay's queue id, also behind a long greeting. */
const FULL_CHARACTERS = 2_000;

export interface SmtpReply {
  /** 200 to 599. */
  readonly code: number;
  /** `5.1.1` (RFC 3463); null when missing. */
  readonly status: string | null;
  /** The words, made safe and cut. **A stranger wrote them.** */
  readonly text: string;
  /** The words in full, made safe; only where `text` had to be cut. */
  readonly full?: string;
}

/**
 * Reads a complete reply with all lines. Null when invalid: no three digits, lines with different codes, or an
 * unfinished last line. An invalid reply says nothing about a message.
 */
export function readReply(bytes: string): SmtpReply | null {
  const lines = bytes.replace(/\r?\n$/, '').split(/\r?\n/);
  const code = /^([2-5]\d\d)(?:[ -]|$)/.exec(lines[0] ?? '')?.[1];
  if (code === undefined) return null;
  const words: string[] = [];
  for (const [at, line] of lines.entries()) {
    const separator = line[3] ?? ' ';
    const isLast = at === lines.length - 1;
    if (!line.startsWith(code) || separator !== (isLast ? ' ' : '-')) return null;
    words.push(line.slice(4));
  }
  const status = /^([245]\.\d{1,3}\.\d{1,3})(?: |$)/.exec(words[0] ?? '')?.[1] ?? null;
  const fits = status?.[0] === code[0];
  const said = words.join(' ');
  const text = toSafeReply(said);
  const full = toSafeReply(said, FULL_CHARACTERS);
  return { code: Number(code), status: fits ? status : null, text, ...(full === text ? {} : { full }) };
}

/** A stranger's words for our pages: one line, no control or direction characters, cut. */
export function toSafeReply(text: string, most: number = REPLY_CHARACTERS): string {
  const visible = escapeTerminalControls(text.slice(0, most * 4), ' ')
    .replace(/[\u200b-\u200d\u2060-\u2065\ufeff\ufffd]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  const characters = [...visible];
  return characters.length <= most ? visible : `${characters.slice(0, most - 1).join('')}…`;
}

/** `550 5.1.1 no such user`, as it is stored and shown. */
export function formatReply({ code, text }: SmtpReply): string {
  return text === '' ? String(code) : `${code} ${text}`;
}
