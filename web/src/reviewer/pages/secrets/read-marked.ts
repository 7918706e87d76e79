import type { KeyWorker } from '../../bridge/key-worker.ts';
import { NO_QUERY } from '../../bridge/message-query.ts';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import { FOUND_SECRETS, type FoundKind } from '../../bridge/released-message.ts';

/** A message that the organization marks as holding a secret. */
export interface MarkedMessage {
  readonly id: string;
  readonly subject: string;
  /** A search found which secret it is. */
  readonly hasValue: boolean;
}

const isSecret = (kind: FoundKind): boolean => (FOUND_SECRETS as readonly FoundKind[]).includes(kind);
/** As many as the table gives at once. */
const ROWS_TOGETHER = 500;

/** All of them, however many answers of the table these take: what is counted from this list is counted of all. */
export async function readMarked(keyWorker: Pick<KeyWorker, 'call'>): Promise<readonly MarkedMessage[]> {
  const query = { ...NO_QUERY, holds: ['secret'] as const };
  const marked: MarkedMessage[] = [];
  for (;;) {
    const { rows, messages } = await keyWorker.call('rows', { query, from: marked.length, count: ROWS_TOGETHER });
    for (const { id, subject, kinds } of rows) marked.push({ id, subject, hasValue: kinds.some(isSecret) });
    if (marked.length >= messages) return marked;
    if (rows.length === 0) throw new KeyWorkerError('fault');
  }
}
