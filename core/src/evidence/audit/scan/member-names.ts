/** Finds known names among the bytes of a record without making texts of the others. */
export interface MemberNames {
  /** Number of the name in `[from, to)`, or 0 for every other. */
  find(bytes: Uint8Array, from: number, to: number): number;
}

/** Slots of the table; at this size the names of a record do not collide much. */
const SLOTS = 256;

interface Name {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** `names`, of at most 31 ASCII characters each, get the numbers 1, 2, … in their order. */
export function createMemberNames(names: readonly string[]): MemberNames {
  /** Bit n: some name has n bytes. Most other members are told by their length alone. */
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
