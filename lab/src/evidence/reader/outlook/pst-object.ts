import type { PSTFile } from 'pst-extractor';
import { PSTNodeInputStream } from 'pst-extractor/dist/PSTNodeInputStream.class.js';
import { PSTTableBC } from 'pst-extractor/dist/PSTTableBC.class.js';
import { PSTUtil } from 'pst-extractor/dist/PSTUtil.class.js';

// The library gives up an object at the first property that it cannot follow. Here that property is left out, and all
// others are read.

/** The library never sees the end of a stream, and waits for ever for the bytes that a damaged length promises. */
const { readFromOffset } = PSTNodeInputStream.prototype;
PSTNodeInputStream.prototype.readFromOffset = function (output, offset, length) {
  const read = readFromOffset.call(this, output, offset, length);
  return read > 0 ? read : -1;
};

interface Place {
  readonly startOffset: number;
  length(): number;
  readonly pstNodeInputStream: { readonly length: { toNumber(): number } };
}

/** What of a table of properties is not in its types. */
interface Properties {
  getNodeInfo(reference: number): Place | null;
  readonly hidRoot: number;
  readonly items: object;
}

/** Property tables with unreadable parts. */
const damaged = new WeakSet<object>();
/** Where every table keeps what it is ([MS-PST] 2.3.2.1). */
const TABLE_HEADER = 0x20;

const properties = PSTTableBC.prototype as unknown as Properties;
const { getNodeInfo } = properties;
properties.getNodeInfo = function (this: Properties, reference: number): Place | null {
  const isTable = reference === TABLE_HEADER || reference === this.hidRoot;
  try {
    const place = getNodeInfo.call(this, reference);
    if (isTable || place === null) return place;
    if (place.startOffset + place.length() <= place.pstNodeInputStream.length.toNumber()) return place;
  } catch (cause) {
    if (isTable) throw cause;
  }
  damaged.add(this.items);
  return null;
};

/** Whether properties of an object are missing that it should have. */
export function isDamaged(items: object | null): boolean {
  return items !== null && damaged.has(items);
}

/** The folder or item of a node. Throws what the library throws. */
export function loadNode(file: PSTFile, node: number): unknown {
  // The library compares a number as it does its own.
  const entry = file.getDescriptorIndexNode(node as unknown as Parameters<PSTFile['getDescriptorIndexNode']>[0]);
  try {
    return PSTUtil.detectAndLoadPSTObject(file, entry);
  } catch (cause) {
    if ((node & NODE_TYPE_MASK) !== MESSAGE_NODE) throw cause;
    // The item may be intact without its recipients and attachments.
    const place = file.getOffsetIndexNode(entry.dataOffsetIndexIdentifier);
    const table = new PSTTableBC(new PSTNodeInputStream(file, place));
    damaged.add((table as unknown as Properties).items);
    return PSTUtil.createAppropriatePSTMessageObject(file, entry, table, new Map());
  }
}

const NODE_TYPE_MASK = 0x1f;
const MESSAGE_NODE = 0x04;
