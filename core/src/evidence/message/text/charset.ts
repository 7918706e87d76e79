import type { Decoder, Runtime } from '@candor/core/base';
import { readWindows1252 } from './windows-1252.ts';

/**
 * How bytes become text (docs/formats/rules.md, Message-ID and fingerprint). `unlabelled`: no label, an unknown one or
 * one of the encoding "replacement": UTF-8 if valid, otherwise windows-1252. `other`: any other encoding of the
 * Encoding Standard, with the runtime's decoder.
 */
export type Charset =
  | { readonly kind: 'unlabelled' }
  | { readonly kind: 'utf-8' }
  | { readonly kind: 'windows-1252' }
  | { readonly kind: 'other'; readonly name: string; readonly decoder: Decoder };

const UNLABELLED: Charset = { kind: 'unlabelled' };
const UTF_8: Charset = { kind: 'utf-8' };
const WINDOWS_1252: Charset = { kind: 'windows-1252' };

/** Labels are the sender's: unlimited, they would fill the memory. */
const KNOWN_LABELS = 512;
const LABEL_UNITS = 64;
const knownTo = new WeakMap<Runtime, Map<string, Charset>>();

export function toCharset(runtime: Runtime, label: string | null): Charset {
  if (label === null || label.length > LABEL_UNITS) return UNLABELLED;
  const known = knownTo.get(runtime) ?? new Map<string, Charset>();
  const found = known.get(label);
  if (found !== undefined) return found;
  const charset = findCharset(runtime, label);
  if (known.size < KNOWN_LABELS) knownTo.set(runtime, known.set(label, charset));
  return charset;
}

function findCharset(runtime: Runtime, label: string): Charset {
  const name = runtime.toEncoding(label);
  // An unknown label or one of "replacement": neither is useful.
  if (name === null) return UNLABELLED;
  if (name === 'utf-8') return UTF_8;
  if (name === 'windows-1252') return WINDOWS_1252;
  return { kind: 'other', name, decoder: runtime.openDecoder(name) };
}

/** ESC, SO and SI switch iso-2022-jp away from ASCII. */
const ISO_2022_SWITCH = [0x1b, 0x0e, 0x0f];

/** Whether ASCII-only bytes are already their text in this charset. */
export function readsAsciiAsIs(charset: Charset, bytes: Uint8Array): boolean {
  if (charset.kind !== 'other') return true;
  if (charset.name === 'utf-16le' || charset.name === 'utf-16be') return false;
  return charset.name !== 'iso-2022-jp' || !ISO_2022_SWITCH.some((byte) => bytes.includes(byte));
}

/** Decodes complete bytes: an encoded word or a raw header field. Drops the encoding's byte order mark. */
export function decodeText(runtime: Runtime, charset: Charset, bytes: Uint8Array): string {
  switch (charset.kind) {
    case 'other':
      return charset.decoder.decode(bytes);
    case 'utf-8':
      return decodeUtf8(runtime, bytes);
    case 'windows-1252':
      return readWindows1252(runtime.latin1(bytes, 0, bytes.length));
    case 'unlabelled':
      if (runtime.isUtf8(bytes)) return decodeUtf8(runtime, bytes);
      return readWindows1252(runtime.latin1(bytes, 0, bytes.length));
  }
}

function decodeUtf8(runtime: Runtime, bytes: Uint8Array): string {
  const text = runtime.utf8(bytes, 0, bytes.length);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

const RAW = /[\x80-\xff]/;

/**
 * A header field with byte units: raw 8-bit bytes are UTF-8 if valid, otherwise windows-1252. `charset`: that of the
 * message's text, for display and search, since Korean, Chinese and Russian senders use it. The fingerprint ignores it.
 */
export function decodeRawField(runtime: Runtime, latin1: string, charset: Charset = UNLABELLED): string {
  const isSwitched = charset.kind === 'other' && charset.name === 'iso-2022-jp' && latin1.includes('\x1b');
  if (!RAW.test(latin1) && !isSwitched) return latin1;
  const bytes = toBytes(latin1);
  return decodeText(
    runtime,
    charset.kind === 'other' && (isSwitched || !runtime.isUtf8(bytes)) ? charset : UNLABELLED,
    bytes,
  );
}

/** The bytes of a text in which every unit is a byte. */
export function toBytes(latin1: string): Uint8Array {
  const bytes = new Uint8Array(latin1.length);
  for (let at = 0; at < latin1.length; at += 1) bytes[at] = latin1.charCodeAt(at);
  return bytes;
}
