import { counts, list, oneOf, orNull, record, type Shaped, text, truth, wholeNumber } from './shape.ts';

/**
 * The protocol between parser frame and page. The frame has parsed hostile content: the page trusts no form of its
 * answers, uses every text only as text, and discards the frame when anything deviates.
 */

/** Largest message shown; a larger one can be saved. Mail systems stop at 25 to 150 MB, including attachments. */
export const SHOWN_MESSAGE_BYTES = 96 * 1024 * 1024;
/** Maximum text shown per message, including attached ones. A novel has a million units. */
export const TEXT_UNITS = 2_000_000;
/** Maximum units per line; a longer line comes in pieces, because browsers lay out line by line. */
export const LINE_UNITS = 8_000;
/** Maximum lines of all texts of one message. */
export const TEXT_LINES = 100_000;
/** Maximum quote depth. */
export const QUOTE_DEPTH = 20;
/** Maximum listed attachments, addresses, links and hosts; the rest is counted. */
export const LISTED_ATTACHMENTS = 1000;
export const LISTED_ADDRESSES = 5000;
export const LISTED_LINKS = 500;
export const LISTED_HOSTS = 100;
export const LISTED_CALENDARS = 20;
/** Maximum attached messages shown, and their nesting depth. */
export const NESTED_MESSAGES = 50;
export const NESTED_DEPTH = 8;
/** Maximum units of a subject, name, address or other single-line text. */
export const SHORT_UNITS = 8_000;
/** Maximum masked words per message. */
export const MAX_SECRETS = 1000;
/** Maximum units of a secret: a signed token has some thousand. */
export const MAX_SECRET_UNITS = 3000;

export const ADDRESS_ROLES = ['from', 'sender', 'reply-to', 'to', 'cc', 'bcc'] as const;
export type ShownRole = (typeof ADDRESS_ROLES)[number];
export const REMOTE_KINDS = ['picture', 'style', 'font', 'frame', 'media', 'other'] as const;
export type RemoteKind = (typeof REMOTE_KINDS)[number];
export const OMITTED_KINDS = ['script', 'form', 'frame', 'drawing', 'media', 'refresh', 'overlay', 'picture'] as const;
export type OmittedKind = (typeof OMITTED_KINDS)[number];
export const PROTECTIONS = ['smime-encrypted', 'smime-signed', 'pgp-encrypted', 'pgp-signed', 'tnef'] as const;
export type Protection = (typeof PROTECTIONS)[number];
export const READING_NOTES = [
  'repeated-fields',
  'too-many-parts',
  'too-deep',
  'too-many-addresses',
  'field-too-long',
  'nested-left-out',
  'text-cut',
  'formatted-too-large',
] as const;
export type ReadingNote = (typeof READING_NOTES)[number];

const short = text(SHORT_UNITS);
const large = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const digest = text(64);

const address = record({ role: oneOf(ADDRESS_ROLES), name: short, address: short, isReadable: truth });

const head = record({
  subject: short,
  /** UTC seconds. */
  date: orNull(wholeNumber(-1e12, 1e12)),
  /** As the sender wrote it, including the zone. */
  dateText: short,
  messageId: orNull(short),
  addresses: list(address, LISTED_ADDRESSES),
});

const block = record({ depth: wholeNumber(0, QUOTE_DEPTH), lines: list(text(LINE_UNITS), TEXT_LINES) });

const blocks = list(block, TEXT_LINES);

const remote = record({
  kinds: counts(REMOTE_KINDS),
  hosts: list(record({ host: short, count: large }), LISTED_HOSTS),
  furtherHosts: large,
});

const formatted = record({
  links: list(record({ shown: short, address: short }), LISTED_LINKS),
  furtherLinks: large,
  remote,
  leftOut: counts(OMITTED_KINDS),
  pictures: large,
  isCut: truth,
  /** Plain and formatted text differ. */
  differs: truth,
});

const attachment = record({
  /** The id by which it is requested. */
  index: large,
  name: short,
  declared: short,
  found: short,
  size: large,
  digest,
  isInText: truth,
});

const calendar = record({
  method: short,
  summary: short,
  start: short,
  end: short,
  place: short,
  organizer: short,
  attendees: large,
  repeats: short,
  description: short,
});

const nested = record({
  depth: wholeNumber(1, NESTED_DEPTH),
  head,
  blocks,
  attachments: list(short, LISTED_ATTACHMENTS),
});

const reading = record({
  head,
  blocks,
  textFrom: oneOf(['plain', 'html', 'none']),
  formatted: orNull(formatted),
  attachments: list(attachment, LISTED_ATTACHMENTS),
  furtherParts: large,
  calendars: list(calendar, LISTED_CALENDARS),
  protections: list(oneOf(PROTECTIONS), PROTECTIONS.length),
  nested: list(nested, NESTED_MESSAGES),
  notes: list(oneOf(READING_NOTES), READING_NOTES.length),
  /** Passwords and keys: those at the given places, and those recognized in what is shown. */
  found: list(text(MAX_SECRET_UNITS), MAX_SECRETS),
});

export type ShownHead = Shaped<typeof head>;
export type TextBlock = Shaped<typeof block>;
export type RemoteContent = Shaped<typeof remote>;
export type FormattedBody = Shaped<typeof formatted>;
export type ReadAttachment = Shaped<typeof attachment>;
export type CalendarFacts = Shaped<typeof calendar>;
export type NestedMessage = Shaped<typeof nested>;
/** A message as read by the frame. Every text in it is the sender's. */
export type Reading = Shaped<typeof reading>;

/** The frame's first message, on the window; the page answers with `FrameOrder` and a port. */
export const FRAME_READY = 'candor-frame-ready';

export interface FrameOrder {
  readonly kind: 'open';
  readonly bytes: ArrayBuffer;
  readonly places: readonly FoundPlace[];
}

/** Where the index locates a password or key. */
export interface FoundPlace {
  readonly part: string;
  /** Code points of the part's text. */
  readonly offset: number;
  readonly length: number;
}

export type FrameAsk =
  | { readonly kind: 'attachment'; readonly index: number }
  /** Shows the formatted body with these words masked. */
  | { readonly kind: 'show'; readonly masks: readonly string[] };

const isRead = record({ kind: oneOf(['read']), reading });
/** `masked`: the secrets masked in what is shown. */
const isShown = record({ kind: oneOf(['shown']), masked: list(text(MAX_SECRET_UNITS), MAX_SECRETS) });
const isBytes = record({
  kind: oneOf(['attachment']),
  index: large,
  bytes: (value: unknown): value is ArrayBuffer => value instanceof ArrayBuffer,
});

/** The reader failed; nothing more will come. */
const isBroken = record({ kind: oneOf(['broken']) });

export type FrameAnswer =
  | Shaped<typeof isRead>
  | Shaped<typeof isShown>
  | Shaped<typeof isBytes>
  | Shaped<typeof isBroken>;

export function isFrameAnswer(value: unknown): value is FrameAnswer {
  return isRead(value) || isShown(value) || isBytes(value) || isBroken(value);
}
