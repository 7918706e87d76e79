import { toPeriod } from './access-period.ts';
import { toActions, toConsequences } from './action-blocks.ts';
import { hasAddresses, toAddressBlocks } from './address-blocks.ts';
import type { Block } from './block.ts';
import { toChecks } from './check-blocks.ts';
import { countNotified, isEvidenceGone, toBefore, toCompared, toFigureBlocks } from './figure-blocks.ts';
import type { LocalText } from './language.ts';
import { formatDates } from './numerals.ts';
import { findOwnMail, toSignature } from './signature-block.ts';
import { countUndecided, findStrongest } from './strongest.ts';
import { toAddressee, toBoth, toOneLine, type Writer } from './writer.ts';

/**
 * What moves to the details where the head would be too long, in the order in which it is given up: the state of the
 * public log; to confirm payments by telephone; rows of figures beside the verdicts; that this replaces an earlier
 * notice (subject and headings say it too) and the party's name; how the mail can be read; what may follow; an
 * authority's delay; what the incident file says of the intruder, the measures and the unknown; who a guessed contact
 * should ask; what happened and when that was discovered; the way to check by DNS; that the notice asks for nothing.
 */
const HEAD_PARTS = [
  'log',
  'confirming',
  'rows',
  'relation',
  'reading',
  'consequences',
  'delay',
  'hand-texts',
  'guessed',
  'story',
  'dns',
  'assurance',
] as const;
type HeadPart = (typeof HEAD_PARTS)[number];
/** What the head has room for. */
export type HeadLayout = ReadonlySet<HeadPart>;

/**
 * The whole first; each next gives up one thing more. The last one fits whatever the facts are, which a test shows for
 * the worst.
 */
export const HEAD_LAYOUTS: readonly HeadLayout[] = [...HEAD_PARTS.keys(), HEAD_PARTS.length].map(
  (from) => new Set(HEAD_PARTS.slice(from)),
);

/** What must be read: who writes and why, what happened, how much, what to do, how to check, whom to ask. */
export function toHeadBlocks(writer: Writer, room: HeadLayout): readonly Block[] {
  const put = (part: HeadPart, blocks: readonly Block[]) => (room.has(part) ? blocks : []);
  return [
    { kind: 'title', text: toAddressee(writer, room.has('relation')) },
    ...put('relation', toRelationToEarlier(writer)),
    { kind: 'paragraph', text: [toWriter(writer), ...toStory(writer, room)].join(' ') },
    ...put('guessed', toGuessed(writer)),
    ...toFraudWarning(writer),
    ...toFigureBlocks(writer, room.has('rows') ? 'all' : 'verdicts'),
    ...toAddressBlocks(writer),
    ...put('consequences', toConsequences(writer)),
    ...toActions(writer, { hasConfirming: room.has('confirming'), hasAddresses: hasAddresses(writer) }),
    ...put('reading', toReading(writer)),
    ...toChecks(writer, {
      hasLog: hasLogInHead(writer, room),
      hasDns: room.has('dns'),
      hasAssurance: room.has('assurance'),
    }),
    ...toUnknown(writer, room),
    ...toSignature(writer),
  ];
}

/** A person's notice does not speak of the log. */
export function hasLogInHead({ facts }: Writer, room: HeadLayout): boolean {
  return room.has('log') && facts.party.kind === 'organization';
}

function toRelationToEarlier(writer: Writer): readonly Block[] {
  const { kind, previous, reminds } = writer.facts;
  if (kind === 'first' || kind === 'update' || kind === 'announcement' || previous === null) return [];
  const stated = [{ kind, previous }, ...(reminds === undefined ? [] : [reminds])];
  const texts = stated.flatMap((each) =>
    each.previous === null
      ? []
      : [writer.write(toRelationPhrase(writer, each.kind), { previous: writer.day(each.previous.issued) })],
  );
  return [{ kind: 'paragraph', text: texts.join(' ') }];
}

function toRelationPhrase({ facts, phrases }: Writer, kind: 'supplement' | 'correction' | 'reminder'): string {
  return kind === 'correction' && isEvidenceGone(facts) ? phrases.correctionGone : phrases[kind];
}

/** The first sentence: who writes, and why, as strong as the evidence and no stronger. */
function toWriter(writer: Writer): string {
  const { facts, phrases, fullName: name } = writer;
  const both = toBoth(writer);
  const strongest = findStrongest(facts.figures);
  if (strongest === null)
    return writer.write(isEvidenceGone(facts) ? phrases.writesGone : phrases.writesNone, { name, both });
  return writer.write(phrases.writes[strongest.is], { n: strongest.total, name, both });
}

/** What happened, when it was discovered, what was done about it, and whether an authority asked to wait. */
function toStory(writer: Writer, room: HeadLayout): readonly string[] {
  const { happened, measures } = writer.facts.organization;
  const hand = (text: LocalText | null | undefined) =>
    room.has('hand-texts') ? toHandText(writer, text ?? null) : null;
  const done = hand(measures);
  const { discovered, delayed } = toDays(writer);
  const written = hand(happened);
  const computed = writer.write(writer.phrases.happened, { ...toWindow(writer) });
  // What people wrote may end the access with the containment, and a record is later.
  const isOpen = written !== null && writer.period.state === 'open';
  const story = [written ?? computed, ...(isOpen ? [computed] : []), ...discovered];
  return [...(room.has('story') ? story : []), ...(done === null ? [] : [done]), ...(room.has('delay') ? delayed : [])];
}

function toDays({ facts, phrases, write, day }: Writer) {
  const say = (phrase: string, date: number | null | undefined) =>
    date === null || date === undefined ? [] : [write(phrase, { date: day(date) })];
  return {
    discovered: say(phrases.discovered, facts.organization.discovered),
    delayed: say(phrases.delayed, facts.delayedUntil),
  };
}

/** What does not fit into the head, unchanged. The window is always in the details. */
export function toOmittedBlocks(writer: Writer, room: HeadLayout): readonly Block[] {
  const { organization } = writer.facts;
  const { discovered, delayed } = toDays(writer);
  const take = <T>(part: HeadPart, items: readonly T[]) => (room.has(part) ? [] : items);
  const sentences = [
    ...take('story', discovered),
    ...take('delay', delayed),
    ...take('hand-texts', [
      ...[organization.happened, organization.measures ?? null].flatMap((text) => toHandText(writer, text) ?? []),
      ...toUnknownByHand(writer),
    ]),
  ];
  return [
    ...take('relation', toRelationToEarlier(writer)),
    ...sentences.map((text): Block => ({ kind: 'paragraph', text })),
    ...take('guessed', toGuessed(writer)),
    ...take('consequences', toConsequences(writer)),
    ...take('reading', toReading(writer)),
  ];
}

/** A contact that may be anybody's is asked to find the right one. */
function toGuessed({ facts, phrases }: Writer): readonly Block[] {
  return facts.isGuessed === true ? [{ kind: 'paragraph', text: phrases.guessed }] : [];
}

/** Mail of the intruder is the one thing that may still cost the reader money today: it comes first. */
function toFraudWarning(writer: Writer): readonly Block[] {
  const { facts, phrases } = writer;
  const { intruderSent } = facts.figures;
  if (intruderSent === 0) return [];
  const text = writer.write(writer.address(phrases.fraud), {
    n: intruderSent,
    ...toWindow(writer),
    before: toBefore(writer, intruderSent, toCompared(writer)?.intruderSent),
  });
  return [
    { kind: 'heading', text: phrases.fraudHeading },
    { kind: 'paragraph', text },
  ];
}

/**
 * How and from when the party can read the messages themselves, or that it cannot. Older notices say it only where
 * there is a day.
 */
function toReading(writer: Writer): readonly Block[] {
  const { facts, phrases } = writer;
  const { page } = facts.organization;
  const notified = countNotified(facts.figures);
  if (notified === 0) return [];
  if (facts.readableFrom !== null) {
    const date = writer.day(facts.readableFrom);
    return [{ kind: 'paragraph', text: writer.write(writer.address(phrases.readFrom), { n: notified, date, page }) }];
  }
  if (facts.reading === undefined) return [];
  if (facts.reading === 'offered')
    return [{ kind: 'paragraph', text: writer.write(phrases.readLater, { n: notified }) }];
  return [{ kind: 'paragraph', text: `${writer.write(phrases.readNot, { n: notified })} ${toCopies(writer)}` }];
}

/** Names the contact for copies; to a person also by what right and until when, where that law is known to hold. */
function toCopies({ facts, phrases, write }: Writer): string {
  const { jurisdiction, party, organization } = facts;
  const mail = findOwnMail(organization);
  const isOwn = party.kind === 'person' && jurisdiction !== undefined && jurisdiction !== 'other';
  const { address, answer } = isOwn ? phrases.ownCopies : phrases.copies;
  const law = isOwn ? phrases.laws[jurisdiction] : '';
  return mail === null ? write(answer, { law }) : write(address, { law, mail });
}

function toUnknown(writer: Writer, room: HeadLayout): readonly Block[] {
  const { facts, phrases } = writer;
  const { mailboxes, undecidedRecords = 0 } = facts.unknown;
  const { undetermined } = facts.figures;
  const undecided = countUndecided(facts.figures);
  const isWhole = mailboxes === 0 && undetermined === 0 && undecided === 0 && undecidedRecords === 0;
  const sentences = [
    ...(mailboxes > 0 ? [writer.write(phrases.unknownGaps, { n: mailboxes })] : []),
    ...(mailboxes === 0 && undetermined > 0 ? [writer.write(phrases.unknownMessages, { n: undetermined })] : []),
    ...(undecided > 0 ? [writer.write(phrases.unknownUndecided, { n: undecided })] : []),
    ...(undecided === 0 && undecidedRecords > 0 ? [phrases.unknownRecords] : []),
    ...(isWhole && !isEvidenceGone(facts) ? [phrases.unknownNothing] : []),
    ...(room.has('hand-texts') ? toUnknownByHand(writer) : []),
    toNextUpdate(writer),
  ];
  return [
    { kind: 'heading', text: phrases.unknownHeading },
    { kind: 'paragraph', text: sentences.join(' ') },
  ];
}

/** Texts by people need not be sentences ("Whether …"), and need not end in a full stop. */
function toUnknownByHand(writer: Writer): readonly string[] {
  const text = toHandText(writer, writer.facts.unknown.sentence);
  if (text === null) return [];
  return [writer.write(writer.phrases.unknownToo, { text: /[.!?…]["'”“’»)]?$/u.test(text) ? text : `${text}.` })];
}

export function toNextUpdate({ facts, phrases, write, day }: Writer): string {
  return facts.nextUpdate === null
    ? phrases.nextUpdateOpen
    : write(phrases.nextUpdate, { date: day(facts.nextUpdate) });
}

/** The time of access in days, as sentences name it. */
export function toWindow({ period, phrases, numerals, write, day }: Writer): { readonly span: string } {
  const { from, to } = toPeriod(period);
  const days = formatDates(numerals, from, to, 'long') ?? { from: day(from), to: day(to) };
  if (period.state === 'open') return { span: write(phrases.spanOpen, { ...days }) };
  return { span: write(days.from === days.to ? phrases.spanOneDay : phrases.span, { ...days }) };
}

/** What a person wrote in the notice's language, on one line; null when there is nothing. */
function toHandText({ facts }: Writer, text: LocalText | null): string | null {
  const written = text?.[facts.language];
  return written === undefined ? null : toOneLine(written);
}
