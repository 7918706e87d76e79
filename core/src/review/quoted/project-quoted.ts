import type { Runtime } from '@candor/core/base';
import { hasPrivilegeMark } from '../projection/privilege.ts';
import type { Projection, ProjectionRequest } from '../projection/projection.ts';
import { findQuoted } from './find-quoted.ts';
import type { QuotedBlock } from './quoted-block.ts';

const SUBJECT_CHARS = 200;

/**
 * R7 without a certain original: what may be given of a message that does not name the party. Nothing before two people
 * reviewed it; then the quoted blocks that name the party, each separately.
 */
export function projectQuoted(
  runtime: Runtime,
  message: Uint8Array,
  request: ProjectionRequest & { readonly releasedQuotation: boolean },
): Projection {
  if (request.draft) return { outcome: 'withheld', because: 'draft' };
  if (request.privateMail && request.partyKind === 'organization')
    return { outcome: 'withheld', because: 'private-mail' };
  const own = findQuoted(runtime, message)
    .map(({ block }) => block)
    .filter(({ from, to }) => [...from, ...to].some(request.isOwn));
  if (own.length === 0) return { outcome: 'withheld', because: 'not-addressed' };
  if (!request.releasedByCounsel && own.some((block) => isPrivileged(block, request)))
    return { outcome: 'held', because: 'privilege' };
  if (!request.releasedQuotation) return { outcome: 'held', because: 'quoted' };
  return { outcome: 'quoted', messages: own.map(toCutMessage) };
}

/** What a release would give, as text: for the people who decide about it. */
export function cutQuotations(
  runtime: Runtime,
  message: Uint8Array,
  isOwn: (address: string) => boolean,
): readonly string[] {
  return findQuoted(runtime, message)
    .filter(({ block: { from, to } }) => [...from, ...to].some(isOwn))
    .map(({ block: { head, content } }) => [...head, '', ...content].join('\n'));
}

function isPrivileged({ from, to, subject, content }: QuotedBlock, { isCounsel }: ProjectionRequest): boolean {
  return [...from, ...to].some(isCounsel) || hasPrivilegeMark(subject, content.join('\n'));
}

/**
 * The block alone as a message, for a person to release without an original (R7). Its header has only the sender and
 * subject named by the block; head and content are quoted unchanged, without surrounding words.
 */
function toCutMessage({ from, subject, head, content }: QuotedBlock): Uint8Array {
  const [sender] = from;
  const fields = [
    ...(sender !== undefined && /^[\x21-\x7e]+$/.test(sender) ? [`From: <${sender}>`] : []),
    ...(subject === '' ? [] : [`Subject: ${toFieldText(subject)}`]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  // A bare carriage return would be a line's end to some programs and not to others.
  const text = [...head, '', ...content].map((line) => line.replaceAll('\r', ' ').trimEnd());
  return new TextEncoder().encode(`${[...fields, '', ...text].join('\r\n')}\r\n`);
}

/** Encoded words (RFC 2047), one for each piece of few characters, so that none is longer than it may be. */
function toFieldText(text: string): string {
  const plain = [...text.replace(/[\p{Cc}\s]+/gu, ' ').trim()].slice(0, SUBJECT_CHARS);
  if (plain.every((character) => /^[\x20-\x7e]$/.test(character)) && !plain.join('').includes('=?'))
    return plain.join('');
  const words: string[] = [];
  for (let at = 0; at < plain.length; at += 10) {
    const bytes = new TextEncoder().encode(plain.slice(at, at + 10).join(''));
    const hex = Array.from(bytes, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
    words.push(`=?utf-8?Q?${hex.join('')}?=`);
  }
  return words.join('\r\n ');
}
