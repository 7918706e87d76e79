import { formatAmount, Refusal } from '@candor/core/base';
import type { Store } from '../../adapters/store/store.ts';
import type { DeliveryBook } from '../store/delivery-book.ts';
import { listAttempts } from '../store/delivery-store.ts';

/** `<attempt> <Message-ID>`: no address, and nothing that is not in the message itself. */
export function toJournalLine(attempt: number, messageId: string): string {
  return `${attempt} ${messageId}`;
}

/**
 * Compares the store with the journal of attempts. A store that lacks an attempt is a restored older copy: later
 * attempts become uncertain, so that nothing is resent.
 * @throws Refusal `older-state` when the journal has deliveries that this store never had. Returns how many became
 * uncertain.
 */
export async function replayJournal(store: Store, book: DeliveryBook, lines: readonly string[]): Promise<number> {
  const journal = new Map<string, number>();
  for (const line of lines) {
    const [, attempt, messageId] = /^(\d{1,9}) (\S+)$/.exec(line) ?? [];
    if (messageId !== undefined) journal.set(messageId, Math.max(Number(attempt), journal.get(messageId) ?? 0));
  }
  if (journal.size === 0) return 0;
  const unknown = new Set(journal.keys());
  const forgotten: { readonly id: number; readonly attempt: number }[] = [];
  const rows = await listAttempts(store);
  for (const { id, message_id: messageId, attempts } of rows) {
    unknown.delete(messageId);
    const attempt = journal.get(messageId);
    if (attempt !== undefined && attempt > attempts) forgotten.push({ id, attempt });
  }
  if (unknown.size > 0) {
    throw new Refusal('older-state', [
      `this state does not know ${formatAmount(unknown.size, 'delivery that was', 'deliveries that were')} sent from it (deliveries.journal in the state folder): it is an older copy; restore the newest one, so that nobody is notified twice`,
    ]);
  }
  if (forgotten.length === 0) return 0;
  let changed = 0;
  await book.run(true, async () => {
    for (const { id, attempt } of forgotten) {
      const entry = await book.apply(id, { event: 'forgotten', attempt });
      if (entry.is === 'written') changed += 1;
    }
  });
  return changed;
}
