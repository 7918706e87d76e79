import { type Json, toCanonicalJson } from '@candor/core/base';
import { anyOf, exactly, is, isDigest, isFlag, isText, isWhole, listOf, orNull } from './exact-shape.ts';
import type { Selection } from './selection.ts';

/** A wave of a hundred thousand parties has a document of some 30 MB. */
const MAX_CHARS = 268_435_456;

const isReason = is(
  ...['list-by-hand', 'list-in-directory', 'merged', 'do-not-contact', 'delay'],
  ...['excepted', 'perhaps-intruder', 'moved-addresses'],
);

const isRow = anyOf(
  exactly({ is: is('left-out'), party: isText, why: isReason, into: orNull(isText), decision: orNull(isText) }),
  exactly({ is: is('no-contact'), party: isText }),
  exactly({ is: is('figure'), party: isText, figure: isText, alone: isWhole, here: isWhole }),
  exactly({ is: is('erased'), findings: isWhole, messages: isWhole, decision: isText }),
  exactly({ is: is('listed'), party: isText, messages: isWhole, by: isText }),
  exactly({
    is: is('contact'),
    party: orNull(isText),
    act: is('added', 'withdrawn', 'imported', 'barred'),
    contact: isText,
    decision: orNull(isText),
  }),
  exactly({ is: is('text'), of: isText, text: isText }),
);

const isNamed = exactly({ file: isText, sha256: anyOf(isDigest, is('')) });

const isSelection = exactly({
  v: is(1),
  incident: isText,
  wave: isWhole,
  kind: isText,
  exposure: exactly({ version: isWhole, digest: isText }),
  at: isText,
  takenOut: exactly({ parties: isWhole, of: isWhole, lastSecrets: listOf(isText), confirm: orNull(isWhole) }),
  order: exactly({ only: orNull(listOf(isText)), except: listOf(isText) }),
  rows: listOf(isRow),
  decisions: listOf(exactly({ id: isText, what: isText, by: isText, at: isText, why: isText, isSigned: isFlag })),
  head: orNull(isDigest),
  asserted: listOf(exactly({ what: isText, text: isText })),
  since: orNull(exactly({ wave: isWhole, added: listOf(isText), removed: listOf(isText) })),
  digests: exactly({ incident: isDigest, files: listOf(isNamed), references: listOf(isNamed) }),
  way: exactly({
    relays: listOf(exactly({ host: isText, port: isWhole, tls: isText, from: isText })),
    gate: isDigest,
    page: isText,
  }),
});

/** Reads a document; null unless it is exactly what `toSelectionText` gives. */
export function readSelection(text: string): Selection | null {
  if (text.length > MAX_CHARS) return null;
  let value: Json;
  try {
    value = JSON.parse(text);
    if (toCanonicalJson(value) !== text) return null;
  } catch {
    return null;
  }
  return isShaped(value) ? value : null;
}

function isShaped(value: unknown): value is Selection {
  return isSelection(value as Json);
}
