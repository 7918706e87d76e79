import { burn } from '@kenjiuno/msgreader/lib/Burner.js';
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js';

/** A compound file ([MS-CFB]) with streams right below its root. */
export function makeCompound(streams: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  return Buffer.from(
    burn([
      { name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: streams.map((_, at) => at + 1) },
      ...streams.map(([name, content]) => ({
        name,
        type: TypeEnum.DOCUMENT,
        length: content.length,
        // The library reads the whole buffer behind a view.
        binaryProvider: () => new Uint8Array(content),
      })),
    ]),
  );
}
