import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { exists, readBytes } from '../../adapters/files/files.ts';
import { toPictureText } from './format/picture-lines.ts';
import type { UnreadReason } from './unread.ts';

// Note: why pictures are read by the bare engine.
//
// tesseract.js starts threads and fetches language data, and a reader process may do neither. Its engine, which is
// WebAssembly, reads a picture from memory. Engine and data take 100 MB: who wants them installs them beside Candor.

/** Installed by hand: `npm install --no-save tesseract.js-core@7.0.0 @tesseract.js-data/eng@1.0.0 …`. */
const ENGINE = 'tesseract.js-core';
const LANGUAGES = ['eng', 'deu', 'fra', 'spa'];
const DATA = '4.0.0_best_int';
export const OCR_PACKAGES = [`${ENGINE}@7.0.0`, ...LANGUAGES.map((each) => `@tesseract.js-data/${each}@1.0.0`)];

/** A smaller picture is a logo or a smiley of a signature. */
export const LEAST_PICTURE_BYTES = 20 * 1024;
const LARGEST_BYTES = 16 * 1024 * 1024;
/** A page of A4 at 300 dots an inch has 9 million. The engine needs some 20 bytes for each. */
const MOST_PIXELS = 16_000_000;
/** Smaller ones are icons, lines and counters of readers. */
const FEWEST_PIXELS = 4_000;
const OF_LSTM = 1;
/** As Exif counts. */
const UPRIGHT = 1;
/** A column of blocks: as one block, as tesseract.js takes a picture to be, the rules of a table end all reading. */
const ONE_COLUMN = '4';

interface PictureText {
  readonly text: string;
  /** Lines that the engine is not sure of: their text is searched, and they are counted. */
  readonly unclear: number;
  readonly failed: UnreadReason | null;
}

/** What is used of the engine (tesseract.js-core 7). */
interface Engine {
  readonly FS: { writeFile(name: string, bytes: Uint8Array): void; unlink(name: string): void };
  readonly TessBaseAPI: new () => {
    Init(path: null, languages: string, mode: number): number;
    SetVariable(name: string, value: string): boolean;
    SetImageFile(orientation: number, radians: number): number;
    Recognize(monitor: null): number;
    GetTSVText(page: number): string;
    Clear(): void;
  };
}

const require = createRequire(import.meta.url);

function findPackage(name: string): string | null {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch {
    return null;
  }
}

const findData = (language: string): string | null => {
  const folder = findPackage(`@tesseract.js-data/${language}`);
  if (folder === null) return null;
  const file = join(folder, DATA, `${language}.traineddata.gz`);
  return exists(file) ? file : null;
};

/** Whether engine and data of a language are installed. */
export function canReadPictures(): boolean {
  return findPackage(ENGINE) !== null && LANGUAGES.some((language) => findData(language) !== null);
}

let opened: Promise<{ readonly engine: Engine; readonly api: InstanceType<Engine['TessBaseAPI']> }> | null = null;

async function open() {
  const folder = findPackage(ENGINE) ?? '';
  const create = require(join(folder, 'tesseract-core-simd-lstm.js')) as (options: object) => Promise<Engine>;
  const wasmBinary = readBytes(join(folder, 'tesseract-core-simd-lstm.wasm'));
  const silent = (): void => undefined;
  const engine = await create({ wasmBinary, print: silent, printErr: silent });
  const languages = LANGUAGES.flatMap((language) => {
    const file = findData(language);
    if (file === null) return [];
    engine.FS.writeFile(`${language}.traineddata`, gunzipSync(readBytes(file)));
    return [language];
  });
  const api = new engine.TessBaseAPI();
  if (api.Init(null, languages.join('+'), OF_LSTM) !== 0) throw new Error('the engine takes no language data');
  api.SetVariable('tessedit_pageseg_mode', ONE_COLUMN);
  return { engine, api };
}

/** The text of a picture (PNG, JPEG, BMP, PNM, WebP), and why it was not read; hostile bytes give a reason. */
export async function readPicture(bytes: Uint8Array): Promise<PictureText> {
  if (!canReadPictures()) return { text: '', unclear: 0, failed: 'no-reader' };
  const pixels = countPixels(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (pixels === null) return { text: '', unclear: 0, failed: 'no-reader' };
  if (pixels < FEWEST_PIXELS) return { text: '', unclear: 0, failed: null };
  if (pixels > MOST_PIXELS || bytes.length > LARGEST_BYTES) return { text: '', unclear: 0, failed: 'too-large' };
  try {
    opened ??= open();
    const { engine, api } = await opened;
    engine.FS.writeFile('/input', bytes);
    try {
      if (api.SetImageFile(UPRIGHT, 0) !== 0 || api.Recognize(null) !== 0)
        return { text: '', unclear: 0, failed: 'damaged' };
      return { ...toPictureText(api.GetTSVText(0)), failed: null };
    } finally {
      api.Clear();
      engine.FS.unlink('/input');
    }
  } catch {
    // The engine may be in any state: the next picture gets a new one.
    opened = null;
    return { text: '', unclear: 0, failed: 'damaged' };
  }
}

/** As its head says; null for a form that the engine does not read. */
function countPixels(bytes: Buffer): number | null {
  const head = bytes.subarray(0, 32).toString('latin1');
  if (bytes.length < 32) return null;
  if (head.startsWith('\u0089PNG')) return bytes.readUInt32BE(16) * bytes.readUInt32BE(20);
  if (head.startsWith('BM')) return Math.abs(bytes.readInt32LE(18) * bytes.readInt32LE(22));
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return countWebp(bytes, head);
  if (head.startsWith('\u00ff\u00d8')) return countJpeg(bytes);
  const pnm = /^P[1-6]\s(?:#[^\n]*\n)?(\d{1,6})\s(\d{1,6})\s/.exec(head);
  return pnm === null ? null : Number(pnm[1]) * Number(pnm[2]);
}

/** RFC 9649, 2.4 to 2.7. */
function countWebp(bytes: Buffer, head: string): number | null {
  const form = head.slice(12, 16);
  if (form === 'VP8 ') return (bytes.readUInt16LE(26) & 0x3fff) * (bytes.readUInt16LE(28) & 0x3fff);
  if (form === 'VP8X') return (bytes.readUIntLE(24, 3) + 1) * (bytes.readUIntLE(27, 3) + 1);
  if (form !== 'VP8L') return null;
  const bits = bytes.readUInt32LE(21);
  return ((bits & 0x3fff) + 1) * (((bits >> 14) & 0x3fff) + 1);
}

/** The first frame header (ITU-T T.81, B.2.2). */
function countJpeg(bytes: Buffer): number | null {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7);
    at += 2 + Math.max(2, bytes.readUInt16BE(at + 2));
  }
  return null;
}
