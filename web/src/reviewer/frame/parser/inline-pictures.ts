import type { ShownPart } from '@candor/core/evidence/message';

/** Maximum pixels of one picture. A small file may unpack to gigabytes. */
const LARGEST_DOTS = 40_000_000;

/** Maximum bytes of pictures in the text of one message. */
const PICTURE_BYTES = 24 * 1024 * 1024;
/** Maximum pictures in the text of one message. */
const PICTURES = 500;
const DATA = /^data:[^,]{0,200};base64,/i;
const BYTES_AT_ONCE = 0x8000;

/** Finds a message's own pictures: parts by Content-ID, and data addresses. Only raster images, by content. */
export class InlinePictures {
  readonly #byId = new Map<string, { readonly part: ShownPart; readonly index: number }>();
  readonly #shown = new Set<number>();
  readonly #made = new Map<string, string>();
  #bytesLeft = PICTURE_BYTES;
  #picturesLeft = PICTURES;

  constructor(parts: readonly ShownPart[]) {
    parts.forEach((part, index) => {
      if (part.contentId !== null && !this.#byId.has(part.contentId)) this.#byId.set(part.contentId, { part, index });
    });
  }

  get shown(): ReadonlySet<number> {
    return this.#shown;
  }

  get count(): number {
    return PICTURES - this.#picturesLeft;
  }

  /** A data address with the picture; null unless it belongs to the message. */
  find(address: string): string | null {
    const text = address.trim();
    if (/^cid:/i.test(text)) return this.#fromPart(text.slice('cid:'.length));
    const head = DATA.exec(text)?.[0];
    return head === undefined ? null : this.#fromData(text.slice(head.length));
  }

  #fromPart(id: string): string | null {
    const found = this.#byId.get(id) ?? this.#byId.get(decodePercents(id));
    if (found === undefined) return null;
    const known = this.#made.get(id);
    if (known !== undefined) return known;
    const made = this.#toAddress(found.part.bytes);
    if (made !== null) {
      this.#shown.add(found.index);
      this.#made.set(id, made);
    }
    return made;
  }

  #fromData(base64: string): string | null {
    if (base64.length > this.#bytesLeft * 2) return null;
    try {
      return this.#toAddress(Uint8Array.from(atob(base64.trim()), (unit) => unit.charCodeAt(0)));
    } catch {
      // Invalid base64.
      return null;
    }
  }

  #toAddress(bytes: Uint8Array): string | null {
    const raster = readRaster(bytes);
    if (raster === null || bytes.length > this.#bytesLeft || this.#picturesLeft === 0) return null;
    this.#bytesLeft -= bytes.length;
    this.#picturesLeft -= 1;
    return `data:${raster.type};base64,${toBase64(bytes)}`;
  }
}

function decodePercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function toBase64(bytes: Uint8Array): string {
  let units = '';
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE)
    units += String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE));
  return btoa(units);
}

/** Raster image types by their first bytes. SVG files are documents and not included. */
type RasterType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

/** A picture that may be shown: type by content, and size in pixels. */
interface Raster {
  readonly type: RasterType;
  readonly width: number;
  readonly height: number;
}

/** Null for anything else, and for a picture too large to unpack. */
export function readRaster(bytes: Uint8Array): Raster | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const raster = readPng(view) ?? readGif(view) ?? readWebp(view) ?? readJpeg(view);
  return raster === null || raster.width * raster.height > LARGEST_DOTS ? null : raster;
}

function startsWith(view: DataView, at: number, text: string): boolean {
  if (view.byteLength < at + text.length) return false;
  for (let index = 0; index < text.length; index += 1)
    if (view.getUint8(at + index) !== text.charCodeAt(index)) return false;
  return true;
}

function readPng(view: DataView): Raster | null {
  if (!startsWith(view, 0, '\x89PNG\r\n\x1a\n') || !startsWith(view, 12, 'IHDR') || view.byteLength < 24) return null;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function readGif(view: DataView): Raster | null {
  if (!(startsWith(view, 0, 'GIF87a') || startsWith(view, 0, 'GIF89a')) || view.byteLength < 10) return null;
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function readWebp(view: DataView): Raster | null {
  if (!startsWith(view, 0, 'RIFF') || !startsWith(view, 8, 'WEBP') || view.byteLength < 30) return null;
  if (startsWith(view, 12, 'VP8X'))
    return { type: 'image/webp', width: readUint24(view, 24) + 1, height: readUint24(view, 27) + 1 };
  if (startsWith(view, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { type: 'image/webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (!startsWith(view, 12, 'VP8 ')) return null;
  return { type: 'image/webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

function readUint24(view: DataView, at: number): number {
  return view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
}

/** Walks the markers up to the frame header, which has the size. */
function readJpeg(view: DataView): Raster | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === 0xd9 || marker === 0xda) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
