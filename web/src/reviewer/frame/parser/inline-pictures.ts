import type { ShownPart } from '@candor/core/evidence/message';
import { readRaster } from './raster.ts';

/** Bytes of pictures that one message shows in its text. */
const PICTURE_BYTES = 24 * 1024 * 1024;
/** Pictures that one message shows in its text. */
const PICTURES = 500;
const DATA = /^data:[^,]{0,200};base64,/i;
const BYTES_AT_ONCE = 0x8000;

/**
 * Finds the pictures that a message itself brings: parts by their Content-ID, and data in addresses. Only dots, by
 * their content.
 */
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

  /** Indexes of the parts that are shown. */
  get shown(): ReadonlySet<number> {
    return this.#shown;
  }

  get count(): number {
    return PICTURES - this.#picturesLeft;
  }

  /** An address that holds the picture itself; null for everything that is none of the message's own. */
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
      // No base64.
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
