const MAGIC = 0x223e9f78;
const [BODY, NEXT_ATTACHMENT, TITLE, CONTENT] = [0x0002800c, 0x00069002, 0x00018010, 0x0006800f] as const;
const [OF_MESSAGE, OF_ATTACHMENT] = [1, 2] as const;

/** A `winmail.dat` with a body and a file ([MS-OXTNEF] 2.1.3). */
export function makeTnef(body: string, file: { readonly name: string; readonly content: Buffer }): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt32LE(MAGIC, 0);
  return Buffer.concat([
    head,
    toAttribute(OF_MESSAGE, BODY, Buffer.from(`${body}\0`, 'latin1')),
    toAttribute(OF_ATTACHMENT, NEXT_ATTACHMENT, Buffer.alloc(14)),
    toAttribute(OF_ATTACHMENT, TITLE, Buffer.from(`${file.name}\0`, 'latin1')),
    toAttribute(OF_ATTACHMENT, CONTENT, file.content),
  ]);
}

function toAttribute(level: number, id: number, content: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt8(level, 0);
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(content.length, 5);
  const checksum = Buffer.alloc(2);
  checksum.writeUInt16LE(
    content.reduce((sum, byte) => (sum + byte) & 0xffff, 0),
    0,
  );
  return Buffer.concat([head, content, checksum]);
}
