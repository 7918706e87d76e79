import type { GapKind } from '@candor/core/exposure/coverage';
import { toPeriod } from './access-period.ts';
import { toConfirming } from './action-blocks.ts';
import type { Block } from './block.ts';
import { toDnsItem, toLogItem } from './check-blocks.ts';
import { countNotified, toFigureBlocks } from './figure-blocks.ts';
import { type HeadLayout, hasLogInHead, toOmittedBlocks, toWindow } from './head-blocks.ts';
import type { NoticeFacts, NoticeFigures } from './notice-facts.ts';
import { NOTIFIED_CLASSES } from './notified-class.ts';
import { formatMoment } from './numerals.ts';
import { countPersonal } from './searched-figures.ts';
import { countClass } from './strongest.ts';
import { toShownAddress, toShownDomains, type Writer } from './writer.ts';

/** In the order of the page of the rules. */
const GAP_KINDS: readonly GapKind[] = [
  'throttled',
  'lossy',
  'truncated',
  'late',
  'bypassed',
  'ingestion-off',
  'unlicensed',
  'audit-off',
  'before-retention',
  'unsupported',
  'unasserted',
];

/**
 * What can be read later: the hand-written part, the text for customers, what the words mean and where the figures come
 * from.
 */
export function toDetailBlocks(writer: Writer, room: HeadLayout): readonly Block[] {
  return [
    { kind: 'heading', text: writer.phrases.detailsHeading },
    ...toMoved(writer, room),
    ...toFigureSource(writer, room),
    ...toAdded(writer),
    ...toCustomerText(writer),
    ...toWords(writer),
    ...toGaps(writer),
  ];
}

/** What the head had no room for. */
function toMoved(writer: Writer, room: HeadLayout): readonly Block[] {
  const figures: readonly Block[] = room.has('rows')
    ? []
    : [{ kind: 'subheading', text: writer.phrases.allFiguresHeading }, ...toFigureBlocks(writer, 'all')];
  return [...toOmittedBlocks(writer, room), ...figures];
}

function toAdded({ facts, phrases }: Writer): readonly Block[] {
  if (facts.added === null) return [];
  const paragraphs = facts.added
    .split(/\n\s*\n/)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
  return [
    { kind: 'subheading', text: phrases.addedHeading },
    ...paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
  ];
}

function toCustomerText(writer: Writer): readonly Block[] {
  const { facts, phrases } = writer;
  const notified = countNotified(facts.figures);
  if (facts.party.kind !== 'organization' || facts.party.relation !== 'processor' || notified === 0) return [];
  const customers = facts.figures.searched === undefined ? phrases.customers : phrases.customersSearched;
  const text = writer.write(customers, {
    n: notified,
    ...toWindow(writer),
    organization: writer.organization,
    domain: facts.organization.domain,
  });
  return [
    { kind: 'subheading', text: phrases.customersHeading },
    { kind: 'paragraph', text },
  ];
}

function toWords({ facts, phrases }: Writer): readonly Block[] {
  const { figures } = facts;
  const items = [
    ...NOTIFIED_CLASSES.filter((each) => countClass(figures, each) > 0).map((each) => ({ text: phrases.words[each] })),
    ...(hasSearched(figures) ? [{ text: phrases.wordsSearched }] : []),
    ...(hasSensitive(facts) ? [{ text: phrases.wordsSensitive }] : []),
    ...(figures.bulk > 0 ? [{ text: phrases.wordsBulk }] : []),
    ...(figures.held > 0 ? [{ text: phrases.wordsHeld }] : []),
  ];
  if (items.length === 0) return [];
  return [
    { kind: 'subheading', text: phrases.wordsHeading },
    { kind: 'list', isOrdered: false, items },
  ];
}

function hasSearched({ secrets, searched }: NoticeFigures): boolean {
  return searched !== undefined && ((secrets ?? 0) > 0 || Object.keys(searched.personal).length > 0);
}

function hasSensitive({ figures: { searched }, isGuessed }: NoticeFacts): boolean {
  return isGuessed !== true && searched !== undefined && countPersonal(searched, 'sensitive') > 0;
}

function toGaps(writer: Writer): readonly Block[] {
  const { facts, phrases } = writer;
  const items = GAP_KINDS.flatMap((kind) => {
    const mailboxes = facts.unknown.gaps[kind] ?? 0;
    return mailboxes === 0 ? [] : [{ text: writer.write(phrases.gapRow, { n: mailboxes, gap: phrases.gaps[kind] }) }];
  });
  if (items.length === 0) return [];
  return [
    { kind: 'subheading', text: phrases.gapsHeading },
    { kind: 'list', isOrdered: false, items },
  ];
}

function isListedOnly({ secrets, searched }: NoticeFigures): boolean {
  return secrets !== null && searched === undefined;
}

function toFigureSource(writer: Writer, room: HeadLayout): readonly Block[] {
  const { facts, phrases } = writer;
  const { recorded } = facts;
  const { from, to } = toPeriod(writer.period);
  const { searched } = facts.figures;
  const notified = countNotified(facts.figures);
  const isPerson = facts.party.kind === 'person';
  const texts = [
    writer.write(phrases.boundDomains, { domains: isPerson ? toShownAddress(facts.party) : toShownDomains(writer) }),
    writer.write(writer.period.state === 'contained' ? phrases.windowMoments : phrases.windowMomentsOpen, {
      from: formatMoment(writer.numerals, from),
      to: formatMoment(writer.numerals, to),
    }),
    ...(recorded === undefined
      ? []
      : [
          writer.write(phrases.recordedMoments, {
            first: formatMoment(writer.numerals, recorded.first),
            last: formatMoment(writer.numerals, recorded.last),
          }),
        ]),
    ...(facts.figures.undetermined > 0 && facts.figures.messages > 0
      ? [writer.write(phrases.countedMessages, { n: facts.figures.messages, told: notified })]
      : []),
    writer.write(isListedOnly(facts.figures) ? phrases.originListed : phrases.origin, facts.exposure),
    ...((searched?.listed ?? 0) > 0 ? [writer.write(phrases.listedToo, { n: searched?.listed ?? 0 })] : []),
    ...(facts.delayedUntil === null ? [phrases.notDelayed] : []),
    ...(room.has('assurance') ? [] : [phrases.asksNothing]),
    phrases.codeMeaning,
    ...(isPerson ? [] : [phrases.logMeaning]),
  ];
  const confirming = room.has('confirming') ? [] : toConfirming(writer);
  const log = isPerson || hasLogInHead(writer, room) ? [] : [toLogItem(writer)];
  const dns = room.has('dns') ? [] : toDnsItem(writer);
  return [
    { kind: 'list', isOrdered: false, items: [...confirming, ...texts.map((text) => ({ text })), ...dns, ...log] },
  ];
}
