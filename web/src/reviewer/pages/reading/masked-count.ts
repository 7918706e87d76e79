import { type Said, toSaid } from '@candor/core/base';
import { useMemo } from 'react';
import { findMasked, listSecrets } from '../../frame/mask.ts';
import type { CalendarFacts, NestedMessage, Reading, ShownHead, TextBlock } from '../../frame/protocol.ts';

/** Passwords and keys that this app recognized: those masked now, or those shown because a person asked. */
export interface RecognizedSecrets {
  readonly isUnmasked: boolean;
  readonly words: number;
}

/** The owner of "N masked": a count of what was recognized. It never says that nothing else is there. */
export function sayMasked(isUnmasked: boolean, words: number): Said<'masked', RecognizedSecrets> {
  return toSaid('masked', { isUnmasked, words });
}

/**
 * The number of secrets masked in the shown form. `inForm`: those in the formatted body or the source; null while
 * unknown; undefined for the text.
 */
export function useMaskedCount(
  reading: Reading | null,
  form: {
    readonly masks: readonly string[];
    readonly inForm: Iterable<string> | null | undefined;
    readonly isRaw: boolean;
  },
): number {
  const { masks, inForm, isRaw } = form;
  return useMemo(() => {
    if (reading === null || masks.length === 0 || inForm === null) return 0;
    const known = new Set(listSecrets(masks));
    const texts = inForm === undefined ? listLines(reading.blocks) : [];
    const found = findMasked([...listCommon(reading), ...texts, ...(isRaw ? [] : listAttached(reading))], masks);
    // Only as many as the frame was asked for.
    return new Set([...found, ...(inForm ?? [])].filter((secret) => known.has(secret))).size;
  }, [reading, masks, inForm, isRaw]);
}

/** Texts around every form. */
function listCommon({ head, attachments, formatted }: Reading): readonly string[] {
  const links = (formatted?.links ?? []).flatMap(({ shown, address }) => [shown, address]);
  const hosts = (formatted?.remote.hosts ?? []).map(({ host }) => host);
  return [...listHead(head), ...attachments.flatMap(({ name, declared }) => [name, declared]), ...links, ...hosts];
}

/** Texts below the text and the formatted body. */
function listAttached({ calendars, nested }: Reading): readonly string[] {
  return [...calendars.flatMap(listCalendar), ...nested.flatMap(listNested)];
}

function listHead({ subject, dateText, addresses }: ShownHead): readonly string[] {
  return [subject, dateText, ...addresses.flatMap(({ name, address }) => [name, address])];
}

function listCalendar({
  summary,
  start,
  end,
  place,
  organizer,
  repeats,
  description,
}: CalendarFacts): readonly string[] {
  return [summary, start, end, place, organizer, repeats, description];
}

function listNested({ head, blocks, attachments }: NestedMessage): readonly string[] {
  return [...listHead(head), ...listLines(blocks), ...attachments];
}

function listLines(blocks: readonly TextBlock[]): readonly string[] {
  return blocks.flatMap(({ lines }) => lines);
}
