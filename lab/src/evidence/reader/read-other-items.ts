import { formatAmount } from '@candor/core/base';
import { createListedItemCounter, type ListedItem } from '@candor/core/evidence/container';
import type { OtherKind } from '../other-items.ts';
import type { ContentPlace, GuardedContent, Tally } from './layer.ts';
import type { Reading } from './reading.ts';

const KINDS: Readonly<Record<ListedItem, OtherKind>> = {
  vevent: 'calendar',
  vtodo: 'task',
  vjournal: 'journal',
  vcard: 'contact',
};

/** Counts what a file of a calendar or of contacts holds: no mail, but the intruder took it with the mailbox. */
export async function readOtherItems(
  reading: Reading,
  content: GuardedContent,
  place: ContentPlace,
  tally: Tally,
): Promise<void> {
  const counter = createListedItemCounter((bytes) => Buffer.from(bytes).toString('latin1'));
  for await (const chunk of content.chunks()) counter.write(chunk);
  let items = 0;
  for (const [name, count] of Object.entries(counter.end()) as [ListedItem, number][]) {
    reading.countOther(KINDS[name], count);
    items += count;
  }
  tally.structure += content.size;
  const text = `This file holds ${formatAmount(items, 'item')} of a calendar or of contacts. They were counted, but not read.`;
  reading.addProblem('not-mail', place.location, text, 'note');
}
