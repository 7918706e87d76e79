export type TarMember = {
  readonly name: string;
  readonly content: Uint8Array;
  /** A symbolic link to this name instead of a file. */
  readonly linkTo?: string;
};

const BLOCK_BYTES = 512;

/** A ustar archive, owner 0, time 0. */
export function tar(members: readonly TarMember[]): Buffer {
  const parts = members.flatMap((member) => {
    const rest = member.content.length % BLOCK_BYTES;
    return [header(member), Buffer.from(member.content), Buffer.alloc(rest === 0 ? 0 : BLOCK_BYTES - rest)];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK_BYTES)]);
}

function header(member: TarMember): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  if (Buffer.byteLength(member.name) > 100) throw new Error(`name too long for ustar: ${member.name}`);
  block.write(member.name, 0, 'utf8');
  block.write('0000644\0', 100, 'latin1');
  block.write('0000000\0', 108, 'latin1');
  block.write('0000000\0', 116, 'latin1');
  block.write(`${member.content.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  block.write('00000000000\0', 136, 'latin1');
  block.write('        ', 148, 'latin1');
  block.write(member.linkTo === undefined ? '0' : '2', 156, 'latin1');
  block.write(member.linkTo ?? '', 157, 'utf8');
  block.write('ustar\x0000', 257, 'latin1');
  let sum = 0;
  for (const byte of block) sum += byte;
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}
