/** Substitutions of [MS-PST] 5.1: `mpbbI`, whose inverse is `mpbbR`, and `mpbbS`, its own inverse. */
const inner = Buffer.from(
  'R/G05gtqckiFTp7r4viUU+C7oALoWgmr2+O6xnzDEN05BZYw9TdggozJE0prHfP7jyaXypEXAcQyLW4xlf/ZI9EAXnncRDsaKMVhVyCQPYO5Q75n0kZCdsBtW36yDxYpPKkDVA3aXd/2t8dizY0G02lchtYU96Vmdayx6UUhcAyHn3SkIkxvvx9Wqi6zeDNQsKOSvM8ZHKdjyx5NPksbm0/n8O6tOrVZBOpAVSVR5XqJOGhSe/wnrte9+gf0zI5f7zWchCsV1Xc0SbYSCn9xiP2dGEF9k9hYLM7+JK/euDbIoYCmmZioLw6BZXPkwqKK1OER0AiLKvLtmmQ/wWz57A==',
  'base64',
);
const middle = Buffer.from(
  'FFMPVrPIepzrZUgXFhWfAsxUfIMADQwLomKodtvZ7cfFpNyshXTW0KebrpqWcWbDY5m43XOSjoR9pV7RXZOxV1FQgIlSlE9OCmu8jX9uR0ZBQEQBEcsDP/f04amPPDr5+/AZMIIJLsmdoIZJ7m9NbcQtgTQlhxuIqvwGoRI4/UxCcmQTNyRqdXdD/+a0SzZc5Ng1PUW5LOy3MSspB2ijDml7GJ4hOb4oGlt49SPKKrCvPv4EjOflmDKV0/ZK6Kbq6fPVL3Ag8h8FZ61VEM7N4yc72rrXwibUkR3SHCIz+PrxWu/PkLaLtb3AvwiXHmziYeDGwVmru1jeX99geX6yig==',
  'base64',
);
const outer = Buffer.alloc(256);
for (const [at, byte] of inner.entries()) outer[byte] = at;

/**
 * Codes bytes of a data block cyclically, in place; what was coded comes out as it was ([MS-PST] 5.2, “high
 * encryption”: a machine of three rotors, which needs no key from outside). `key`: the lower 32 bits of the block's
 * identifier; `from`: where in the block the bytes begin.
 */
export function codeCyclic(bytes: Uint8Array, key: number, from: number): void {
  let turn = ((key ^ (key >>> 16)) + from) & 0xffff;
  for (let at = 0; at < bytes.length; at += 1) {
    const [low, high] = [turn & 0xff, turn >>> 8];
    const first = outer[((bytes[at] ?? 0) + low) & 0xff] ?? 0;
    const second = middle[(first + high) & 0xff] ?? 0;
    const third = inner[(second - high) & 0xff] ?? 0;
    bytes[at] = third - low;
    turn = (turn + 1) & 0xffff;
  }
}
