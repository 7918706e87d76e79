import { type Said, toSaid } from '@candor/core/base';
import type { MessageQuery } from '../../bridge/message-query.ts';
import { parseSearch } from '../../bridge/query-text.ts';
import type { BodyReading, SearchCoverage } from '../../bridge/table-calls.ts';

/**
 * The owner of "no message matches" and "every text searched". Each text must have been opened and searched as a whole:
 * a portal that deletes ciphertexts must not make the app say that it looked everywhere.
 */
export function judgeCoverage(
  query: MessageQuery,
  { read, inPart, failed, of }: BodyReading,
  hasNotes: boolean,
): Said<'no-match', SearchCoverage> {
  const { terms } = parseSearch(query.text);
  const asksNotes = query.holds.includes('note') || terms.some((term) => term.kind === 'holds' && term.held === 'note');
  if (asksNotes && !hasNotes) return toSaid('no-match', { kind: 'unread-notes' });
  const asksTexts = terms.some((term) => term.kind === 'text' && (term.field === 'any' || term.field === 'body'));
  if (!asksTexts) return toSaid('no-match', { kind: 'index' });
  if (read === of && failed === 0 && inPart === 0) return toSaid('no-match', { kind: 'every-text', of });
  return toSaid('no-match', {
    kind: 'some-texts',
    searched: read,
    of,
    failed,
    inPart,
    unread: Math.max(0, of - read - failed),
  });
}
