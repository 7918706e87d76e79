import { type Json, type JsonObject, readInstant, toList, toObject, toText, toWhole } from '@candor/core/base';
import { isShownMessageId, PAGE_SECRETS } from '@candor/core/notice/affected';
import { SENSITIVE_KINDS } from '@candor/core/notice/text';
import type { FoundList, FoundMessage, RecordedFound } from '@candor/core/notice/wave';

/** Hex of SHA-256. */
const DIGEST = /^[0-9a-f]{64}$/;

/** What a record commits to of the list that only the site has. */
export function readRecordedFound(json: JsonObject | null): RecordedFound | null {
  const [listed, total, digest] = [toWhole(json?.['listed']), toWhole(json?.['total']), toText(json?.['digest'])];
  if (json === null || listed === null || total === null || digest === null) return null;
  const isSound = listed <= PAGE_SECRETS && listed <= total && DIGEST.test(digest) && Object.keys(json).length === 3;
  return isSound ? { listed, total, digest } : null;
}

/** Well-formed does not mean true: the record's digest decides. */
export function readFound(json: JsonObject | null): (FoundList & { readonly salt: string }) | null {
  const salt = toText(json?.['salt']);
  const rows = toList(json?.['messages']);
  const counts = toObject(json?.['sensitive']);
  if (salt === null || rows === null || counts === null || rows.length > PAGE_SECRETS) return null;
  const messages = rows.map(readMessage);
  const sensitive = SENSITIVE_KINDS.flatMap((kind) => {
    const count = toWhole(counts[kind]);
    return count === null || count === 0 ? [] : [[kind, count] as const];
  });
  if (!messages.every((message) => message !== null) || sensitive.length !== Object.keys(counts).length) return null;
  return { salt, messages, sensitive: Object.fromEntries(sensitive) };
}

function readMessage(row: Json): FoundMessage | null {
  const json = toObject(row);
  const [address, date, messageId] = [toText(json?.['address']), json?.['date'], json?.['messageId']];
  if (json === null || address === null || Object.keys(json).length !== 3) return null;
  const day = toText(date);
  const isDay = date === null || (day !== null && readInstant(`${day}T00:00:00Z`) !== null);
  const id = toText(messageId);
  const isId = messageId === null || (id !== null && isShownMessageId(id));
  return isDay && isId ? { address, date: day, messageId: id } : null;
}
