/**
 * Objects that one call asks for: the line of 65 characters for each stays within the 8 KB that servers and proxies
 * take.
 */
export const MAX_OBJECTS_TOGETHER = 64;
/** A larger object is requested alone: it would delay those after it. */
export const MAX_GROUPED_OBJECT_BYTES: number = 256 * 1024;
/** Objects of one answer, all together. */
export const MAX_OBJECTS_TOGETHER_BYTES: number = 4 * 1024 * 1024;
/** Size of the length before each object. */
export const OBJECT_LENGTH_BYTES = 4;
/** Length marker: the object is not in this answer. */
export const NOT_IN_ANSWER = 0xff_ff_ff_ff;

/**
 * Members in their order, as many at a time as are asked for together: up to a number and a size. One that is larger
 * goes by itself.
 */
export function* groupObjects<Member>(
  members: Iterable<Member>,
  toSize: (member: Member) => number,
  most: number = MAX_OBJECTS_TOGETHER,
  mostBytes: number = MAX_OBJECTS_TOGETHER_BYTES,
): Generator<readonly Member[]> {
  let group: Member[] = [];
  let bytes = 0;
  for (const member of members) {
    const size = toSize(member);
    if (group.length === most || (group.length > 0 && bytes + size > mostBytes)) {
      yield group;
      [group, bytes] = [[], 0];
    }
    group.push(member);
    bytes += size;
  }
  if (group.length > 0) yield group;
}

/**
 * Several objects of one answer, in the order in which they were asked for (docs/formats/portal-api.md, Several
 * objects); null in place of one that must be asked for alone. Null for bytes that are no such answer for so many.
 * Nothing is copied; the lengths are what the portal says.
 */
export function readObjectsAnswer(bytes: Uint8Array, count: number): readonly (Uint8Array | null)[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const objects: (Uint8Array | null)[] = [];
  let at = 0;
  for (let number = 0; number < count; number += 1) {
    if (bytes.length - at < OBJECT_LENGTH_BYTES) return null;
    const length = view.getUint32(at);
    at += OBJECT_LENGTH_BYTES;
    if (length === NOT_IN_ANSWER) {
      objects.push(null);
      continue;
    }
    if (length > bytes.length - at) return null;
    objects.push(bytes.subarray(at, at + length));
    at += length;
  }
  return at === bytes.length ? objects : null;
}
