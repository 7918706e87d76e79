import type { Runtime } from '@candor/core/base';
import { decodeRawField } from '../text/charset.ts';
import { trimWhiteSpace } from '../text/white-space.ts';
import { decodeEncodedWords } from './encoded-word.ts';

/**
 * The text inside the first pair of angle brackets, so that comments before and behind it go; without such a pair the
 * whole, white space trimmed. Null when nothing is left. Never trims by character set (docs/formats/rules.md,
 * Message-ID and fingerprint).
 */
export function readMessageId(value: string): string | null {
  const text = value.replace(/\r?\n/g, '');
  const open = text.indexOf('<');
  const close = open < 0 ? -1 : text.indexOf('>', open);
  const id = close < 0 ? trimWhiteSpace(text) : text.slice(open + 1, close);
  return id === '' ? null : id;
}

/** ` <id>`, as nearly every field is: nothing in it needs a second look. */
const USUAL_NAME = /^(?:\r?\n)? ?<([\x21-\x3b\x3f-\x7e]+)> ?$/;

/**
 * The names that one `Message-ID` or `X-Google-Original-Message-ID` field gives: the text in each pair of angle
 * brackets, of a field without a pair the whole, encoded words decoded and white space trimmed (docs/formats/rules.md,
 * Verdicts).
 */
export function readNames(runtime: Runtime, value: string): readonly string[] {
  const usual = USUAL_NAME.exec(value)?.[1];
  if (usual !== undefined) return [usual];
  const text = decodeEncodedWords(runtime, decodeRawField(runtime, value)).replace(/\r?\n/g, '');
  const names: string[] = [];
  let isPaired = false;
  for (let open = text.indexOf('<'); open >= 0; ) {
    const close = text.indexOf('>', open);
    if (close < 0) break;
    isPaired = true;
    const name = trimWhiteSpace(text.slice(open + 1, close));
    if (name !== '') names.push(name);
    open = text.indexOf('<', close);
  }
  if (isPaired) return names;
  const whole = trimWhiteSpace(text);
  return whole === '' ? [] : [whole];
}

/** Ids of one message that are read; threads have hundreds. */
const MAX_IDS = 100_000;

/** Every id of an `In-Reply-To` or `References` field, without brackets. Without any bracket, its words are the ids. */
export function readMessageIds(value: string): readonly string[] {
  const text = value.replace(/\r?\n/g, '');
  const bracketed = text.includes('<');
  const found = text.match(bracketed ? /<[^<>]*>/g : /[^\t-\r \u00a0]+/g) ?? [];
  const ids: string[] = [];
  for (const one of found.slice(0, MAX_IDS)) {
    const id = readMessageId(one);
    if (id !== null) ids.push(id);
  }
  return ids;
}
