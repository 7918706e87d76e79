import { TEXT_ADDRESSES } from '../affected/affected-addresses.ts';
import type { Block } from './block.ts';
import { countNotified, toBefore, toCompared } from './figure-blocks.ts';
import { toShownAddress, type Writer } from './writer.ts';

/**
 * Which of the party's own addresses are affected: the first of them by name, and where more are listed. Written in
 * full: a bare `jo.weil` is a link to nobody knows where in programs that make links of hosts. It takes no room from
 * the words of the notice.
 */
export function toAddressBlocks(writer: Writer): readonly Block[] {
  const { facts, phrases } = writer;
  const now = facts.figures.affectedAddresses;
  const before = toCompared(writer)?.affectedAddresses;
  if (now === 0 && (before ?? 0) === 0) return [];
  if (now === 0) {
    const none = writer.write(phrases.affectedAddressesNone, { before: toBefore(writer, now, before) });
    return [{ kind: 'lines', lines: [none] }];
  }
  const listed = listAddresses(writer);
  const shown = listed.slice(0, TEXT_ADDRESSES);
  const first = writer.write(phrases.affectedAddresses, {
    n: now,
    where: writer.write(phrases.inThem, { n: countNotified(facts.figures) }),
    before: toBefore(writer, now, before),
    listed: toListed(writer, shown.join(', '), shown.length),
  });
  const rest = listed.length > shown.length ? [writer.write(phrases.pageLists, { n: listed.length })] : [];
  return [{ kind: 'lines', lines: [[first, ...rest].join(' ')] }];
}

function toListed({ facts, phrases, write }: Writer, list: string, shown: number): string {
  if (shown === 0) return '';
  const rest = facts.figures.affectedAddresses - shown;
  return rest > 0 ? write(phrases.listedOf, { n: rest, list }) : write(phrases.listed, { list });
}

export function hasAddresses(writer: Writer): boolean {
  return writer.facts.figures.affectedAddresses > 0 && listAddresses(writer).length > 0;
}

/** The addresses that text and page list; none to a contact that may be anybody's. */
function listAddresses({ facts: { party, addresses, isGuessed } }: Writer): readonly string[] {
  if (isGuessed === true) return [];
  const listed = (addresses?.listed ?? []).map(({ address }) => address);
  if (party.kind === 'organization' || listed.length > 0) return listed;
  // The notice's own recipient, which reveals nobody.
  const own = toShownAddress(party);
  return own.includes('@') ? [own] : [];
}
