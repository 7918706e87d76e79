export interface MemberNames {
  /** Number of the name in `[from, to)`, or 0. */
  find(bytes: Uint8Array, from: number, to: number): number;
}

/** Table slots; at this size a record's names rarely collide. */
const SLOTS = 256;

interface Name {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** `names`, of at most 31 ASCII characters each, are numbered from 1 in order. */
export function createMemberNames(names: readonly string[]): MemberNames {
  /** Bit n: some name has n bytes. Excludes most other members by length. */
  const lengths = names.reduce((bits, { length }) => bits | (1 << length), 0);
  const slots: Name[][] = Array.from({ length: SLOTS }, () => []);
  for (const [at, text] of names.entries()) {
    const bytes = Uint8Array.from(text, (unit) => unit.charCodeAt(0));
    slots[slotOf(bytes, 0, bytes.length)]?.push({ number: at + 1, bytes });
  }
  return {
    find(bytes, from, to) {
      const length = to - from;
      if (length > 31 || ((lengths >>> length) & 1) === 0) return 0;
      const slot = slots[slotOf(bytes, from, to)];
      if (slot === undefined) return 0;
      for (const name of slot) {
        if (isSame(name.bytes, bytes, from, to)) return name.number;
      }
      return 0;
    },
  };
}

function slotOf(bytes: Uint8Array, from: number, to: number): number {
  return (
    ((to - from) * 37 + (bytes[from] ?? 0) * 3 + (bytes[to - 1] ?? 0) * 11 + (bytes[(from + to) >> 1] ?? 0) * 5) &
    (SLOTS - 1)
  );
}

function isSame(name: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (name.length !== to - from) return false;
  for (let at = 0; at < name.length; at += 1) {
    if (name[at] !== bytes[from + at]) return false;
  }
  return true;
}
