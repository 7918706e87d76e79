import { type MailFlaw, toMailFlaw } from './mail-flaw.ts';
import type { RawField } from './mail-header.ts';

/** Fields of which programs show the decoded words. */
const DECODED: ReadonlySet<string> = new Set(['subject', 'from', 'to', 'reply-to', 'thread-topic']);
/** An encoded word as RFC 2047 has it, alone between blanks, without a language. */
const WORD = /(?<![^ \t"(])=\?([\w-]{1,40})\?(?:b\?[A-Za-z0-9+/]*={0,2}|q\?[!->@-~]*)\?=(?![^ \t")])/gi;
/** Charsets that every program knows and in which ASCII is ASCII: of another one some show the word as it lies. */
const CHARSET = /^(?:utf-8|us-ascii|iso-8859-(?:[1-59]|1[03-6])|windows-125[0-8])$/i;

/** The first field with an encoded word that programs decode in different ways, or leave as it is. */
export function findEncodedFlaw(fields: readonly RawField[]): MailFlaw | null {
  const odd = fields.find(({ name, value }) => DECODED.has(name) && !isPlain(value));
  return odd === undefined ? null : toMailFlaw('encoding', `${odd.name}: ${odd.value}`);
}

function isPlain(value: string): boolean {
  const rest = value.replace(WORD, (word, charset: string) => (CHARSET.test(charset) ? '' : word));
  return !rest.includes('=?');
}
