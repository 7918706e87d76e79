import type { Block, ListItem } from './block.ts';
import { toChecks } from './check-blocks.ts';
import { isAtOrBelow } from './link-hosts.ts';
import type { AnnouncedPerson } from './notice-facts.ts';
import { toShownDomain } from './shown-domain.ts';
import { toAddressee, toHarmlessName, toOneLine, toShownAddress, toShownDomains, type Writer } from './writer.ts';

/** Everything that an announcement has room for: it has no figures. */
const ROOM = { hasLog: true, hasDns: true, hasAssurance: true };
/** Maximum proved domains listed. */
const SHOWN_PROVED = 5;

/**
 * Says who asks to read, their proof, how to object, and how to check that this is genuine. Name and address are the
 * person's own.
 */
export function toAnnouncementBlocks(writer: Writer): readonly Block[] {
  const { facts, phrases } = writer;
  const { announced } = facts;
  if (announced === undefined) throw new Error('an announcement says who asks');
  const { announcement } = phrases;
  const proved = toProved(announced, writer);
  const person = toHarmlessName(announced.name, facts.party.domains) ?? announcement.somebody;
  return [
    { kind: 'title', text: toAddressee(writer, true) },
    {
      kind: 'paragraph',
      text: [
        writer.write(writer.address(announcement.asks), { person, proved }),
        toWrittenFrom(announced, writer),
        toShown(announced, proved, writer),
        ...(announced.isRepresentative ? [announcement.representative] : []),
      ].join(' '),
    },
    {
      kind: 'list',
      isOrdered: false,
      items: [{ text: announcement.fingerprint, literals: [announced.fingerprint] }],
    },
    { kind: 'heading', text: announcement.objectHeading },
    { kind: 'list', isOrdered: false, items: toWays(writer) },
    { kind: 'paragraph', text: announcement.oneObjection },
    { kind: 'heading', text: announcement.waitHeading },
    {
      kind: 'paragraph',
      text: [
        writer.write(announcement.wait, { n: announced.waitHours }),
        ...(facts.party.kind === 'organization' ? [announcement.sooner] : []),
      ].join(' '),
    },
    ...toChecks(writer, ROOM),
    {
      kind: 'paragraph',
      text: `${writer.write(phrases.boundDomains, { domains: toBound(writer) })} ${phrases.codeMeaning}`,
    },
  ];
}

function toBound(writer: Writer): string {
  const { party } = writer.facts;
  return party.kind === 'person' ? toShownAddress(party) : toShownDomains(writer);
}

function toProved({ proved }: AnnouncedPerson, { facts }: Writer): string {
  const shown = proved
    .slice(0, SHOWN_PROVED)
    .map((name) =>
      name.includes('@') ? toShownAddress({ id: name, domains: facts.party.domains }) : toShownDomain(name),
    );
  return shown.join(', ');
}

/** Notices only contain hosts of the organization and the party: others are mentioned, not shown. */
function toWrittenFrom({ address }: AnnouncedPerson, { facts, phrases, write }: Writer): string {
  const { domains } = facts.party;
  const host = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return isAtOrBelow(host, domains)
    ? write(phrases.announcement.address, { address: toShownAddress({ id: address, domains }) })
    : phrases.announcement.addressElsewhere;
}

function toShown({ by, namedBy }: AnnouncedPerson, proved: string, { facts, phrases, write }: Writer): string {
  const { announcement } = phrases;
  const name = (namedBy === null ? null : toHarmlessName(namedBy, facts.party.domains)) ?? announcement.somebody;
  return write(announcement.shown[by], { proved, name });
}

function toWays({ facts, phrases, write }: Writer): readonly ListItem[] {
  const { telephone, page } = facts.organization;
  const { announcement } = phrases;
  return [
    {
      text:
        telephone === null
          ? announcement.objectWebSiteNumber
          : write(announcement.objectTelephone, { telephone: toOneLine(telephone) }),
    },
    { text: announcement.objectReply },
    { text: write(announcement.objectPage, { page }) },
  ];
}
