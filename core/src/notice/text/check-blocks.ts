import type { Block, ListItem } from './block.ts';
import { toOneLine, type Writer } from './writer.ts';

/** What has room in the part on checking. */
interface CheckRoom {
  readonly hasLog: boolean;
  readonly hasDns: boolean;
  readonly hasAssurance: boolean;
}

/**
 * Ways that need nothing of this mail: the organization's page, DNS, and a number that the reader finds elsewhere. DNS
 * and the log mean nothing to most private readers: the page says them.
 */
export function toChecks(writer: Writer, room: CheckRoom): readonly Block[] {
  const { facts, phrases } = writer;
  const { page, telephone } = facts.organization;
  const items: readonly ListItem[] = [
    { text: writer.write(writer.address(phrases.checkPage), { page }), literals: [facts.code] },
    ...(room.hasDns ? toDnsItem(writer) : []),
    {
      text:
        telephone === null
          ? phrases.checkWebSiteNumber
          : writer.write(phrases.checkTelephone, { telephone: toOneLine(telephone) }),
    },
    ...(room.hasLog && facts.party.kind === 'organization' ? [toLogItem(writer)] : []),
  ];
  return [
    { kind: 'heading', text: phrases.checkHeading },
    { kind: 'list', isOrdered: false, items },
    ...(room.hasAssurance ? [{ kind: 'paragraph', text: phrases.asksNothing } as const] : []),
  ];
}

/** A person's notice has none. */
export function toDnsItem({ facts, phrases }: Writer): readonly ListItem[] {
  if (facts.party.kind === 'person') return [];
  const { domain } = facts.organization;
  return [{ text: phrases.checkDns, literals: [`dig TXT _candor.${domain}`, `key=${facts.keyFingerprint}`] }];
}

/** Every recipient becomes a witness of the log. */
export function toLogItem({ facts, phrases, write }: Writer): ListItem {
  return { text: write(phrases.checkLog, { n: facts.checkpoint.size }), literals: [facts.checkpoint.root] };
}
