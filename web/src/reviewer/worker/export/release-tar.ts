export interface TarMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BLOCK_BYTES = 512;
const MODE = 0o644;
/** Field offsets of a ustar header, POSIX.1-1988. */
const AT = {
  mode: 100,
  owner: 108,
  group: 116,
  size: 124,
  time: 136,
  sum: 148,
  type: 156,
  magic: 257,
  major: 329,
  minor: 337,
} as const;
const LONGEST_NAME_CHARS = 100;

/**
 * A release as one file, byte for byte as the organization writes it (docs/formats/release.md, File), for `candor
 * open`.
 */
export async function* toReleaseTar(members: AsyncIterable<TarMember>): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes } of members) {
    yield toHeader(name, bytes.length);
    yield bytes;
    yield new Uint8Array((BLOCK_BYTES - (bytes.length % BLOCK_BYTES)) % BLOCK_BYTES);
  }
  yield new Uint8Array(2 * BLOCK_BYTES);
}

function toHeader(name: string, sizeBytes: number): Uint8Array {
  if (name.length > LONGEST_NAME_CHARS) throw new Error('the file name is too long for a release');
  const header = new Uint8Array(BLOCK_BYTES);
  const put = (at: number, text: string): void => {
    for (let index = 0; index < text.length; index += 1) header[at + index] = text.charCodeAt(index);
  };
  put(0, name);
  put(AT.mode, toOctal(MODE, 6));
  put(AT.owner, toOctal(0, 6));
  put(AT.group, toOctal(0, 6));
  put(AT.size, toOctal(sizeBytes, 11));
  put(AT.time, toOctal(0, 11));
  put(AT.sum, ' '.repeat(8));
  put(AT.type, '0');
  put(AT.magic, 'ustar\0' + '00');
  put(AT.major, toOctal(0, 6));
  put(AT.minor, toOctal(0, 6));
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(AT.sum, `${toOctal(sum, 6)}\0`);
  return header;
}

function toOctal(value: number, digits: number): string {
  return `${value.toString(8).padStart(digits, '0')} `;
}
