import type { Runtime } from '@candor/core/base';
import { browserRuntime } from '../../src/platform/browser-runtime.ts';

const GB18030 = ['', '\x81\x30', '\x84\x31', '\x90\x30', '\xe3\x32', '\xfe\x39'];
/** What may stand before a pair of bytes, in the encodings of more than one byte. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  big5: [''],
  'euc-jp': ['', '\x8f', '\xa4\xa2'],
  'euc-kr': [''],
  gb18030: GB18030,
  // One decoder reads both (section "gbk"): what stands for four bytes is tried with the other.
  gbk: ['', '\x81\x30'],
  'iso-2022-jp': ['', '\x1b(J', '\x1b(I', '\x1b$@', '\x1b$B', '\x1b$B$"'],
  shift_jis: [''],
  'utf-16be': [''],
  'utf-16le': ['', '\x3d\xd8'],
};
export const multiByte = Object.keys(BEFORE);
/** What stands behind it: the end, letters, a whole character. */
const BEHIND = ['', 'BB', '\xb0\xa1'];
/** Chromium takes what follows a wrong character of three bytes for such a one too. */
const BEHIND_EUC_JP = ['', 'BB'];

/**
 * The texts of one encoding in which every pair of bytes that begins with `lead` occurs, right or wrong, or that byte
 * alone; each unit is a byte.
 */
export function listTexts(encoding: string, lead: number): readonly string[] {
  const befores = BEFORE[encoding];
  if (befores === undefined) return ['', 'a', '\xe9'].map((before) => `${before}${String.fromCharCode(lead)}${before}`);
  const texts: string[] = [];
  const trails = Array.from({ length: 256 }, (_, trail) => trail).filter(
    // Chromium loses bytes of a broken escape: lab/test/adapters/japanese.test.ts has these.
    (trail) => encoding !== 'iso-2022-jp' || (lead !== 0x1b && trail !== 0x1b),
  );
  for (const before of befores)
    for (const behind of encoding === 'euc-jp' ? BEHIND_EUC_JP : BEHIND)
      for (const trail of trails) texts.push(before + String.fromCharCode(lead, trail) + behind);
  if (befores === GB18030) texts.push(...listFours(lead));
  return texts;
}

/** Four bytes each, with those that stand just outside; those that differ in the third alone make one text. */
function listFours(lead: number): readonly string[] {
  const texts: string[] = [];
  for (let second = 0x2f; second <= 0x3a; second += 1)
    for (let fourth = 0x2f; fourth <= 0x3a; fourth += 1) {
      let text = '';
      for (let third = 0x80; third <= 0xff; third += 1) text += `${String.fromCharCode(lead, second, third, fourth)}\n`;
      texts.push(text);
    }
  return texts;
}

/** A number for each first byte, made of everything that its texts are decoded to. */
export function hashTexts(runtime: Runtime, encoding: string): readonly number[] {
  const decoder = runtime.openDecoder(encoding);
  return Array.from({ length: 256 }, (_, lead) => {
    let hash = 0x811c9dc5;
    for (const latin1 of listTexts(encoding, lead)) {
      const text = decoder.decode(toBytes(latin1));
      for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      hash = Math.imul(hash ^ 0x10000, 0x01000193);
    }
    return hash;
  });
}

export function decodeTexts(runtime: Runtime, encoding: string, lead: number): readonly string[] {
  const decoder = runtime.openDecoder(encoding);
  return listTexts(encoding, lead).map((latin1) => toUnits(decoder.decode(toBytes(latin1))));
}

/** A text that is cut at each place in turn. */
export function decodeCut(runtime: Runtime, encoding: string, latin1: string): readonly string[] {
  const bytes = toBytes(latin1);
  const decoder = runtime.openDecoder(encoding);
  return Array.from({ length: bytes.length + 1 }, (_, cut) => {
    const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)];
    const texts = pieces.map((piece) => decoder.decode(piece, { stream: true }));
    return toUnits(texts.join('') + decoder.decode());
  });
}

function toBytes(latin1: string): Uint8Array {
  return Uint8Array.from(latin1, (unit) => unit.charCodeAt(0));
}

/** Code units in hexadecimal: what holds half of a character does not go through every door. */
function toUnits(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16)).join(' ');
}

export const inBrowser = {
  hashTexts: (encoding: string) => hashTexts(browserRuntime, encoding),
  decodeTexts: (encoding: string, lead: number) => decodeTexts(browserRuntime, encoding, lead),
  decodeCut: (encoding: string, latin1: string) => decodeCut(browserRuntime, encoding, latin1),
  toEncodings: (labels: readonly string[]) => labels.map((label) => browserRuntime.toEncoding(label)),
};
