import { crc32 } from 'node:zlib';
import { deflate } from './deflate.ts';

export type ZipMember = {
  readonly name: string;
  readonly content: Uint8Array;
  /** Stored members are read another way than deflated ones. */
  readonly stored?: boolean;
  /** What the headers claim of the size, where it is a lie. */
  readonly claimedSize?: number;
};

const UTF8_NAME = 0x0800;

/** A zip whose members all bear the time 1 Jan 1980, 00:00. */
export function zip(members: readonly ZipMember[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const name = Buffer.from(member.name, 'utf8');
    const body = member.stored === true ? Buffer.from(member.content) : Buffer.from(deflate(member.content));
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8_NAME, 2);
    common.writeUInt16LE(member.stored === true ? 0 : 8, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(member.content), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(member.claimedSize ?? member.content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, body]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, place, name]));
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}
