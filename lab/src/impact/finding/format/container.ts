/** What bytes are, as far as their first ones tell. `other`: a known container without a reader. */
export type Container =
  | 'pdf'
  | 'zip'
  | 'rtf'
  | 'compound'
  | 'tnef'
  | 'gzip'
  | 'tar'
  | 'picture'
  | 'other'
  | 'text'
  | 'utf-16le'
  | 'utf-16be'
  | 'unknown';

const HEAD_BYTES = 1024;
const TAR_MARK = 257;

/** In order. Only those need to stand here whose first kilobyte may be without a zero, and those that are read. */
const MARKS: readonly (readonly [mark: RegExp, container: Container])[] = [
  [/^PK\x03\x04/, 'zip'],
  [/^\{\\rtf/, 'rtf'],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, 'compound'],
  [/^\x78\x9f\x3e\x22/, 'tnef'],
  [/^\x1f\x8b\x08/, 'gzip'],
  [/^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF[\s\S]{4}WEBP|BM[\s\S]{4}\0\0)/, 'picture'],
  [/^[\s\S]{4}ftyp(?:heic|heix|mif1|avif)/, 'picture'],
  [
    /^(?:7z\xbc\xaf|Rar!\x1a|BZh\d1AY|\xfd7zXZ|\x28\xb5\x2f\xfd|OggS|fLaC|ID3[\x02-\x04]|RIFF[\s\S]{4}(?:WAVE|AVI ))/,
    'other',
  ],
  [/%PDF-/, 'pdf'],
  [/^\xff\xfe(?!\0\0)/, 'utf-16le'],
  [/^\xfe\xff/, 'utf-16be'],
];

/** What has no zero in its first kilobyte and no known container is text. */
export function findContainer(bytes: Uint8Array): Container {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1');
  if (head.startsWith('ustar', TAR_MARK)) return 'tar';
  return MARKS.find(([mark]) => mark.test(head))?.[1] ?? (head.includes('\0') ? 'unknown' : 'text');
}
