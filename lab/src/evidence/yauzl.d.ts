/** The used part of yauzl 3; the package has no types. */
declare module 'yauzl' {
  export interface Entry {
    readonly fileNameRaw: Buffer;
    /** Where names are decoded. */
    readonly fileName: string;
    readonly generalPurposeBitFlag: number;
    readonly compressionMethod: number;
    readonly crc32: number;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    readonly relativeOffsetOfLocalHeader: number;
    readonly externalFileAttributes: number;
    readonly versionMadeBy: number;
    readonly extraFields: readonly {
      readonly id: number;
      readonly data: Buffer;
    }[];
    isEncrypted(): boolean;
  }
  export interface ZipFile {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    readLocalFileHeader(
      entry: Entry,
      options: { readonly minimal: true },
      callback: (cause: Error | null, header?: { readonly fileDataStart: number }) => void,
    ): void;
    /** A stream of the decompressed bytes. */
    openReadStreamPromise(entry: Entry): Promise<NodeJS.ReadableStream & AsyncIterable<Buffer>>;
    close(): void;
  }
  export function fromBufferPromise(
    buffer: Buffer,
    options: { readonly decodeStrings: boolean; readonly lazyEntries: true; readonly validateEntrySizes: boolean },
  ): Promise<ZipFile>;
  export function fromFdPromise(
    fd: number,
    options: {
      readonly autoClose: boolean;
      readonly decodeStrings: boolean;
      readonly lazyEntries: true;
      readonly validateEntrySizes: boolean;
    },
  ): Promise<ZipFile>;
  export function getFileNameLowLevel(
    generalPurposeBitFlag: number,
    fileNameBuffer: Buffer,
    extraFields: readonly { readonly id: number; readonly data: Buffer }[],
    strictFileNames: boolean,
  ): string;
}
