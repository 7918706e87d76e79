import type { Block, ListItem } from './block.ts';
import { countTold, type FigureScope, toBefore, toCompared, toFigureBlocks } from './figure-blocks.ts';
import type { LocalText } from './language.ts';
import { isAtOrBelow } from './link-hosts.ts';
import { formatDates } from './numerals.ts';
import { toAddressee, type Writer } from './writer.ts';

/** What moved to the details because the head would be too long, in the order in which it is given up. */
export interface HeadRoom {
  /** State of the public log. */
  readonly hasLog: boolean;
  /** What the incident file says of the intruder and of the unknown; facts of our own stand in for it. */
  readonly hasHandTexts: boolean;
  readonly figures: FigureScope;
  /** That this replaces an earlier notice (subject and headings say it too), the party's name, what the subject counts, and what can wait. */
  readonly hasCourtesies: boolean;
}

/** The whole first; each next gives up one thing more. The last one fits whatever the facts are, which a test shows for the worst. */
export const HEAD_ROOMS: readonly HeadRoom[] = [
  { hasLog: true, hasHandTexts: true, figures: 'all', hasCourtesies: true },
  { hasLog: false, hasHandTexts: true, figures: 'all', hasCourtesies: true },
  { hasLog: false, hasHandTexts: true, figures: 'verdicts', hasCourtesies: true },
  { hasLog: false, hasHandTexts: false, figures: 'verdicts', hasCourtesies: true },
  { hasLog: false, hasHandTexts: false, figures: 'verdicts', hasCourtesies: false },
];

/** What must be read: who is told, what happened, how much, what to do, how to check. */
export function toHeadBlocks(writer: Writer, room: HeadRoom): readonly Block[] {
  return [
    { kind: 'title', text: toAddressee(writer, room.hasCourtesies) },
    ...(room.hasCourtesies ? toRelationToEarlier(writer) : []),
    ...toFraudWarning(writer),
    { kind: 'paragraph', text: toStory(writer, room) },
    ...toFigureBlocks(writer, room.figures, room.hasCourtesies),
    ...toConsequences(writer),
    ...toActions(writer),
    ...toChecks(writer, room),
    ...toUnknown(writer, room),
  ];
}

export function toRelationToEarlier(writer: Writer): readonly Block[] {
  const { kind, previous, reminds } = writer.facts;
  if (kind === 'first' || kind === 'update' || kind === 'announcement' || previous === null) return [];
  const told = [{ kind, previous }, ...(reminds === undefined ? [] : [reminds])];
  const texts = told.flatMap((each) =>
    each.previous === null
      ? []
      : [writer.write(writer.phrases[each.kind], { previous: writer.day(each.previous.issued) })],
  );
  return [{ kind: 'paragraph', text: texts.join(' ') }];
}

/** Mail of the intruder is the one thing that may still cost the reader money today: it comes first. */
function toFraudWarning(writer: Writer): readonly Block[] {
  const { facts, phrases } = writer;
  const { intruderSent } = facts.figures;
  if (intruderSent === 0) return [];
  const text = writer.count(writer.address(phrases.fraud), intruderSent, {
    ...toWindow(writer),
    before: toBefore(writer, intruderSent, toCompared(writer)?.intruderSent),
  });
  return [
    { kind: 'heading', text: phrases.fraudHeading },
    { kind: 'paragraph', text },
  ];
}

function toStory(writer: Writer, room: HeadRoom): string {
  const { happened, measures } = writer.facts.organization;
  const story = room.hasHandTexts ? toHandText(writer, happened) : null;
  const done = room.hasHandTexts ? toHandText(writer, measures ?? null) : null;
  const own = writer.write(writer.phrases.happened, { ...toWindow(writer), organization: writer.organization });
  return [story ?? own, ...(done === null ? [] : [done])].join(' ');
}

/** What a person has to be told and an organization knows itself (GDPR Article 34(2)). */
function toConsequences({ facts, phrases }: Writer): readonly Block[] {
  if (facts.party.kind !== 'person' || countTold(facts.figures) === 0) return [];
  const { accessed, presumed, partial } = facts.figures;
  const isKnown = accessed + presumed + partial > 0;
  return [{ kind: 'paragraph', text: isKnown ? phrases.consequences : phrases.consequencesIfRead }];
}

/** Whom a person can ask. An address elsewhere than on the organization's domain is not shown: nothing in a notice leads there. */
export function toContactPoint({ facts, phrases, write }: Writer): readonly Block[] {
  const { reply, domain, telephone } = facts.organization;
  if (facts.party.kind !== 'person' || reply === undefined) return [];
  const { contact } = phrases;
  const isOwn = isAtOrBelow(reply.slice(reply.lastIndexOf('@') + 1), [domain]);
  const written = isOwn ? write(contact.address, { reply }) : contact.answer;
  const called =
    telephone === null ? contact.webSiteNumber : write(contact.telephone, { telephone: toOneLine(telephone) });
  return [{ kind: 'paragraph', text: `${written}${called}` }];
}

function toActions(writer: Writer): readonly Block[] {
  const { facts, phrases } = writer;
  const { figures, party } = facts;
  if (countTold(figures) === 0) return [];
  const items: ListItem[] = [];
  if (figures.secrets === null) items.push({ text: phrases.changeUnexamined });
  else if (figures.secrets > 0) items.push({ text: writer.count(phrases.changeSecrets, figures.secrets) });
  if (party.kind === 'person' || figures.affectedAddresses === 0) items.push({ text: phrases.distrust });
  else items.push({ text: writer.count(phrases.warnStaff, figures.affectedAddresses) });
  if (party.kind === 'organization') {
    if (party.relation === 'processor') items.push({ text: phrases.passOn });
    else items.push({ text: party.relation === 'controller' ? phrases.dutyController : phrases.duty });
  }
  return [
    { kind: 'heading', text: phrases.actionsHeading },
    { kind: 'list', isOrdered: true, items },
  ];
}

/** Three ways that need nothing of this mail: the organization's page, DNS, and a number that the reader finds elsewhere. */
export function toChecks(writer: Writer, room: Pick<HeadRoom, 'hasLog' | 'hasCourtesies'>): readonly Block[] {
  const { facts, phrases } = writer;
  const { page, domain, telephone } = facts.organization;
  const items: readonly ListItem[] = [
    { text: writer.write(writer.address(phrases.checkPage), { page }), literals: [facts.code] },
    {
      text: phrases.checkDns,
      literals: [`dig TXT _candor.${domain}`, `key=${facts.keyFingerprint}`],
    },
    {
      text:
        telephone === null
          ? phrases.checkWebSiteNumber
          : writer.write(phrases.checkTelephone, { telephone: toOneLine(telephone) }),
    },
    ...(room.hasLog ? [toLogItem(writer)] : []),
  ];
  return [
    { kind: 'heading', text: phrases.checkHeading },
    { kind: 'list', isOrdered: false, items },
    ...(room.hasCourtesies ? [{ kind: 'paragraph', text: phrases.asksNothing } as const] : []),
  ];
}

/** Every recipient becomes a witness of the log. */
export function toLogItem({ facts, phrases, count }: Writer): ListItem {
  return { text: count(phrases.checkLog, facts.checkpoint.size), literals: [facts.checkpoint.root] };
}

function toUnknown(writer: Writer, room: HeadRoom): readonly Block[] {
  const { facts, phrases } = writer;
  const { mailboxes, sentence } = facts.unknown;
  const { undetermined } = facts.figures;
  const known = room.hasHandTexts ? toHandText(writer, sentence) : null;
  const sentences = [
    ...(mailboxes > 0 ? [writer.count(phrases.unknownGaps, mailboxes)] : []),
    ...(mailboxes === 0 && undetermined > 0 ? [writer.count(phrases.unknownMessages, undetermined)] : []),
    ...(mailboxes === 0 && undetermined === 0 && facts.isGone !== true ? [phrases.unknownNothing] : []),
    ...(known === null ? [] : [known]),
  ];
  return [
    { kind: 'heading', text: phrases.unknownHeading },
    ...(sentences.length === 0 ? [] : [{ kind: 'paragraph', text: sentences.join(' ') } as const]),
    { kind: 'paragraph', text: toNextUpdate(writer) },
    ...(room.hasCourtesies ? [...toReadable(writer), ...toContactPoint(writer)] : []),
  ];
}

/** From when, and how, the party can read the messages themselves. */
export function toReadable({ facts, phrases, write, day }: Writer): readonly Block[] {
  if (facts.readableFrom === null) return [];
  const { page } = facts.organization;
  return [{ kind: 'paragraph', text: write(phrases.readable, { date: day(facts.readableFrom), page }) }];
}

export function toNextUpdate({ facts, phrases, write, day }: Writer): string {
  return facts.nextUpdate === null
    ? phrases.nextUpdateOpen
    : write(phrases.nextUpdate, { date: day(facts.nextUpdate) });
}

/** The window in days, as sentences name it. */
export function toWindow({ facts, phrases, write, day }: Writer): { readonly span: string } {
  const { start, contained } = facts.window;
  const days = formatDates(phrases.numerals, start, contained, 'long');
  return { span: days === null ? write(phrases.spanOneDay, { from: day(start) }) : write(phrases.span, { ...days }) };
}

/** What a person wrote in the notice's language, on one line; null when there is nothing. */
export function toHandText({ facts }: Writer, text: LocalText | null): string | null {
  const written = text?.[facts.language];
  return written === undefined ? null : toOneLine(written);
}

/** Texts by hand may be folded in the incident file. */
export function toOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
