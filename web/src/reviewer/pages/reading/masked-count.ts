import { useMemo } from 'react';
import { findSecrets, listLines } from '../../frame/find-secrets.ts';
import { findMasked, listSecrets } from '../../frame/mask.ts';
import {
  type CalendarFacts,
  MAX_SECRETS,
  type NestedMessage,
  type Reading,
  type ShownHead,
} from '../../frame/protocol.ts';

/** What the organization found, and everything else that looks like a password or key, wherever it stands. */
export function findSecretsInReading(reading: Reading): readonly string[] {
  const found = findSecrets([...listCommon(reading), ...listLines(reading.blocks), ...listAttached(reading)]);
  return [...new Set([...reading.found, ...found, ...(reading.formatted?.secrets ?? [])])].slice(0, MAX_SECRETS);
}

/**
 * How many secrets stand masked in the form that is shown. `inForm`: those in the formatted body or in the source; null
 * while nobody knows; without it the text is what is shown.
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
    // What a frame says is believed as far as it was asked.
    return new Set([...found, ...(inForm ?? [])].filter((secret) => known.has(secret))).size;
  }, [reading, masks, inForm, isRaw]);
}

/** What stands around every form. */
function listCommon({ head, attachments, formatted }: Reading): readonly string[] {
  const links = (formatted?.links ?? []).flatMap(({ shown, address }) => [shown, address]);
  const hosts = (formatted?.remote.hosts ?? []).map(({ host }) => host);
  return [...listHead(head), ...attachments.flatMap(({ name, declared }) => [name, declared]), ...links, ...hosts];
}

/** What stands below the text and the formatted body. */
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
