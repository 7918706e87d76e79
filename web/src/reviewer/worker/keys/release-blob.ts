/** Where a file of a release lies in the tar. */
export interface TarPlace {
  readonly start: number;
  readonly sizeBytes: number;
}

const BLOCK_BYTES = 512;
/** Read at once: headers of small files lie close together, and asking for each alone takes longer than reading all. */
const WINDOW_BYTES = 8 * 1024 * 1024;
/** 1,000,000 objects and as many grants as a party may have. */
const MOST_MEMBERS = 2_000_000;
const PAPERS = ['manifest.json', 'approvals.json', 'keys.json', 'log.proof', 'index.age'];
const GRANT = /^grants\/[0-9a-f]{4}(?:-[0-9a-f]{4}){7}\.age$/;
const OBJECT = /^objects\/[0-9a-f]{64}\.age$/;
/** Where fields of a ustar header lie (POSIX.1-1988). */
const NAME = [0, 100] as const;
const SIZE = [124, 136] as const;
const SUM = [148, 156] as const;
const TYPE = 156;
const MAGIC = [257, 262] as const;

/**
 * The files of a `release.candor` by name (docs/formats/release.md, File); null for anything else: other names, another
 * order, one twice, or cut off. Only where they lie is read; nothing of them is believed.
 */
export async function readReleaseBlob(blob: Blob): Promise<ReadonlyMap<string, TarPlace> | null> {
  const places = new Map<string, TarPlace>();
  const read = openWindow(blob);
  let [rank, last] = [-1, ''];
  for (let at = 0; ; ) {
    const header = await read(at);
    if (header === null) return null;
    if (header.every((byte) => byte === 0)) break;
    const member = readHeader(header);
    const next = member === null ? -1 : toRank(member.name);
    const follows = next > rank || (next === rank && next >= PAPERS.length && (member?.name ?? '') > last);
    if (member === null || next === -1 || !follows || places.size === MOST_MEMBERS) return null;
    const start = at + BLOCK_BYTES;
    if (start + member.sizeBytes > blob.size) return null;
    places.set(member.name, { start, sizeBytes: member.sizeBytes });
    [rank, last] = [next, member.name];
    at = start + Math.ceil(member.sizeBytes / BLOCK_BYTES) * BLOCK_BYTES;
  }
  return PAPERS.every((name) => places.has(name)) ? places : null;
}

/** Gives the block at a place; null where the file ends before. */
function openWindow(blob: Blob): (at: number) => Promise<Uint8Array | null> {
  let [from, window] = [0, new Uint8Array()];
  return async (at) => {
    if (at < from || at + BLOCK_BYTES > from + window.length) {
      window = new Uint8Array(await blob.slice(at, at + WINDOW_BYTES).arrayBuffer());
      from = at;
    }
    const block = window.subarray(at - from, at - from + BLOCK_BYTES);
    return block.length === BLOCK_BYTES ? block : null;
  };
}

function readHeader(header: Uint8Array): { readonly name: string; readonly sizeBytes: number } | null {
  const text = ([from, to]: readonly [number, number]): string => {
    const field = header.subarray(from, to);
    const end = field.indexOf(0);
    return new TextDecoder('latin1').decode(end === -1 ? field : field.subarray(0, end));
  };
  const number = (field: readonly [number, number]): number | null => {
    const digits = text(field).trim();
    return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : null;
  };
  const sum = header.reduce((total, byte, at) => total + (at >= SUM[0] && at < SUM[1] ? 0x20 : byte), 0);
  const isFile = header[TYPE] === 0x30 && text(MAGIC) === 'ustar';
  const sizeBytes = number(SIZE);
  return isFile && number(SUM) === sum && sizeBytes !== null ? { name: text(NAME), sizeBytes } : null;
}

/** Place in the order of the files; -1 for a name that a release does not have. */
function toRank(name: string): number {
  const paper = PAPERS.indexOf(name);
  if (paper !== -1) return paper;
  if (GRANT.test(name)) return PAPERS.length;
  return OBJECT.test(name) ? PAPERS.length + 1 : -1;
}
