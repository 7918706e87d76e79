// Note: why the Node of a release is trimmed.
//
// A fifth of Node's file is symbol tables for debuggers. The system loads a program by its segments alone, so
// everything behind the last segment can go. It is cut here, and not by `strip`, so that the result depends on no
// version of binutils: the same package gives the same bytes anywhere.

const MAGIC = 0x7f454c46;
const CLASS_64 = 2;
const LITTLE_ENDIAN = 1;
/** Offsets in the header of an ELF file of 64 bits (System V ABI, chapter 4). */
const SEGMENTS_OFFSET = 0x20;
const SECTIONS_OFFSET = 0x28;
const SEGMENT_SIZE = 0x36;
const SEGMENT_COUNT = 0x38;
const SECTION_COUNT = 0x3c;
const SECTION_NAMES = 0x3e;
/** Offsets in one entry of the table of segments. */
const FILE_OFFSET = 0x08;
const FILE_SIZE = 0x20;

/**
 * The program without what only debuggers read. @throws Error for a file that is no ELF program of 64 bits,
 * little-endian
 */
export function trimElf(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 0x40 || view.getUint32(0) !== MAGIC || bytes[4] !== CLASS_64 || bytes[5] !== LITTLE_ENDIAN)
    throw new Error('this is no ELF program of 64 bits, little-endian');
  const first = Number(view.getBigUint64(SEGMENTS_OFFSET, true));
  const size = view.getUint16(SEGMENT_SIZE, true);
  let end = 0x40;
  for (let at = 0; at < view.getUint16(SEGMENT_COUNT, true); at += 1) {
    const entry = first + at * size;
    const offset = Number(view.getBigUint64(entry + FILE_OFFSET, true));
    end = Math.max(end, entry + size, offset + Number(view.getBigUint64(entry + FILE_SIZE, true)));
  }
  if (end > bytes.length) throw new Error('this ELF program is cut short');
  const trimmed = bytes.slice(0, end);
  const header = new DataView(trimmed.buffer);
  header.setBigUint64(SECTIONS_OFFSET, 0n, true);
  header.setUint16(SECTION_COUNT, 0, true);
  header.setUint16(SECTION_NAMES, 0, true);
  return trimmed;
}
