import { detectFindings, type FindingKind } from '@candor/core/impact/detectors';
import { type CalendarFacts, MAX_SECRET_UNITS, MAX_SECRETS, type Reading, type TextBlock } from '../protocol.ts';

const SECRET_KINDS: ReadonlySet<FindingKind> = new Set<FindingKind>(['credential', 'access-code', 'secret-key']);

/**
 * Words of what is shown that the organization's own detectors take for a password, code or key. Weak ones wait for a
 * person there and stay in clear here. Attachments are not read, so others may be in the message.
 */
export function recognizeSecrets(
  { head, blocks, formatted, attachments, calendars, nested }: Omit<Reading, 'found'>,
  fromHtml: readonly TextBlock[],
): readonly string[] {
  const words = new Set<string>();
  const search = (text: string): void => {
    if (words.size >= MAX_SECRETS) return;
    for (const { kind, confidence, value } of detectFindings(text))
      if (SECRET_KINDS.has(kind) && confidence !== 'weak' && isMaskable(value)) words.add(value);
  };
  search(toText(blocks));
  search(toText(fromHtml));
  const files = attachments.flatMap(({ name, declared }) => [name, declared]);
  search([...listHead(head), ...files].join('\n'));
  search((formatted?.links ?? []).flatMap(({ shown, address }) => [shown, address]).join('\n'));
  for (const calendar of calendars) search(listCalendar(calendar).join('\n'));
  for (const inner of nested) {
    search([...listHead(inner.head), ...inner.attachments].join('\n'));
    search(toText(inner.blocks));
  }
  return [...words].slice(0, MAX_SECRETS);
}

/** Texts are masked line by line: a value of several lines, such as a private key, is not masked. */
export function isMaskable(value: string): boolean {
  return value.trim() !== '' && value.length <= MAX_SECRET_UNITS && !value.includes('\n');
}

function toText(blocks: readonly TextBlock[]): string {
  return blocks.map(({ lines }) => lines.join('\n')).join('\n');
}

function listHead({ subject, addresses }: Reading['head']): readonly string[] {
  return [subject, ...addresses.flatMap(({ name, address }) => [name, address])];
}

function listCalendar({ summary, place, organizer, description }: CalendarFacts): readonly string[] {
  return [summary, place, organizer, description];
}
