export interface MarkedMessage {
  readonly message: string;
  readonly sender: string;
  /** HMACs of the passages that hold a mark. */
  readonly passages: readonly string[];
}

/** Fewer messages of a sender tell nothing of what the sender always writes. */
const MIN_MESSAGES = 5;

/**
 * Messages whose marks hold them back: those with a passage that is no footer. A passage in more than half of a
 * sender's searched messages, if there are five or more, is a footer: it says nothing of the one message. @param
 * sentBy searched messages of a sender.
 */
export function selectMarked(
  messages: readonly MarkedMessage[],
  sentBy: (sender: string) => number,
): { readonly marked: ReadonlySet<string>; readonly footers: ReadonlySet<string> } {
  const uses = new Map<string, number>();
  const toKey = (sender: string, passage: string): string => `${passage} ${sender}`;
  for (const { sender, passages } of messages)
    for (const passage of new Set(passages))
      uses.set(toKey(sender, passage), (uses.get(toKey(sender, passage)) ?? 0) + 1);
  const isFooter = (sender: string, passage: string): boolean => {
    const sent = sentBy(sender);
    return sender !== '' && sent >= MIN_MESSAGES && (uses.get(toKey(sender, passage)) ?? 0) * 2 > sent;
  };
  const marked = new Set<string>();
  const footers = new Set<string>();
  for (const { message, sender, passages } of messages)
    (passages.every((passage) => isFooter(sender, passage)) ? footers : marked).add(message);
  return { marked, footers };
}
