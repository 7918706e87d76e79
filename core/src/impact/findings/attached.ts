export interface AttachedMessage {
  /** The number of its part, as IMAP counts: `2`, or `2.3` in an attached message. */
  readonly part: string;
  /** Its senders and recipients, in the form by which parties know them. */
  readonly addresses: readonly string[];
  readonly unread: readonly string[];
}

/**
 * What a party gets of a message in whose own headers it does not stand: the attached messages that it sent or was
 * sent, and what is attached to them (docs/formats/projection.md, R7).
 */
export function selectAttached(
  attached: readonly AttachedMessage[],
  isOwn: (address: string) => boolean,
): readonly AttachedMessage[] {
  const own = attached.filter(({ addresses }) => addresses.some(isOwn));
  return own.filter(({ part }) => !own.some((around) => isInAttached(part, around.part)));
}

/** Whether a part belongs to an attached message: `2.1` and `2.3/text` belong to `2`. */
export function isInAttached(part: string, attached: string): boolean {
  return part.startsWith(`${attached}.`);
}

/** The same part as the attached message itself numbers it. */
export function toOwnPart(part: string, attached: string): string {
  return part.slice(attached.length + 1);
}
